import type { CellKind, RowSink } from '../reader.ts';
import { JsonCursor } from './json-cursor.ts';
import { JsonUnescaper } from './json-string.ts';

const KINDS: readonly CellKind[] = ['string', 'number', 'literal', 'nested'];
const [STRING, NUMBER, LITERAL, NESTED] = [0, 1, 2, 3];
const NULL = 4;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Numbers a value is noted as: start, end, kind, whether it has escapes. */
const NOTED = 4;

/**
 * Hands the fields of JSON objects and arrays to a row sink, as bytes. A text is walked once, noting where its values
 * are, and given to the sink when all of it has turned out to be JSON: a bad record leaves no half row.
 */
export class JsonCells {
  private readonly cursor = new JsonCursor();
  private readonly unescaper = new JsonUnescaper();
  private notes = new Uint32Array(1024);
  private noted = 0;

  /** The cells of the object `bytes[start..end)`, without ending the row. Throws JsonSyntaxError. */
  object(bytes: Uint8Array, start: number, end: number, sink: RowSink): void {
    this.noteObject(bytes, start, end);
    this.checkEnd();
    this.giveNoted(bytes, sink);
  }

  /** Notes the fields of the object that begins the text `bytes[start..end)`; gives where it ends. Throws JsonSyntaxError. */
  noteObject(bytes: Uint8Array, start: number, end: number): number {
    const { cursor } = this;
    this.begin(bytes, start, end);
    if (cursor.peek() !== 0x7b) cursor.fail('A record must be an object');
    cursor.at++;
    if (cursor.peek() === 0x7d) cursor.at++;
    else {
      do {
        if (cursor.peek() !== 0x22) cursor.fail('A field name in quotes expected');
        this.note();
        cursor.expect(0x3a);
        this.note();
      } while (this.skipComma());
      cursor.expect(0x7d);
    }
    return cursor.at;
  }

  /** The cells of the object that was noted last, without ending the row. */
  giveNoted(bytes: Uint8Array, sink: RowSink): void {
    for (let at = 0; at < this.noted; at += 2 * NOTED) {
      const field = this.fieldId(bytes, at, sink);
      if (this.notes[at + NOTED + 2] !== NULL) this.give(field, bytes, at + NOTED, sink);
    }
  }

  /** The names of the fields of the last object, in its order; none when one has escapes. */
  names(bytes: Uint8Array): readonly string[] {
    const names: string[] = [];
    for (let at = 0; at < this.noted; at += 2 * NOTED) {
      if (this.notes[at + 3] !== 0) return [];
      names.push(decoder.decode(bytes.subarray(this.notes[at], this.notes[at + 1])));
    }
    return names;
  }

  /** The cells of the array `bytes[start..end)`: element `i` is the field `fields[i]`. Throws JsonSyntaxError. */
  array(bytes: Uint8Array, start: number, end: number, fields: readonly number[], sink: RowSink): void {
    const { cursor } = this;
    this.begin(bytes, start, end);
    if (cursor.peek() !== 0x5b) cursor.fail('A row must be an array');
    cursor.at++;
    if (cursor.peek() === 0x5d) cursor.at++;
    else {
      do this.note();
      while (this.skipComma());
      cursor.expect(0x5d);
    }
    this.checkEnd();
    const count = Math.min(fields.length, this.noted / NOTED);
    for (let i = 0; i < count; i++) {
      if (this.notes[i * NOTED + 2] !== NULL) this.give(fields[i], bytes, i * NOTED, sink);
    }
  }

  private begin(bytes: Uint8Array, start: number, end: number): void {
    this.cursor.open(bytes, start, end);
    this.noted = 0;
  }

  private skipComma(): boolean {
    if (this.cursor.peek() !== 0x2c) return false;
    this.cursor.at++;
    return true;
  }

  private checkEnd(): void {
    if (this.cursor.peek() >= 0) this.cursor.fail('Text follows the record');
  }

  /** Notes the value at the cursor and goes past it; a string without its quotes. */
  private note(): void {
    const { cursor } = this;
    const byte = cursor.peek();
    const start = cursor.at;
    let kind = NUMBER;
    if (byte === 0x22) {
      cursor.skipString();
      this.addNote(start + 1, cursor.at - 1, STRING, cursor.escaped);
      return;
    }
    if (byte === 0x7b || byte === 0x5b) {
      cursor.skipValue(1);
      kind = NESTED;
    } else if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) cursor.skipNumber();
    else kind = cursor.skipLiteral() === 'null' ? NULL : LITERAL;
    this.addNote(start, cursor.at, kind, false);
  }

  private addNote(start: number, end: number, kind: number, escaped: boolean): void {
    if (this.noted + NOTED > this.notes.length) {
      const notes = new Uint32Array(this.notes.length * 2);
      notes.set(this.notes);
      this.notes = notes;
    }
    const { notes, noted } = this;
    notes[noted] = start;
    notes[noted + 1] = end;
    notes[noted + 2] = kind;
    notes[noted + 3] = escaped ? 1 : 0;
    this.noted = noted + NOTED;
  }

  private fieldId(bytes: Uint8Array, at: number, sink: RowSink): number {
    const { notes } = this;
    if (notes[at + 3] === 0) return sink.fieldId(bytes, notes[at], notes[at + 1]);
    const length = this.unescaper.unescape(bytes, notes[at], notes[at + 1]);
    return sink.fieldId(this.unescaper.bytes, 0, length);
  }

  private give(field: number, bytes: Uint8Array, at: number, sink: RowSink): void {
    const { notes } = this;
    const kind = KINDS[notes[at + 2]];
    if (notes[at + 3] === 0) sink.cell(field, bytes, notes[at], notes[at + 1], kind);
    else {
      const length = this.unescaper.unescape(bytes, notes[at], notes[at + 1]);
      sink.cell(field, this.unescaper.bytes, 0, length, kind);
    }
  }
}
