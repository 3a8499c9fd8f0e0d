/**
 * Joins what is left of an input with its next chunk, in memory with room for more: however many chunks a value takes, its
 * bytes are copied a few times at most.
 */
export class JoinedBytes {
  private room: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  /** `rest` with `chunk` behind it, until the next call: the chunk itself where nothing is left. */
  join(rest: Uint8Array, chunk: Uint8Array): Uint8Array {
    if (rest.length === 0) return chunk;
    const length = rest.length + chunk.length;
    const { room } = this;
    if (length > room.length) {
      this.room = new Uint8Array(2 * length);
      this.room.set(rest);
    } else if (rest.buffer !== room.buffer || rest.byteOffset > 0) room.set(rest);
    this.room.set(chunk, rest.length);
    return this.room.subarray(0, length);
  }
}
