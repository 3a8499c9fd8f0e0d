/** A table of the FlatBuffers format, its fields by their number. Throws RangeError outside of the bytes. */
export class FlatTable {
  private readonly view: DataView;
  private readonly start: number;
  private readonly fields: number;

  constructor(view: DataView, start: number) {
    this.view = view;
    this.start = start;
    this.fields = start - view.getInt32(start, true);
  }

  has(field: number): boolean {
    return this.at(field) > 0;
  }

  byte(field: number): number {
    const at = this.at(field);
    return at === 0 ? 0 : this.view.getUint8(at);
  }

  long(field: number): number {
    const at = this.at(field);
    return at === 0 ? 0 : number(this.view, at);
  }

  table(field: number): FlatTable {
    const at = this.at(field);
    if (at === 0) throw new RangeError();
    return new FlatTable(this.view, at + this.view.getUint32(at, true));
  }

  /** Where each of a vector of structs of so many bytes lies. */
  *structs(field: number, bytes: number): Generator<number> {
    const at = this.at(field);
    if (at === 0) return;
    const vector = at + this.view.getUint32(at, true);
    const count = this.view.getUint32(vector, true);
    if (vector + 4 + count * bytes > this.view.byteLength) throw new RangeError();
    for (let index = 0; index < count; index++) yield vector + 4 + index * bytes;
  }

  /** Each of a vector of tables. */
  *tables(field: number): Generator<FlatTable> {
    for (const at of this.structs(field, 4)) yield new FlatTable(this.view, at + this.view.getUint32(at, true));
  }

  private at(field: number): number {
    const slot = 4 + 2 * field;
    if (slot >= this.view.getUint16(this.fields, true)) return 0;
    const offset = this.view.getUint16(this.fields + slot, true);
    return offset === 0 ? 0 : this.start + offset;
  }
}

/** A 64 bit integer; one beyond 2^53 is rounded. */
export function number(view: DataView, at: number): number {
  return Number(view.getBigInt64(at, true));
}
