import type { FieldValue } from '../reader.ts';
import { JsonCursor } from './json-cursor.ts';
import { JsonUnescaper } from './json-string.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Parses JSON as `JSON.parse` does, but from UTF-8 bytes, and with integers beyond 2^53 as bigint. */
export class JsonParser {
  private readonly cursor = new JsonCursor();
  private readonly unescaper = new JsonUnescaper();

  /** The one value that `bytes[start..end)` holds. Throws JsonSyntaxError. */
  parse(bytes: Uint8Array, start = 0, end = bytes.length): FieldValue {
    const { cursor } = this;
    cursor.open(bytes, start, end);
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
    if (!cursor.escaped) return decoder.decode(cursor.bytes.subarray(start, end));
    const length = this.unescaper.unescape(cursor.bytes, start, end);
    return decoder.decode(this.unescaper.bytes.subarray(0, length));
  }

  private number(): number | bigint {
    const { cursor } = this;
    const start = cursor.at;
    const integer = cursor.skipNumber();
    const text = decoder.decode(cursor.bytes.subarray(start, cursor.at));
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
