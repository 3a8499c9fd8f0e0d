import { joinedBytes } from '../../base/joined-bytes.ts';

/** Thrown to unwind when loading is cancelled. */
export class LoadCancelled extends Error {}

/** What opening a file's containers needs to know and to tell. */
export interface InputContext {
  readonly signal: AbortSignal;
  readonly onBytes: (bytesRead: number) => void;
  readonly onError: (message: string) => void;
}

/** Bytes in pieces. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
  /** Takes a chunk of which nothing is needed any more, whole, where its memory can be used for a later one. */
  giveBack?(chunk: Uint8Array): void;
}

/** A stream of the very chunks of another one, whose memory they are. */
export function sameMemory(chunks: AsyncIterable<Uint8Array>, owner: ByteStream): ByteStream {
  return {
    [Symbol.asyncIterator]: () => chunks[Symbol.asyncIterator](),
    giveBack: (chunk) => owner.giveBack?.(chunk),
  };
}

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
    return parts.length === 1 ? parts[0] : joinedBytes(parts);
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
