/** How far back compressed data may refer to what they held before. */
const HISTORY_BYTES = 32 * 1024;
/** Few enough to be still in the processor's cache when a reader works on them. */
const CHUNK_BYTES = 256 * 1024;
const BUFFER_BYTES = HISTORY_BYTES + CHUNK_BYTES;

/** What decompressors write to: chunks of one size, each behind a copy of what was written before it. */
export class OutputWindow {
  bytes = new Uint8Array(BUFFER_BYTES);
  /** Where the next byte goes. */
  at = HISTORY_BYTES;
  /** The first byte that may be referred to. */
  oldest = HISTORY_BYTES;
  private taken = 0;
  private readonly spare: Uint8Array<ArrayBuffer>[] = [];

  /** Bytes that fit in yet. */
  get free(): number {
    return BUFFER_BYTES - this.at;
  }

  /** Bytes that were written and not taken. */
  get waiting(): number {
    return this.at - HISTORY_BYTES;
  }

  /** All bytes that were ever written. */
  get written(): number {
    return this.taken + this.waiting;
  }

  /** Writes bytes that fit in. */
  put(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** What comes refers to nothing before it. */
  forget(): void {
    this.oldest = this.at;
  }

  /** Takes what was written: it is no longer touched. */
  take(): Uint8Array {
    const { bytes, at } = this;
    const next = this.spare.pop() ?? new Uint8Array(BUFFER_BYTES);
    const from = Math.max(this.oldest, at - HISTORY_BYTES);
    next.set(bytes.subarray(from, at), HISTORY_BYTES - (at - from));
    this.taken += this.waiting;
    this.bytes = next;
    this.at = HISTORY_BYTES;
    this.oldest = HISTORY_BYTES - (at - from);
    return bytes.subarray(HISTORY_BYTES, at);
  }

  /** Takes a chunk of which nothing is needed any more: its memory is used for a later one. */
  giveBack({ buffer }: Uint8Array): void {
    if (buffer instanceof ArrayBuffer && buffer.byteLength === BUFFER_BYTES) this.spare.push(new Uint8Array(buffer));
  }
}
