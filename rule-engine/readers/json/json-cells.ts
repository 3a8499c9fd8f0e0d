import type { RowSink } from '../reader.ts';
import { JsonCursor } from './json-cursor.ts';
import { JsonUnescaper } from './json-string.ts';

/** Hands the fields of JSON objects and arrays to a row sink, as bytes. */
export class JsonCells {
  private readonly cursor = new JsonCursor();
  private readonly values = new JsonUnescaper();
  private readonly names = new JsonUnescaper();

  /**
   * The cells of the object `bytes[start..end)`, without ending the row. The whole text is checked before the first
   * cell is given, so that a bad record leaves no half row. Throws JsonSyntaxError.
   */
  object(bytes: Uint8Array, start: number, end: number, sink: RowSink): void {
    const { cursor } = this;
    this.check(bytes, start, end, 0x7b);
    cursor.open(bytes, start, end);
    cursor.expect(0x7b);
    while (cursor.peek() === 0x22) {
      const nameStart = cursor.at + 1;
      cursor.skipString();
      const nameEnd = cursor.at - 1;
      const field = cursor.escaped
        ? this.escapedField(bytes, nameStart, nameEnd, sink)
        : sink.fieldId(bytes, nameStart, nameEnd);
      cursor.expect(0x3a);
      this.cell(field, sink);
      if (cursor.peek() === 0x2c) cursor.at++;
    }
  }

  /** The cells of the array `bytes[start..end)`: element `i` is the field `fields[i]`. Throws JsonSyntaxError. */
  array(bytes: Uint8Array, start: number, end: number, fields: readonly number[], sink: RowSink): void {
    const { cursor } = this;
    this.check(bytes, start, end, 0x5b);
    cursor.open(bytes, start, end);
    cursor.expect(0x5b);
    for (let index = 0; cursor.peek() !== 0x5d; index++) {
      if (index < fields.length) this.cell(fields[index], sink);
      else cursor.skipValue();
      if (cursor.peek() === 0x2c) cursor.at++;
    }
  }

  /** Throws unless the text is one value that starts with `first`. */
  private check(bytes: Uint8Array, start: number, end: number, first: number): void {
    const { cursor } = this;
    cursor.open(bytes, start, end);
    if (cursor.peek() !== first) cursor.fail(first === 0x7b ? 'A record must be an object' : 'A row must be an array');
    cursor.skipValue();
    if (cursor.peek() >= 0) cursor.fail('Text follows the record');
  }

  private cell(field: number, sink: RowSink): void {
    const { cursor } = this;
    const { bytes } = cursor;
    const byte = cursor.peek();
    const start = cursor.at;
    if (byte === 0x22) {
      cursor.skipString();
      if (!cursor.escaped) sink.cell(field, bytes, start + 1, cursor.at - 1, 'string');
      else {
        const length = this.values.unescape(bytes, start + 1, cursor.at - 1);
        sink.cell(field, this.values.bytes, 0, length, 'string');
      }
    } else if (byte === 0x7b || byte === 0x5b) {
      cursor.skipValue();
      sink.cell(field, bytes, start, cursor.at, 'nested');
    } else if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) {
      cursor.skipNumber();
      sink.cell(field, bytes, start, cursor.at, 'number');
    } else if (cursor.skipLiteral() !== 'null') sink.cell(field, bytes, start, cursor.at, 'literal');
  }

  private escapedField(bytes: Uint8Array, start: number, end: number, sink: RowSink): number {
    const length = this.names.unescape(bytes, start, end);
    return sink.fieldId(this.names.bytes, 0, length);
  }
}
