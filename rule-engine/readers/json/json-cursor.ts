/** Where and why a text is not JSON; `offset` is an index into the bytes that were given. */
export class JsonSyntaxError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'JsonSyntaxError';
    this.offset = offset;
  }
}

/** Levels of arrays and objects within one another that a value may have. */
export const MAX_DEPTH = 256;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Walks the tokens of JSON (RFC 8259) in UTF-8 bytes. Throws JsonSyntaxError. */
export class JsonCursor {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;
  /** Whether the string skipped last has escapes. */
  escaped = false;

  open(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** The next byte that is not white space, not consumed; -1 at the end. */
  peek(): number {
    const { bytes, end } = this;
    let at = this.at;
    while (at < end && (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09)) at++;
    this.at = at;
    return at < end ? bytes[at] : -1;
  }

  expect(byte: number): void {
    if (this.peek() !== byte) this.fail(`'${String.fromCharCode(byte)}' expected`);
    this.at++;
  }

  /** Skips a string; its content is `bytes[start + 1 .. at - 1)` where `start` was the opening quote. */
  skipString(): void {
    const { bytes, end } = this;
    const start = this.at;
    let at = start + 1;
    this.escaped = false;
    for (; at < end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        this.at = at + 1;
        return;
      }
      if (byte === BACKSLASH) {
        this.escaped = true;
        at = this.checkEscape(at);
      } else if (byte < 0x20) {
        this.at = at;
        this.fail('A control character stands in a string');
      }
    }
    this.at = start;
    this.fail('The string is not closed');
  }

  /** Skips a number; true when it is an integer (no point, no exponent). */
  skipNumber(): boolean {
    const { bytes, end } = this;
    let at = this.at;
    let integer = true;
    if (bytes[at] === 0x2d) at++;
    const first = at;
    at = this.skipDigits(at);
    if (at - first > 1 && bytes[first] === 0x30) this.fail('A number starts with a needless zero');
    if (at < end && bytes[at] === 0x2e) {
      integer = false;
      at = this.skipDigits(at + 1);
    }
    if (at < end && (bytes[at] === 0x65 || bytes[at] === 0x45)) {
      integer = false;
      const signed = bytes[at + 1] === 0x2b || bytes[at + 1] === 0x2d;
      at = this.skipDigits(at + (signed ? 2 : 1));
    }
    this.at = at;
    return integer;
  }

  skipLiteral(): 'true' | 'false' | 'null' {
    const { bytes, at } = this;
    const word = bytes[at] === 0x74 ? 'true' : bytes[at] === 0x66 ? 'false' : 'null';
    for (let i = 0; i < word.length; i++) {
      if (at + i >= this.end || bytes[at + i] !== word.charCodeAt(i)) this.fail('A value expected');
    }
    this.at += word.length;
    return word;
  }

  /** Skips any value, checking its syntax. */
  skipValue(depth = 0): void {
    const byte = this.peek();
    if (byte === QUOTE) this.skipString();
    else if (byte === 0x7b) this.skipObject(depth);
    else if (byte === 0x5b) this.skipArray(depth);
    else if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) this.skipNumber();
    else if (byte < 0) this.fail('The text ends where a value is expected');
    else this.skipLiteral();
  }

  checkDepth(depth: number): void {
    if (depth >= MAX_DEPTH) this.fail(`More than ${MAX_DEPTH} levels deep`);
  }

  fail(message: string): never {
    throw new JsonSyntaxError(message, this.at);
  }

  private skipObject(depth: number): void {
    this.checkDepth(depth);
    this.at++;
    if (this.peek() === 0x7d) {
      this.at++;
      return;
    }
    for (;;) {
      if (this.peek() !== QUOTE) this.fail('A field name in quotes expected');
      this.skipString();
      this.expect(0x3a);
      this.skipValue(depth + 1);
      if (this.peek() !== 0x2c) break;
      this.at++;
    }
    this.expect(0x7d);
  }

  private skipArray(depth: number): void {
    this.checkDepth(depth);
    this.at++;
    if (this.peek() === 0x5d) {
      this.at++;
      return;
    }
    for (;;) {
      this.skipValue(depth + 1);
      if (this.peek() !== 0x2c) break;
      this.at++;
    }
    this.expect(0x5d);
  }

  private skipDigits(from: number): number {
    let at = from;
    while (at < this.end && this.bytes[at] >= 0x30 && this.bytes[at] <= 0x39) at++;
    if (at === from) this.fail('A digit expected');
    return at;
  }

  /** Checks the escape at a backslash; gives the index of its last byte. */
  private checkEscape(at: number): number {
    const next = at + 1 < this.end ? this.bytes[at + 1] : -1;
    if (next === 0x75) {
      for (let i = 2; i < 6; i++) if (at + i >= this.end || hexDigit(this.bytes[at + i]) < 0) this.badEscape(at);
      return at + 5;
    }
    if (next < 0 || simpleEscape(next) === 0) this.badEscape(at);
    return at + 1;
  }

  private badEscape(at: number): never {
    this.at = at;
    this.fail('An escape that JSON does not have');
  }
}

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** The byte that `\x` stands for, or 0. */
export function simpleEscape(byte: number): number {
  switch (byte) {
    case QUOTE:
    case BACKSLASH:
    case 0x2f:
      return byte;
    case 0x62:
      return 0x08;
    case 0x66:
      return 0x0c;
    case 0x6e:
      return 0x0a;
    case 0x72:
      return 0x0d;
    case 0x74:
      return 0x09;
    default:
      return 0;
  }
}
