// AssemblyScript. Finds the cells of JSON lines whose objects name their fields in the order of `names`; fields may be left
// out. The object may lie in an envelope that says its category. Any other line, a faulty one among them, is left to the
// careful scanner (readers/json).
import { CellScan, splat, storeCell } from './cell-scan';

const QUOTE: u32 = 34;
const BACKSLASH: u32 = 92;
const FEED: u32 = 10;

/** What `value` gives besides a place. */
const UNFINISHED: u32 = 0;
const NOT_PLAIN: u32 = 1;

/** Kinds of values that a column has, as bits. */
const STRING: u32 = 1;
const NUMBER: u32 = 2;
const LITERAL: u32 = 4;
const NESTED: u32 = 8;

/** Levels within a cell; the careful scanner reads what is deeper. */
const MAX_DEPTH: u32 = 64;

/** The fields that are known, in order: pairs of pointer and length, then a word of kinds for each. */
@unmanaged
class Names {
  pairs: usize;
  kinds: usize;
  /** Of envelopes: pairs of the name of the field with the object, of that with the category, and of the category; or 0. */
  envelope: usize;
}

let valueStart: u32 = 0;
let valueEnd: u32 = 0;
let valueKind: u32 = 0;
let escaped: bool = false;

// @ts-ignore: decorator
@inline
function skipBlanks(bytes: usize, at: u32): u32 {
  let byte = <u32>load<u8>(bytes + at);
  while (byte == 32 || byte == 9 || byte == 13) byte = load<u8>(bytes + ++at);
  return at;
}

// @ts-ignore: decorator
@inline
function isDigit(byte: u32): bool {
  return byte - 48 < 10;
}

function hexDigit(byte: u32): u32 {
  if (byte - 48 < 10) return byte - 48;
  const letter = (byte | 32) - 97;
  return letter < 6 ? letter + 10 : 16;
}

/** The value of four hexadecimal digits, or 0x10000 and above. */
function hex4(at: usize): u32 {
  const a = hexDigit(load<u8>(at)), b = hexDigit(load<u8>(at, 1)), c = hexDigit(load<u8>(at, 2)), d = hexDigit(load<u8>(at, 3));
  return (a | b | c | d) > 15 ? 0x10000 : (a << 12) | (b << 8) | (c << 4) | d;
}

/** The byte that `\x` stands for, or 0. */
function simpleEscape(byte: u32): u32 {
  switch (byte) {
    case 98: return 8;
    case 102: return 12;
    case 110: return 10;
    case 114: return 13;
    case 116: return 9;
    case QUOTE: case BACKSLASH: case 47: return byte;
    default: return 0;
  }
}

/** The place after the string whose text starts at `at`; UNFINISHED or NOT_PLAIN. */
function skipString(bytes: usize, at: u32, length: u32): u32 {
  const quote = splat(QUOTE), backslash = splat(BACKSLASH), blank = splat(32);
  while (at < length) {
    const block = v128.load(bytes + at);
    const found = i8x16.bitmask(
      v128.or(v128.or(i8x16.eq(block, quote), i8x16.eq(block, backslash)), i8x16.lt_u(block, blank)),
    );
    if (found == 0) {
      at += 16;
      continue;
    }
    at += ctz(found);
    if (at >= length) break;
    const byte = load<u8>(bytes + at);
    if (byte == QUOTE) return at + 1;
    if (byte != BACKSLASH) return NOT_PLAIN;
    if (at + 6 >= length) break;
    escaped = true;
    const next = load<u8>(bytes + at + 1);
    if (next != 117) {
      if (simpleEscape(next) == 0) return NOT_PLAIN;
      at += 2;
    } else {
      if (hex4(bytes + at + 2) > 0xffff) return NOT_PLAIN;
      at += 6;
    }
  }
  return UNFINISHED;
}

function skipDigits(bytes: usize, at: u32): u32 {
  while (isDigit(load<u8>(bytes + at))) at++;
  return at;
}

