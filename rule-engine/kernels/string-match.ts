import { invariant } from '../base/assert.ts';
import { Bitmap } from '../columnar/bitmap.ts';
import { ResidentDictionary } from '../columnar/resident-dictionary.ts';
import type { StringDictionary } from '../columnar/string-dictionary.ts';
import { encodeUtf8 } from '../columnar/utf8.ts';
import { byteFrequency } from './byte-frequency.ts';
import { matchEdges, rarestBytes, scanForNeedle, type TermNeedle } from './byte-scan.ts';
import { isAscii } from './case-folding.ts';
import { LEAST_NEEDLE, ManyNeedles } from './many-needles.ts';
import { isSimdNeedle, LONGEST_NEEDLE, scanList, scanRange } from './simd-scan.ts';
import { needleFinder, type StringOperator, termSearchOf } from './string-predicate.ts';

/** Half of a pair: no UTF-8 stands for it. */
const LONE_SURROGATE = /\p{Cs}/u;

/** One operator with one needle over a dictionary. */
export interface DictionaryMatcher {
  /**
   * Adds the codes in `[from, to)` that match to `out`. Where `holdsNeedle`, adds to `held` codes so that among both are all
   * whose value holds the needle anywhere, whatever its case.
   */
  range(from: number, to: number, out: Bitmap, held?: Bitmap): void;
  /** The codes of a list that match, in its order. */
  among(codes: Uint32Array): Uint32Array;
  readonly holdsNeedle: boolean;
}

/**
 * Finds the codes whose value satisfies `value operator needle`: the answers of `needleFinder`, without decoding values
 * where bytes suffice.
 */
export function dictionaryMatcher(
  dictionary: StringDictionary,
  operator: StringOperator,
  needle: string,
): DictionaryMatcher {
  if (operator === '==') {
    return byRange(dictionary, (from, to, out) => {
      const code = dictionary.codeOf(needle);
      if (code >= from && code < to && dictionary.get(code) === needle) out.add(code);
    });
  }
  const caseSensitive = operator.endsWith('_cs');
  if (needle === '' && operator !== '=~') {
    return byRange(dictionary, (from, to, out) => {
      for (let code = from; code < to; code++) out.add(code);
    });
  }
  const bytesDecide = isAscii(needle) || (caseSensitive && !LONE_SURROGATE.test(needle));
  if (!bytesDecide)
    return byRange(dictionary, (from, to, out) => matchDecoded(dictionary, operator, needle, from, to, out));
  const sought = { bytes: needleBytes(needle, caseSensitive), caseSensitive };
  const search = termSearchOf(operator);
  if (search === undefined)
    return byRange(dictionary, (from, to, out) => matchEdges(dictionary, operator, sought, from, to, out));
  return scanner(dictionary, { ...sought, left: search.left, right: search.right });
}

/** A matcher that looks at a list's codes one by one. */
function byRange(
  { size }: StringDictionary,
  range: (from: number, to: number, out: Bitmap) => void,
): DictionaryMatcher {
  const among = (codes: Uint32Array): Uint32Array => {
    const out = new Bitmap(size);
    for (const code of codes) range(code, code + 1, out);
    return codes.filter((code) => out.has(code));
  };
  return { range, among, holdsNeedle: false };
}

/** A string operator and its needle. */
export interface StringSearch {
  readonly operator: StringOperator;
  readonly needle: string;
}

/** Whether a search is one of those that `scanTogether` takes. */
export function canScanTogether(dictionary: StringDictionary, { operator, needle }: StringSearch): boolean {
  if (!(dictionary instanceof ResidentDictionary) || termSearchOf(operator) === undefined) return false;
  return needle.length >= LEAST_NEEDLE && needle.length <= LONGEST_NEEDLE && isAscii(needle);
}

/**
 * Several searches in one pass over a dictionary, in blocks of at most `maxCodes` codes: `scan` finds for each what
 * `DictionaryMatcher.range` adds. To be released when done.
 */
export function scanTogether(
  dictionary: StringDictionary,
  searches: readonly StringSearch[],
  maxCodes: number,
): ManyNeedles {
  invariant(dictionary instanceof ResidentDictionary, 'the searches can be scanned together');
  const needles = searches.map(({ operator, needle }): TermNeedle => {
    const { left, right, caseSensitive } = termSearchOf(operator)!;
    return { bytes: needleBytes(needle, caseSensitive), left, right, caseSensitive };
  });
  return new ManyNeedles(dictionary, needles, maxCodes);
}

function scanner(dictionary: StringDictionary, needle: TermNeedle): DictionaryMatcher {
  const probes = rarestBytes(needle.bytes, byteFrequency(dictionary));
  if (!(dictionary instanceof ResidentDictionary) || !isSimdNeedle(needle)) {
    return byRange(dictionary, (from, to, out) => scanForNeedle(dictionary, needle, from, to, out, probes[0]));
  }
  const simd = { ...needle, probes };
  return {
    holdsNeedle: !needle.caseSensitive,
    range: (from, to, out, held) => {
      for (const code of scanRange(dictionary, simd, from, to, out, held)) {
        scanForNeedle(dictionary, needle, code, code + 1, out, probes[0]);
        held?.add(code);
      }
    },
    among: (codes) => {
      const { matching, doubtful } = scanList(dictionary, simd, codes);
      const checked = new Bitmap(doubtful.length === 0 ? 0 : dictionary.size);
      for (const at of doubtful) scanForNeedle(dictionary, needle, codes[at], codes[at] + 1, checked, probes[0]);
      const places = [...matching, ...doubtful.filter((at) => checked.has(codes[at]))].sort((a, b) => a - b);
      return Uint32Array.from(places, (at) => codes[at]);
    },
  };
}

function needleBytes(needle: string, caseSensitive: boolean): Uint8Array {
  return encodeUtf8(caseSensitive ? needle : needle.toLowerCase());
}

/** A needle that folds beyond ASCII: values of ASCII alone can't match it, the rest are decoded. */
function matchDecoded(
  dictionary: StringDictionary,
  operator: StringOperator,
  needle: string,
  from: number,
  to: number,
  out: Bitmap,
): void {
  const find = needleFinder(operator, needle);
  const { arena, offsets } = dictionary;
  for (let code = from; code < to; code++) {
    if (!hasByteBeyondAscii(arena, offsets[code], offsets[code + 1])) continue;
    if (find(dictionary.get(code)) >= 0) out.add(code);
  }
}

function hasByteBeyondAscii(arena: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (arena[at] >= 128) return true;
  return false;
}
