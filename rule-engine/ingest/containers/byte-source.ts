import type { ByteStream } from './byte-stream.ts';

/** Bytes that can be read from any place: a Blob is one. */
export interface ByteSource {
  readonly size: number;
  slice(start: number, end: number): ByteSource;
  arrayBuffer(): Promise<ArrayBuffer>;
  /** Fills `target` from a place on, where a runtime can do that: so memory is used again. Gives the number of bytes. */
  readInto?(target: Uint8Array, position: number): Promise<number>;
}

/** What is asked of a source at a time, where each answer has memory of its own and is waited for. */
const ASKED_BYTES = 1024 * 1024;
/** What is read at a time into memory that is used again: few enough to be still in the processor's cache when worked on. */
const READ_BYTES = 256 * 1024;

/** Reads a source from its start to its end; the next chunk is read while one is worked on. */
export class SourceChunks implements ByteStream {
  private readonly source: ByteSource;
  private readonly chunkBytes: number;
  private readonly spare: Uint8Array[] = [];

  constructor(source: ByteSource) {
    this.source = source;
    this.chunkBytes = source.readInto === undefined ? ASKED_BYTES : READ_BYTES;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const { chunkBytes, source } = this;
    let next = this.chunkAt(0);
    for (let at = 0; at < source.size; at += chunkBytes) {
      const bytes = await next;
      if (at + chunkBytes < source.size) next = this.chunkAt(at + chunkBytes);
      yield bytes;
    }
  }

  giveBack(chunk: Uint8Array): void {
    const { buffer } = chunk;
    if (this.source.readInto !== undefined && buffer.byteLength === this.chunkBytes)
      this.spare.push(new Uint8Array(buffer));
  }

  private chunkAt(start: number): Promise<Uint8Array> {
    const bytes = this.readAt(start);
    // A failure is thrown where the bytes are awaited; after a cancel nobody awaits them.
    bytes.catch(() => {});
    return bytes;
  }

  private async readAt(start: number): Promise<Uint8Array> {
    const { source, chunkBytes } = this;
    if (source.readInto === undefined) {
      return new Uint8Array(await source.slice(start, start + chunkBytes).arrayBuffer());
    }
    const target = this.spare.pop() ?? new Uint8Array(chunkBytes);
    return target.subarray(0, await source.readInto(target, start));
  }
}