/** The place after a number of JSON's grammar, or NOT_PLAIN. */
function skipNumber(bytes: usize, at: u32): u32 {
  if (load<u8>(bytes + at) == 45) at++;
  const first = at;
  at = skipDigits(bytes, at);
  if (at == first || (at - first > 1 && load<u8>(bytes + first) == 48)) return NOT_PLAIN;
  if (load<u8>(bytes + at) == 46) {
    const fraction = at + 1;
    at = skipDigits(bytes, fraction);
    if (at == fraction) return NOT_PLAIN;
  }
  if ((load<u8>(bytes + at) | 32) == 101) {
    at++;
    const sign = load<u8>(bytes + at);
    if (sign == 43 || sign == 45) at++;
    const exponent = at;
    at = skipDigits(bytes, exponent);
    if (at == exponent) return NOT_PLAIN;
  }
  return at;
}

/** The place after the object or array at `at`. */
function skipNested(bytes: usize, at: u32, length: u32, depth: u32): u32 {
  if (depth == MAX_DEPTH) return NOT_PLAIN;
  const isObject = load<u8>(bytes + at) == 123;
  const close: u32 = isObject ? 125 : 93;
  at = skipBlanks(bytes, at + 1);
  if (at >= length) return UNFINISHED;
  if (load<u8>(bytes + at) == close) return at + 1;
  for (;;) {
    if (isObject) {
      if (load<u8>(bytes + at) != QUOTE) return NOT_PLAIN;
      at = skipString(bytes, at + 1, length);
      if (at <= NOT_PLAIN) return at;
      at = skipBlanks(bytes, at);
      if (at >= length) return UNFINISHED;
      if (load<u8>(bytes + at) != 58) return NOT_PLAIN;
      at = skipBlanks(bytes, at + 1);
      if (at >= length) return UNFINISHED;
    }
    at = skipValue(bytes, at, length, depth + 1);
    if (at <= NOT_PLAIN) return at;
    at = skipBlanks(bytes, at);
    if (at >= length) return UNFINISHED;
    const byte = load<u8>(bytes + at);
    if (byte == close) break;
    if (byte != 44) return NOT_PLAIN;
    at = skipBlanks(bytes, at + 1);
    if (at >= length) return UNFINISHED;
  }
  return at + 1;
}

/** The place after the value at `at`, noted in `valueStart`, `valueEnd` and `valueKind`. */
function skipValue(bytes: usize, at: u32, length: u32, depth: u32): u32 {
  const byte = <u32>load<u8>(bytes + at);
  const start = at;
  let end: u32 = NOT_PLAIN;
  if (byte == 123 || byte == 91) {
    const wasEscaped = escaped;
    end = skipNested(bytes, at, length, depth);
    escaped = wasEscaped;
    if (end <= NOT_PLAIN) return end;
    valueStart = start;
    valueEnd = end;
    valueKind = NESTED;
    return end >= length ? UNFINISHED : end;
  }
  valueStart = start;
  if (byte == QUOTE) {
    end = skipString(bytes, at + 1, length);
    if (end <= NOT_PLAIN) return end;
    valueStart = at + 1;
    valueEnd = end - 1;
    valueKind = STRING;
    return end;
  }
  if (byte == 45 || isDigit(byte)) {
    end = skipNumber(bytes, at);
    valueKind = NUMBER;
  } else {
    const word = load<u32>(bytes + at);
    if (word == 0x65757274) end = at + 4;
    else if (word == 0x736c6166 && load<u8>(bytes + at + 4) == 101) end = at + 5;
    else if (word == 0x6c6c756e) {
      valueEnd = at;
      return at + 4 >= length ? UNFINISHED : at + 4;
    }
    valueKind = LITERAL;
  }
  valueEnd = end;
  return end >= length ? UNFINISHED : end;
}

