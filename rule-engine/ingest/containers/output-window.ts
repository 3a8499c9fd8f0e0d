/** Few enough to be still in the processor's cache when a reader works on them. */
const CHUNK_BYTES = 256 * 1024;

/** What decompressors write to: chunks of one size, whose memory is used again. */
export class OutputWindow {
  bytes = new Uint8Array(CHUNK_BYTES);
  /** Where the next byte goes: so many were written and not taken. */
  at = 0;
  private readonly spare: Uint8Array<ArrayBuffer>[] = [];

  /** Bytes that fit in yet. */
  get free(): number {
    return CHUNK_BYTES - this.at;
  }

  /** Writes bytes that fit in. */
  put(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Takes what was written: it is no longer touched. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.at);
    this.bytes = this.spare.pop() ?? new Uint8Array(CHUNK_BYTES);
    this.at = 0;
    return taken;
  }

  /** Takes a chunk of which nothing is needed any more: its memory is used for a later one. */
  giveBack({ buffer }: Uint8Array): void {
    if (buffer instanceof ArrayBuffer && buffer.byteLength === CHUNK_BYTES) this.spare.push(new Uint8Array(buffer));
  }
}
