/** Bytes that can be read from any place: a Blob is one. */
export interface ByteSource {
  readonly size: number;
  slice(start: number, end: number): ByteSource;
  arrayBuffer(): Promise<ArrayBuffer>;
  /** Fills `target` from a place on, where a runtime can do that: so memory is used again. Gives the number of bytes. */
  readInto?(target: Uint8Array, position: number): Promise<number>;
  /** All bytes from the start: a Blob's are a byte stream (https://w3c.github.io/FileAPI/#blob-get-stream) where the browser is new enough. */
  stream?(): ReadableStream<Uint8Array<ArrayBuffer>>;
}