/** Writes a code point as UTF-8; gives the place after it. */
function writeCodePoint(to: usize, code: u32): usize {
  if (code < 0x80) {
    store<u8>(to, code);
    return to + 1;
  }
  if (code < 0x800) {
    store<u8>(to, 0xc0 | (code >> 6));
    store<u8>(to, 0x80 | (code & 63), 1);
    return to + 2;
  }
  if (code < 0x10000) {
    store<u8>(to, 0xe0 | (code >> 12));
    store<u8>(to, 0x80 | ((code >> 6) & 63), 1);
    store<u8>(to, 0x80 | (code & 63), 2);
    return to + 3;
  }
  store<u8>(to, 0xf0 | (code >> 18));
  store<u8>(to, 0x80 | ((code >> 12) & 63), 1);
  store<u8>(to, 0x80 | ((code >> 6) & 63), 2);
  store<u8>(to, 0x80 | (code & 63), 3);
  return to + 4;
}

/** Undoes the escapes of a row's strings in place; half a surrogate pair becomes U+FFFD. */
function unescapeRow(bytes: usize, cells: usize, columns: u32): void {
  for (let column: u32 = 0; column < columns; column++) {
    const pair = cells + (<usize>column << 3);
    const end = bytes + load<u32>(pair, 4);
    let at = bytes + load<u32>(pair);
    // A value that is nested has escapes of its own.
    if (at >= end || load<u8>(at - 1) != QUOTE) continue;
    while (at < end && load<u8>(at) != BACKSLASH) at++;
    if (at == end) continue;
    let to = at;
    while (at < end) {
      const byte = load<u8>(at);
      if (byte != BACKSLASH) {
        store<u8>(to++, byte);
        at++;
        continue;
      }
      const next = load<u8>(at, 1);
      if (next != 117) {
        store<u8>(to++, simpleEscape(next));
        at += 2;
        continue;
      }
      let code = hex4(at + 2);
      at += 6;
      if (code - 0xd800 < 0x400 && at + 6 <= end && load<u8>(at) == BACKSLASH && load<u8>(at, 1) == 117) {
        const low = hex4(at + 2) - 0xdc00;
        if (low < 0x400) {
          code = 0x10000 + ((code - 0xd800) << 10) + low;
          at += 6;
        }
      }
      to = writeCodePoint(to, code - 0xd800 < 0x800 ? 0xfffd : code);
    }
    store<u32>(pair, <u32>(to - bytes), 4);
  }
}

/** Whether the name of a field stands at `at`, before a quote. Names have eight bytes behind them, as the input has. */
function isName(at: usize, end: usize, pair: usize): bool {
  const name = <usize>load<u32>(pair);
  const length = load<u32>(pair, 4);
  if (at + length >= end || load<u8>(at + length) != QUOTE) return false;
  const whole = length & ~7;
  for (let i: u32 = 0; i < whole; i += 8) if (load<u64>(at + i) != load<u64>(name + i)) return false;
  const rest = (length & 7) << 3;
  return ((load<u64>(at + whole) ^ load<u64>(name + whole)) & ((<u64>1 << rest) - 1)) == 0;
}

/** The place after the object at `at`, its cells stored from `first` on; UNFINISHED or NOT_PLAIN. */
function scanObject(scan: CellScan, names: Names, at: u32, first: u32): u32 {
  const bytes = scan.bytes, length = scan.length, columns = scan.columns;
  let column: u32 = 0;
  if (load<u8>(bytes + at) != 123) return NOT_PLAIN;
  at = skipBlanks(bytes, at + 1);
  for (;;) {
    if (at >= length) return UNFINISHED;
    if (load<u8>(bytes + at) != QUOTE) return NOT_PLAIN;
    while (column < columns && !isName(bytes + at + 1, bytes + length, names.pairs + (<usize>column << 3))) storeCell(scan, first + column++, 0, 0);
    if (column == columns) return NOT_PLAIN;
    at = skipBlanks(bytes, at + 2 + load<u32>(names.pairs + (<usize>column << 3), 4));
    if (at >= length) return UNFINISHED;
    if (load<u8>(bytes + at) != 58) return NOT_PLAIN;
    at = skipBlanks(bytes, at + 1);
    if (at >= length) return UNFINISHED;
    at = skipValue(bytes, at, length, 1);
    if (at <= NOT_PLAIN) return at;
    storeCell(scan, first + column, valueStart, valueEnd);
    if (valueStart != valueEnd) {
      const kinds = names.kinds + (<usize>column << 2);
      store<u32>(kinds, load<u32>(kinds) | valueKind);
    }
    column++;
    at = skipBlanks(bytes, at);
    if (at >= length) return UNFINISHED;
    const byte = load<u8>(bytes + at++);
    if (byte == 125) break;
    if (byte != 44) return NOT_PLAIN;
    at = skipBlanks(bytes, at);
  }
  while (column < columns) storeCell(scan, first + column++, 0, 0);
  return at;
}

