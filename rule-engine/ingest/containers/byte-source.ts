/** Bytes that can be read from any place: a Blob is one. */
export interface ByteSource {
  readonly size: number;
  slice(start: number, end: number): ByteSource;
  arrayBuffer(): Promise<ArrayBuffer>;
  /** Fills `target` from a place on, where a runtime can do that: so memory is used again. Gives the number of bytes. */
  readInto?(target: Uint8Array, position: number): Promise<number>;
}

/** Small enough for the memory of one chunk to be used again for the next. */
const CHUNK_BYTES = 1024 * 1024;

/** Reads a source from its start to its end; the next chunk is read while one is worked on. */
export class SourceChunks {
  private readonly source: ByteSource;
  private readonly spare: Uint8Array[] = [];

  constructor(source: ByteSource) {
    this.source = source;
  }

  async *read(): AsyncGenerator<Uint8Array> {
    const { size } = this.source;
    let next = this.chunkAt(0);
    for (let at = 0; at < size; at += CHUNK_BYTES) {
      const bytes = await next;
      if (at + CHUNK_BYTES < size) next = this.chunkAt(at + CHUNK_BYTES);
      yield bytes;
    }
  }

  /** Takes a chunk of which nothing is needed any more, whole: its memory is used for a later one. */
  giveBack(chunk: Uint8Array): void {
    const { buffer } = chunk;
    if (this.source.readInto !== undefined && buffer.byteLength === CHUNK_BYTES)
      this.spare.push(new Uint8Array(buffer));
  }

  private chunkAt(start: number): Promise<Uint8Array> {
    const bytes = this.readAt(start);
    // A failure is thrown where the bytes are awaited; after a cancel nobody awaits them.
    bytes.catch(() => {});
    return bytes;
  }

  private async readAt(start: number): Promise<Uint8Array> {
    const { source } = this;
    if (source.readInto === undefined) {
      return new Uint8Array(await source.slice(start, start + CHUNK_BYTES).arrayBuffer());
    }
    const target = this.spare.pop() ?? new Uint8Array(CHUNK_BYTES);
    return target.subarray(0, await source.readInto(target, start));
  }
}
