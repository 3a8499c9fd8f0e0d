import bytes from './assembly/index.ts?assemblyscript';

/** What the module exports; pointers and lengths in bytes, see the sources in `assembly/`. */
interface WebAssemblyExports {
  allocate(bytes: number): number;
  release(pointer: number): void;
  createInterner(): number;
  releaseInterner(interner: number): void;
  reserveArena(interner: number, bytes: number, values: number): void;
  intern(interner: number, bytes: number, length: number): number;
  find(interner: number, bytes: number, length: number): number;
  internCells(interner: number, base: number, cells: number, stride: number, rows: number, codes: number): number;
  scanCsv(scan: number): void;
  scanJsonLines(scan: number): void;
  countLines(bytes: number, from: number, to: number): number;
  parseCells(
    kind: number,
    base: number,
    cells: number,
    stride: number,
    rows: number,
    values: number,
    states: number,
  ): number;
  scanOne(
    arena: number,
    offsets: number,
    from: number,
    to: number,
    needle: number,
    length: number,
    probe1: number,
    probe2: number,
    mode: number,
    base: number,
    output: number,
    doubtful: number,
    held: number,
  ): void;
  scanListed(
    arena: number,
    offsets: number,
    codes: number,
    count: number,
    needle: number,
    length: number,
    probe1: number,
    probe2: number,
    mode: number,
    output: number,
    doubtful: number,
  ): void;
  scanRows(codes: number, count: number, members: number, first: number, rows: number): number;
  takeBits(bitmap: number, words: number, base: number, list: number): number;
  uniteLists(lists: number, count: number, length: number, marks: number, members: number, sole: number): number;
  scanMany(
    arena: number,
    offsets: number,
    from: number,
    to: number,
    tables: number,
    buckets: number,
    base: number,
  ): void;
}

/** The module and its memory. Growing the memory replaces `memory.buffer`: take views of it afresh at each use. */
export interface WebAssemblyModule {
  readonly exports: WebAssemblyExports;
  readonly memory: WebAssembly.Memory;
}

/** 4 GiB, in pages of 64 KiB. */
const MAXIMUM_PAGES = 65536;

/** The module with SIMD; undefined where the browser lacks SIMD or its policy forbids WebAssembly. */
export const webAssembly: WebAssemblyModule | undefined = instantiate();

function instantiate(): WebAssemblyModule | undefined {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return undefined;
  try {
    const memory = new WebAssembly.Memory({ initial: 16, maximum: MAXIMUM_PAGES });
    const abort = () => {
      throw new RangeError('WebAssembly memory allocation failed');
    };
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory, abort } });
    return { exports: instance.exports as unknown as WebAssemblyExports, memory };
  } catch {
    return undefined;
  }
}