/** The same for an object within an envelope of the category that is known. */
function scanEnvelope(scan: CellScan, names: Names, at: u32, first: u32): u32 {
  const bytes = scan.bytes, length = scan.length;
  const object = names.envelope, category = object + 8, known = object + 16;
  let objects = 0, categories = 0;
  if (load<u8>(bytes + at) != 123) return NOT_PLAIN;
  for (;;) {
    const name = skipBlanks(bytes, at + 1);
    if (name >= length) return UNFINISHED;
    if (load<u8>(bytes + name) != QUOTE) return NOT_PLAIN;
    at = skipString(bytes, name + 1, length);
    if (at <= NOT_PLAIN) return at;
    at = skipBlanks(bytes, at);
    if (at >= length) return UNFINISHED;
    if (load<u8>(bytes + at) != 58) return NOT_PLAIN;
    const value = skipBlanks(bytes, at + 1);
    if (value >= length) return UNFINISHED;
    if (isName(bytes + name + 1, bytes + length, object)) {
      if (objects++ > 0) return NOT_PLAIN;
      at = scanObject(scan, names, value, first);
    } else {
      at = skipValue(bytes, value, length, 1);
      if (isName(bytes + name + 1, bytes + length, category)) {
        categories++;
        if (at > NOT_PLAIN && !isName(bytes + value + 1, bytes + length, known)) return NOT_PLAIN;
      }
    }
    if (at <= NOT_PLAIN) return at;
    at = skipBlanks(bytes, at);
    if (at >= length) return UNFINISHED;
    const byte = load<u8>(bytes + at);
    if (byte == 125) break;
    if (byte != 44) return NOT_PLAIN;
  }
  return objects == 1 && categories == 1 ? at + 1 : NOT_PLAIN;
}

/** The place after the line feed of the row at `at`, its cells stored from `first` on; UNFINISHED or NOT_PLAIN. */
function scanLine(scan: CellScan, names: Names, at: u32, first: u32): u32 {
  const bytes = scan.bytes, length = scan.length;
  at = skipBlanks(bytes, at);
  if (at >= length) return UNFINISHED;
  at = names.envelope == 0 ? scanObject(scan, names, at, first) : scanEnvelope(scan, names, at, first);
  if (at <= NOT_PLAIN) return at;
  at = skipBlanks(bytes, at);
  if (at >= length) return UNFINISHED;
  return load<u8>(bytes + at) == FEED ? at + 1 : NOT_PLAIN;
}

/** Takes lines from `from` on, until `maxRows`, the last whole line, or one that is not plain. `parameter` is `Names`. */
export function scanJsonLines(pointer: usize): void {
  const scan = changetype<CellScan>(pointer);
  const names = changetype<Names>(scan.parameter);
  let rows: u32 = 0, first: u32 = 0;
  let rowStart = scan.from;
  let end: u32 = UNFINISHED;
  memory.fill(names.kinds, 0, <usize>scan.columns << 2);
  while (rows < scan.maxRows) {
    escaped = false;
    end = scanLine(scan, names, rowStart, first);
    if (end <= NOT_PLAIN) break;
    if (escaped) unescapeRow(scan.bytes, scan.cells + (<usize>first << 3), scan.columns);
    rows++;
    first += scan.columns;
    rowStart = end;
  }
  scan.rows = rows;
  scan.next = rowStart;
  scan.odd = <u32>(rows < scan.maxRows && end == NOT_PLAIN);
  scan.lines = rows;
}
