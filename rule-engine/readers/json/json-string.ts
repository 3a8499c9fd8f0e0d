import { hexDigit, simpleEscape } from './json-cursor.ts';

/** Undoes the escapes of a JSON string's content, UTF-8 to UTF-8, in a buffer that is reused. */
export class JsonUnescaper {
  /** The last result is `bytes[0 .. returned length)`. */
  bytes: Uint8Array = new Uint8Array(1024);

  /** Writes the text of `source[start..end)`, whose escapes have been checked; gives its length in bytes. */
  unescape(source: Uint8Array, start: number, end: number): number {
    if (this.bytes.length < end - start) this.bytes = new Uint8Array((end - start) * 2);
    const { bytes } = this;
    let to = 0;
    for (let at = start; at < end; at++) {
      const byte = source[at];
      if (byte !== 0x5c) {
        bytes[to++] = byte;
        continue;
      }
      at++;
      if (source[at] !== 0x75) {
        bytes[to++] = simpleEscape(source[at]);
        continue;
      }
      let code = hex4(source, at + 1);
      at += 4;
      if (code >= 0xd800 && code < 0xdc00 && at + 6 < end && source[at + 1] === 0x5c && source[at + 2] === 0x75) {
        const low = hex4(source, at + 3);
        if (low >= 0xdc00 && low < 0xe000) {
          code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
          at += 6;
        }
      }
      to = writeCodePoint(bytes, to, code >= 0xd800 && code < 0xe000 ? 0xfffd : code);
    }
    return to;
  }
}

function hex4(bytes: Uint8Array, at: number): number {
  return (
    (hexDigit(bytes[at]) << 12) |
    (hexDigit(bytes[at + 1]) << 8) |
    (hexDigit(bytes[at + 2]) << 4) |
    hexDigit(bytes[at + 3])
  );
}

function writeCodePoint(bytes: Uint8Array, at: number, code: number): number {
  let to = at;
  if (code < 0x80) bytes[to++] = code;
  else if (code < 0x800) {
    bytes[to++] = 0xc0 | (code >> 6);
    bytes[to++] = 0x80 | (code & 0x3f);
  } else if (code < 0x10000) {
    bytes[to++] = 0xe0 | (code >> 12);
    bytes[to++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[to++] = 0x80 | (code & 0x3f);
  } else {
    bytes[to++] = 0xf0 | (code >> 18);
    bytes[to++] = 0x80 | ((code >> 12) & 0x3f);
    bytes[to++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[to++] = 0x80 | (code & 0x3f);
  }
  return to;
}
