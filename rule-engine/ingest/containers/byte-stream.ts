/** Thrown to unwind when loading is cancelled. */
export class LoadCancelled extends Error {}

/** What opening a file's containers needs to know and to tell. */
export interface InputContext {
  readonly signal: AbortSignal;
  readonly onBytes: (bytesRead: number) => void;
  readonly onError: (message: string) => void;
}

export type ByteStream = AsyncIterable<Uint8Array>;

/** Reads bytes that come in pieces: so many, up to so many, or skips them. */
export class StreamCursor {
  private readonly source: AsyncIterator<Uint8Array>;
  private piece: Uint8Array = new Uint8Array(0);
  private ended = false;

  constructor(source: ByteStream) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next bytes: `size` of them, fewer at the end. */
  async take(size: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < size) {
      const part = await this.some(size - length);
      if (part === undefined) break;
      parts.push(part);
      length += part.length;
    }
    return parts.length === 1 ? parts[0] : joined(parts, length);
  }

  /** Between one and `most` bytes; undefined at the end. */
  async some(most: number): Promise<Uint8Array | undefined> {
    while (this.piece.length === 0) {
      if (this.ended) return undefined;
      const next = await this.source.next();
      if (next.done) {
        this.ended = true;
        return undefined;
      }
      this.piece = next.value;
    }
    const part = this.piece.subarray(0, most);
    this.piece = this.piece.subarray(part.length);
    return part;
  }
}

export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Lets other messages of the worker, a cancel among them, be handled. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
