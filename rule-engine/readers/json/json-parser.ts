import type { FieldValue } from '../reader.ts';
import { JsonCursor, MAX_DEPTH } from './json-cursor.ts';
import { JsonUnescaper } from './json-string.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A string that is cut from a text keeps all of it in memory: longer texts are decoded string by string. */
const MOST_CUT = 1 << 16;
/** What `JSON.parse` reads otherwise: integers that a number may not hold, halves of surrogate pairs. */
const READ_OTHERWISE = /[:,[\s]-?\d{16}|^-?\d{16}|\\u[dD][89a-fA-F]/;

/** Parses JSON as `JSON.parse` does, but from UTF-8 bytes, and with integers beyond 2^53 as bigint. */
export class JsonParser {
  private readonly cursor = new JsonCursor();
  private readonly unescaper = new JsonUnescaper();
  /** The text, where each of its bytes is one character of it: cutting is quicker than decoding. */
  private text: string | undefined;
  private start = 0;

  /** The one value that `bytes[start..end)` holds. Throws JsonSyntaxError. */
  parse(bytes: Uint8Array, start = 0, end = bytes.length): FieldValue {
    const text = end - start <= MOST_CUT ? decoder.decode(bytes.subarray(start, end)) : undefined;
    if (text !== undefined && !READ_OTHERWISE.test(text) && isShallow(text)) {
      try {
        return JSON.parse(text) as FieldValue;
      } catch {
        // The cursor says what is wrong, and where.
      }
    }
    const { cursor } = this;
    cursor.open(bytes, start, end);
    this.text = text?.length === end - start ? text : undefined;
    this.start = start;
    const value = this.value(0);
    if (cursor.peek() >= 0) cursor.fail('Text follows the value');
    return value;
  }

  private value(depth: number): FieldValue {
    const { cursor } = this;
    const byte = cursor.peek();
    if (byte === 0x22) return this.string();
    if (byte === 0x7b) return this.object(depth);
    if (byte === 0x5b) return this.array(depth);
    if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) return this.number();
    if (byte < 0) cursor.fail('The text ends where a value is expected');
    const word = cursor.skipLiteral();
    return word === 'null' ? null : word === 'true';
  }

  private string(): string {
    const { cursor } = this;
    const start = cursor.at + 1;
    cursor.skipString();
    const end = cursor.at - 1;
    if (!cursor.escaped) return this.cut(start, end);
    if (this.text !== undefined) {
      const quoted = this.cut(start - 1, end + 1);
      if (!quoted.includes('\\u')) return JSON.parse(quoted) as string;
    }
    const length = this.unescaper.unescape(cursor.bytes, start, end);
    return decoder.decode(this.unescaper.bytes.subarray(0, length));
  }

  private cut(start: number, end: number): string {
    if (this.text === undefined) return decoder.decode(this.cursor.bytes.subarray(start, end));
    return this.text.slice(start - this.start, end - this.start);
  }

  private number(): number | bigint {
    const { cursor } = this;
    const start = cursor.at;
    const integer = cursor.skipNumber();
    const text = this.cut(start, cursor.at);
    const value = Number(text);
    return integer && !Number.isSafeInteger(value) ? BigInt(text) : value;
  }

  private object(depth: number): FieldValue {
    const { cursor } = this;
    cursor.checkDepth(depth);
    cursor.at++;
    const fields: { [name: string]: FieldValue } = {};
    if (cursor.peek() === 0x7d) {
      cursor.at++;
      return fields;
    }
    for (;;) {
      if (cursor.peek() !== 0x22) cursor.fail('A field name in quotes expected');
      const name = this.string();
      cursor.expect(0x3a);
      const value = this.value(depth + 1);
      if (name === '__proto__') {
        Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
      } else fields[name] = value;
      if (cursor.peek() !== 0x2c) break;
      cursor.at++;
    }
    cursor.expect(0x7d);
    return fields;
  }

  private array(depth: number): FieldValue {
    const { cursor } = this;
    cursor.checkDepth(depth);
    cursor.at++;
    const items: FieldValue[] = [];
    if (cursor.peek() === 0x5d) {
      cursor.at++;
      return items;
    }
    for (;;) {
      items.push(this.value(depth + 1));
      if (cursor.peek() !== 0x2c) break;
      cursor.at++;
    }
    cursor.expect(0x5d);
    return items;
  }
}

/** True for a text with fewer brackets than would nest it too deep. */
function isShallow(text: string): boolean {
  let brackets = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0 && brackets < MAX_DEPTH; at = text.indexOf(bracket, at + 1))
      brackets++;
  }
  return brackets < MAX_DEPTH;
}
