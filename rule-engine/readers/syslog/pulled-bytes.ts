/** The bytes of an input that is taken from its beginning on, in parts of any length. */
export class PulledBytes {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private buffer = new Uint8Array(1 << 16);
  private start = 0;
  private length = 0;
  private taken = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** Where the next byte lies in the input. */
  get offset(): number {
    return this.taken;
  }

  /** The bytes that are at hand; valid until more are asked for. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(this.start, this.start + this.length);
  }

  /** Asks for more bytes to be at hand; false when there are none. */
  async more(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done) return false;
    this.makeRoom(next.value.length);
    this.buffer.set(next.value, this.start + this.length);
    this.length += next.value.length;
    return true;
  }

  /** Leaves so many of the bytes at hand behind. */
  drop(count: number): void {
    this.start += count;
    this.length -= count;
    this.taken += count;
  }

  private makeRoom(count: number): void {
    if (this.start + this.length + count <= this.buffer.length) return;
    const needed = this.length + count;
    const target = needed * 2 <= this.buffer.length ? this.buffer : new Uint8Array(needed * 2);
    target.set(this.bytes);
    this.buffer = target;
    this.start = 0;
  }
}
