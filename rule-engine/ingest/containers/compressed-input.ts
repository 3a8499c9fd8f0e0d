/** Compressed bytes as they come; what was not used yet stays before those that are added. */
export class CompressedInput {
  bytes: Uint8Array = new Uint8Array(0);
  /** The next byte. */
  at = 0;
  end = 0;
  /** Nothing comes any more. */
  isLast = false;

  get left(): number {
    return this.end - this.at;
  }

  add(bytes: Uint8Array): void {
    const { left } = this;
    const needed = left + bytes.length;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(needed);
      larger.set(this.bytes.subarray(this.at, this.end));
      this.bytes = larger;
    } else this.bytes.copyWithin(0, this.at, this.end);
    this.bytes.set(bytes, left);
    this.at = 0;
    this.end = left + bytes.length;
  }
}
