/** Before the text: whose progress it is, 0 while there is none or it is being written; its number; the text's length in bytes. */
const HEAD = 3;
const ROOM = 1 << 20;

/**
 * The last progress that a worker told, in memory that it shares with the page: the page can read it within a frame, where
 * no message comes in. For requests of which a newer one takes the place of those before.
 */
export class SharedProgress {
  readonly buffer: SharedArrayBuffer;
  private readonly head: Int32Array;
  private readonly text: Uint8Array;

  /** @param buffer the memory of another one of these, on the other side */
  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(HEAD * Int32Array.BYTES_PER_ELEMENT + ROOM)) {
    this.buffer = buffer;
    this.head = new Int32Array(buffer, 0, HEAD);
    this.text = new Uint8Array(buffer, this.head.byteLength);
  }

  /** Tells the progress of a request, a positive number. It goes as JSON; false when that is too long. */
  write(request: number, progress: unknown): boolean {
    const bytes = new TextEncoder().encode(JSON.stringify(progress));
    if (bytes.length > this.text.length) return false;
    Atomics.store(this.head, 0, 0);
    this.text.set(bytes);
    Atomics.store(this.head, 2, bytes.length);
    Atomics.add(this.head, 1, 1);
    Atomics.store(this.head, 0, request);
    return true;
  }

  /** What was told last, when it is of that request and comes after a number that was read before, or 0. */
  read(request: number, after: number): { readonly progress: unknown; readonly number: number } | undefined {
    const number = Atomics.load(this.head, 1);
    if (Atomics.load(this.head, 0) !== request || number === after) return undefined;
    // Decoders refuse memory that is shared.
    const bytes = this.text.slice(0, Atomics.load(this.head, 2));
    // The worker may have begun to write what it tells of another one.
    if (Atomics.load(this.head, 0) !== request || Atomics.load(this.head, 1) !== number) return undefined;
    return { progress: JSON.parse(new TextDecoder().decode(bytes)), number };
  }
}
