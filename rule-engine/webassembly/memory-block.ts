import { invariant } from '../base/assert.ts';
import type { WebAssemblyModule } from './module.ts';

const blocks = new FinalizationRegistry<{ module: WebAssemblyModule; pointer: number }>(({ module, pointer }) =>
  module.exports.release(pointer),
);

/** A block of the module's memory, given back when it is released, or else when the object is collected. */
export class MemoryBlock {
  readonly pointer: number;
  readonly byteLength: number;
  private readonly module: WebAssemblyModule;

  constructor(module: WebAssemblyModule, byteLength: number) {
    invariant(byteLength > 0, 'a block has bytes');
    this.module = module;
    this.byteLength = byteLength;
    this.pointer = module.exports.allocate(byteLength) >>> 0;
    blocks.register(this, { module, pointer: this.pointer }, this);
  }

  /** Gives the memory back at once; the block must not be used again. */
  release(): void {
    if (blocks.unregister(this)) this.module.exports.release(this.pointer);
  }

  /** The block's bytes, as the memory stands now: not to be kept past a call that may allocate. */
  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.module.memory.buffer, this.pointer, this.byteLength);
  }

  words(): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.module.memory.buffer, this.pointer, this.byteLength >>> 2);
  }
}
