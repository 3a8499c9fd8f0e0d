import { MemoryBlock } from './memory-block.ts';
import type { WebAssemblyModule } from './module.ts';

/** Bytes that `intern` may read past a value's end. */
const PADDING = 32;

const interners = new FinalizationRegistry<{ module: WebAssemblyModule; pointer: number }>(({ module, pointer }) =>
  module.exports.releaseInterner(pointer),
);

/** A dictionary in the module's memory: see `assembly/interner.ts`. Freed when it is released, or else when it is collected. */
export class Interner {
  readonly module: WebAssemblyModule;
  private readonly pointer: number;
  private scratch: MemoryBlock;
  private scratchView = new Uint8Array(0);
  private headerView = new Uint32Array(0);
  private arenaView = new Uint8Array(0);
  private offsetsView = new Uint32Array(0);

  constructor(module: WebAssemblyModule) {
    this.module = module;
    this.pointer = module.exports.createInterner() >>> 0;
    this.scratch = new MemoryBlock(module, 256);
    interners.register(this, { module, pointer: this.pointer }, this);
  }

  /** Gives the memory back at once; the dictionary must not be used again. */
  release(): void {
    if (interners.unregister(this)) this.module.exports.releaseInterner(this.pointer);
    this.scratch.release();
  }

  /** The number of values; the first is the empty one. */
  get size(): number {
    return this.header()[3];
  }

  /** Bytes of all values. */
  get byteLength(): number {
    return this.header()[1];
  }

  get arenaPointer(): number {
    return this.header()[0];
  }

  get offsetsPointer(): number {
    return this.header()[2];
  }

  /** The values' bytes, as the memory stands now. */
  arena(): Uint8Array {
    const header = this.header();
    const pointer = header[0];
    const used = header[1];
    const view = this.arenaView;
    if (view.length === used && view.byteOffset === pointer) return view;
    this.arenaView = new Uint8Array(this.module.memory.buffer, pointer, used);
    return this.arenaView;
  }

  /** `size + 1` offsets into the arena, as the memory stands now. */
  offsets(size: number): Uint32Array {
    const pointer = this.offsetsPointer;
    const view = this.offsetsView;
    if (view.length === size + 1 && view.byteOffset === pointer) return view;
    this.offsetsView = new Uint32Array(this.module.memory.buffer, pointer, size + 1);
    return this.offsetsView;
  }

  /** The code of `bytes[start..end)`, a new one when it has none yet. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    return this.module.exports.intern(this.pointer, this.place(bytes, start, end), end - start) >>> 0;
  }

  /** The code of `bytes[start..end)`, or -1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return this.module.exports.find(this.pointer, this.place(bytes, start, end), end - start);
  }

  /**
   * Gives codes to one column's cells, which lie in the module's memory: see `assembly/interner.ts`. Gives the number of
   * cells that are not empty.
   */
  internCells(base: number, cells: number, stride: number, rows: number, codes: number): number {
    return this.module.exports.internCells(this.pointer, base, cells, stride, rows, codes);
  }

  /** Makes room for so many bytes and values in all. */
  reserve(bytes: number, values: number): void {
    this.module.exports.reserveArena(this.pointer, bytes, values);
  }

  /** Copies bytes to where the module reads them. */
  private place(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length + PADDING > this.scratch.byteLength) {
      this.scratch.release();
      this.scratch = new MemoryBlock(this.module, 2 * length + PADDING);
    }
    const target = this.scratchBytes();
    if (length < 64) for (let i = 0; i < length; i++) target[i] = bytes[start + i];
    else target.set(bytes.subarray(start, end));
    return this.scratch.pointer;
  }

  private scratchBytes(): Uint8Array {
    const view = this.scratchView;
    const { pointer, byteLength } = this.scratch;
    if (view.length === byteLength && view.byteOffset === pointer) return view;
    this.scratchView = this.scratch.bytes();
    return this.scratchView;
  }

  /** Memory that grows leaves its views without length: asking them costs less than asking the memory for its buffer. */
  private header(): Uint32Array {
    if (this.headerView.length === 0) this.headerView = new Uint32Array(this.module.memory.buffer, this.pointer, 4);
    return this.headerView;
  }
}
