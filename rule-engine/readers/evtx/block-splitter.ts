import { joinedBytes } from '../../base/joined-bytes.ts';

/** Takes an input in blocks of a wanted size, whatever pieces it comes in. */
export class BlockSplitter {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private waiting: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next bytes, up to `size` of them, which stay. */
  async peek(size: number): Promise<Uint8Array> {
    await this.fill(size);
    return this.waiting.subarray(0, size);
  }

  /** The next bytes: `size` of them, fewer at the end of the input. Valid until the next call. */
  async take(size: number): Promise<Uint8Array> {
    await this.fill(size);
    const block = this.waiting.subarray(0, size);
    this.waiting = this.waiting.subarray(block.length);
    return block;
  }

  private async fill(size: number): Promise<void> {
    if (this.waiting.length >= size) return;
    const parts = [this.waiting];
    let length = this.waiting.length;
    while (length < size) {
      const next = await this.chunks.next();
      if (next.done) break;
      parts.push(next.value);
      length += next.value.length;
    }
    if (parts.length === 1) return;
    this.waiting = joinedBytes(parts);
  }
}
