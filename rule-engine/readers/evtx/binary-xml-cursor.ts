import { utf16Text } from './utf16-text.ts';

/** Walks bytes of a chunk; offsets are those of the chunk. Throws RangeError at the chunk's end. */
export class BinaryXmlCursor {
  at: number;
  readonly end: number;
  private readonly view: DataView;
  private readonly names: Map<number, string>;

  constructor(view: DataView, start: number, end: number, names: Map<number, string>) {
    this.view = view;
    this.at = start;
    this.end = Math.min(end, view.byteLength);
    this.names = names;
  }

  peek(): number {
    return this.view.getUint8(this.at);
  }

  byte(): number {
    return this.view.getUint8(this.at++);
  }

  uint16(): number {
    this.at += 2;
    return this.view.getUint16(this.at - 2, true);
  }

  uint32(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  skip(bytes: number): void {
    this.at += bytes;
    if (this.at > this.view.byteLength) throw new RangeError('A part runs over the end of the chunk');
  }

  /** A text with its length in characters before it. */
  text(): string {
    const size = this.uint16() * 2;
    const { at } = this;
    this.skip(size);
    return utf16Text(this.view, at, size);
  }

  /** A name by its offset; it stands right here, or earlier in the chunk. */
  name(): string {
    const offset = this.uint32();
    if (offset === this.at) this.skip(10 + this.view.getUint16(offset + 6, true) * 2);
    let name = this.names.get(offset);
    if (name === undefined) {
      name = utf16Text(this.view, offset + 8, this.view.getUint16(offset + 6, true) * 2);
      this.names.set(offset, name);
    }
    return name;
  }
}
