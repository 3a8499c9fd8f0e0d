import type { Bitmap } from '../columnar/bitmap.ts';
import type { StringDictionary } from '../columnar/string-dictionary.ts';
import type { StringOperator } from './string-predicate.ts';
import { isTermCodePoint } from './term.ts';

/** A needle as UTF-8; folded to lower case, and then ASCII, unless case counts. Never empty but for `=~`. */
export interface ByteNeedle {
  readonly bytes: Uint8Array;
  readonly caseSensitive: boolean;
}

/** A needle whose edges may have to be edges of a term. */
export interface TermNeedle extends ByteNeedle {
  readonly left: boolean;
  readonly right: boolean;
}

/** Each byte folded: ASCII capitals to small letters. */
const folded = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/**
 * Adds the codes whose value holds the needle anywhere; reads the arena through, value borders and all. `probe` is the
 * place of the needle's rarest byte.
 */
export function scanForNeedle(
  dictionary: StringDictionary,
  needle: TermNeedle,
  from: number,
  to: number,
  out: Bitmap,
  probe: number,
): void {
  const { offsets } = dictionary;
  const { bytes, caseSensitive } = needle;
  const small = bytes[probe];
  const capital = !caseSensitive && small >= 97 && small <= 122 ? small - 32 : small;
  const checkLeft = needle.left && isTermCodePoint(codePointAt(bytes, 0));
  const checkRight = needle.right && isTermCodePoint(codePointBefore(bytes, bytes.length));
  const length = bytes.length;
  const end = offsets[to];
  const arena = dictionary.arena.subarray(0, end);
  let code = from;
  let at = offsets[from] + probe;
  while (at < end) {
    const byte = arena[at];
    if (byte !== small && byte !== capital) {
      at = small === capital ? nextIndex(arena, small, at, end) : at + 1;
      continue;
    }
    while (offsets[code + 1] <= at) code++;
    const start = at - probe;
    const valueStart = offsets[code];
    const valueEnd = offsets[code + 1];
    at++;
    if (start < valueStart || start + length > valueEnd || !equalAt(arena, start, bytes, caseSensitive)) continue;
    if (checkLeft && start > valueStart && isTermCodePoint(codePointBefore(arena, start))) continue;
    if (checkRight && start + length < valueEnd && isTermCodePoint(codePointAt(arena, start + length))) continue;
    out.words[code >>> 5] |= 1 << (code & 31);
    at = valueEnd + probe;
  }
}

/** Where a byte stands next, by the platform's own search; `end` where nowhere. */
function nextIndex(arena: Uint8Array, byte: number, from: number, end: number): number {
  const at = arena.indexOf(byte, from);
  return at < 0 ? end : at;
}

/** Adds the codes whose value starts with, ends with or is the needle. */
export function matchEdges(
  dictionary: StringDictionary,
  operator: StringOperator,
  needle: ByteNeedle,
  from: number,
  to: number,
  out: Bitmap,
): void {
  const { arena, offsets } = dictionary;
  const length = needle.bytes.length;
  const atEnd = operator === 'endswith' || operator === 'endswith_cs';
  const whole = operator === '=~';
  for (let code = from; code < to; code++) {
    const start = offsets[code];
    const size = offsets[code + 1] - start;
    if (whole ? size !== length : size < length) continue;
    if (equalAt(arena, atEnd ? start + size - length : start, needle.bytes, needle.caseSensitive)) out.add(code);
  }
}

function equalAt(arena: Uint8Array, start: number, needle: Uint8Array, caseSensitive: boolean): boolean {
  for (let i = 0; i < needle.length; i++) {
    const byte = arena[start + i];
    if ((caseSensitive ? byte : folded[byte]) !== needle[i]) return false;
  }
  return true;
}

/** Where the two rarest bytes of a needle stand, the rarest first; the same place twice when it has but one. */
export function rarestBytes(bytes: Uint8Array, frequency: Uint32Array): readonly [number, number] {
  const places = [...bytes.keys()].sort((a, b) => frequency[folded[bytes[a]]] - frequency[folded[bytes[b]]]);
  return [places[0], places[1] ?? places[0]];
}

/** The code point that starts at a byte of well-formed UTF-8. */
function codePointAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return lead;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | (bytes[at + 1] & 0x3f);
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f);
  return (
    ((lead & 0x07) << 18) | ((bytes[at + 1] & 0x3f) << 12) | ((bytes[at + 2] & 0x3f) << 6) | (bytes[at + 3] & 0x3f)
  );
}

/** The code point that ends before a byte of well-formed UTF-8. */
function codePointBefore(bytes: Uint8Array, at: number): number {
  let start = at - 1;
  while ((bytes[start] & 0xc0) === 0x80) start--;
  return codePointAt(bytes, start);
}
