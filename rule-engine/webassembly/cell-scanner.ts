import type { CellBatch, ParsedCells } from './cell-batch.ts';
import type { Interner } from './interner.ts';
import { MemoryBlock } from './memory-block.ts';
import type { WebAssemblyModule } from './module.ts';

/** Bytes that a scan may read past the input's end. */
const PADDING = 64;
/** Cells of one batch: few enough for their text to be still in the processor's cache when they are interned. */
const BATCH_CELLS = 1 << 15;
const [BYTES, FROM, LENGTH, COLUMNS, CELLS, MAX_ROWS, PARAMETER, ROWS, NEXT, ODD, LINES] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
];
const WORDS = 11;

/** Holds the input that is not yet scanned in the module's memory, and scans it: see `assembly/cell-scan.ts`. */
export class CellScanner {
  readonly module: WebAssemblyModule;
  /** Where the first row starts that was not taken yet. */
  from = 0;
  length = 0;
  /** The 1-based line of that row. */
  line = 1;
  private readonly scanFunction: 'scanCsv' | 'scanJsonLines';
  private readonly state: MemoryBlock;
  private buffer: MemoryBlock;
  private readonly cellBlock: MemoryBlock;
  private scratchBlock: MemoryBlock;
  private kindsPointer = 0;
  /** So many bytes are worth a scan. */
  private wanted = 0;

  constructor(module: WebAssemblyModule, scanFunction: 'scanCsv' | 'scanJsonLines') {
    this.module = module;
    this.scanFunction = scanFunction;
    this.state = new MemoryBlock(module, WORDS * 4);
    this.buffer = new MemoryBlock(module, 1 << 16);
    this.cellBlock = new MemoryBlock(module, BATCH_CELLS * 8);
    this.scratchBlock = new MemoryBlock(module, 1 << 16);
  }

  /** Adds bytes behind those that were not taken yet. */
  push(chunk: Uint8Array): void {
    const rest = this.length - this.from;
    const needed = rest + chunk.length + PADDING;
    if (needed > this.buffer.byteLength) {
      const grown = new MemoryBlock(this.module, rest === 0 ? needed : needed * 2);
      grown.bytes().set(this.bytes().subarray(this.from));
      this.buffer.release();
      this.buffer = grown;
    } else if (this.from > 0) this.buffer.bytes().copyWithin(0, this.from, this.length);
    this.buffer.bytes().set(chunk, rest);
    this.from = 0;
    this.length = rest + chunk.length;
  }

  /**
   * Notes that the end of the first row isn't there: it is worth another look once there are twice as many bytes, or more
   * than `most`. So a row that comes in many chunks is not looked through at each.
   */
  awaitRowEnd(most: number): void {
    this.wanted = Math.min(2 * (this.length - this.from), most + 1);
  }

  /** Whether there are as many bytes as a scan that found no row end asked for. */
  get hasEnough(): boolean {
    return this.length - this.from >= this.wanted;
  }

  /** The input, as the memory stands now. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.buffer.bytes().subarray(0, this.length);
  }

  /**
   * Scans from `from` on, and moves it past the rows that it gives. `odd` says that the row it stands at then is not
   * plain. `parameter` is CSV's delimiter, or a pointer to the names of JSON's fields.
   */
  scan(
    columns: number,
    parameter: number,
    kindsPointer = 0,
  ): { readonly batch: CellBatch | undefined; readonly odd: boolean } {
    if (columns * 8 > this.cellBlock.byteLength) return { batch: undefined, odd: true };
    const { from, line } = this;
    this.kindsPointer = kindsPointer;
    const words = this.state.words();
    words[BYTES] = this.buffer.pointer;
    words[FROM] = from;
    words[LENGTH] = this.length;
    words[COLUMNS] = columns;
    words[CELLS] = this.cellBlock.pointer;
    words[MAX_ROWS] = Math.floor(BATCH_CELLS / columns);
    words[PARAMETER] = parameter;
    this.module.exports[this.scanFunction](this.state.pointer);
    this.from = words[NEXT];
    this.line += words[LINES];
    const rows = words[ROWS];
    const batch = rows === 0 ? undefined : this.batchOf(rows, columns, from, line);
    return { batch, odd: words[ODD] !== 0 };
  }

  /** Gives the memory back. */
  release(): void {
    for (const block of [this.state, this.buffer, this.cellBlock, this.scratchBlock]) block.release();
  }

  private batchOf(rows: number, columns: number, from: number, line: number): CellBatch {
    const { exports } = this.module;
    const cells = () => this.cellBlock.words();
    const base = this.buffer.pointer;
    const firstCell = (column: number) => this.cellBlock.pointer + 8 * column;
    return {
      module: this.module,
      rows,
      columns,
      kinds: (column) =>
        this.kindsPointer === 0 ? 0 : new Uint32Array(this.module.memory.buffer, this.kindsPointer)[column],
      line: (row) =>
        this.scanFunction === 'scanCsv'
          ? line + exports.countLines(base, from, cells()[2 * row * columns])
          : line + row,
      bytes: () => this.bytes(),
      cells,
      intern: (column, interner) => this.intern(firstCell(column), columns, rows, interner),
      parse: (column, kind) => this.parse(firstCell(column), columns, rows, kind),
    };
  }

  private intern(cells: number, columns: number, rows: number, interner: Interner) {
    const codes = this.scratch(4 * rows);
    const filled = interner.internCells(this.buffer.pointer, cells, 2 * columns, rows, codes.pointer);
    return { codes: codes.words().subarray(0, rows), filled };
  }

  private parse(cells: number, columns: number, rows: number, kind: 'datetime' | 'integer'): ParsedCells {
    const block = this.scratch(9 * rows);
    const states = block.pointer + 8 * rows;
    const code = kind === 'datetime' ? 0 : 1;
    const { exports } = this.module;
    const known = exports.parseCells(code, this.buffer.pointer, cells, 2 * columns, rows, block.pointer, states);
    return {
      halves: block.words().subarray(0, 2 * rows),
      states: block.bytes().subarray(8 * rows, 9 * rows),
      known,
    };
  }

  /** Memory for what is made of one column of a batch. */
  private scratch(bytes: number): MemoryBlock {
    if (this.scratchBlock.byteLength < bytes) {
      this.scratchBlock.release();
      this.scratchBlock = new MemoryBlock(this.module, bytes);
    }
    return this.scratchBlock;
  }
}
