/** A set of code points: where it begins and ends, by turns, in order. `[97, 123]` is a to z. */
export type CodePointSet = readonly number[];

const PAST_LAST = 0x110000;

/** The set of code points from `first` to `last`, both included. */
export function codePointRange(first: number, last = first): CodePointSet {
  return [first, last + 1];
}

/** The code points of which a pattern of one character is true. */
export function codePointsMatching(members: RegExp): CodePointSet {
  const bounds: number[] = [];
  let inside = false;
  for (let point = 0; point < PAST_LAST; point++) {
    if (members.test(String.fromCodePoint(point)) === inside) continue;
    bounds.push(point);
    inside = !inside;
  }
  return inside ? [...bounds, PAST_LAST] : bounds;
}

/** The code points of which `holds` is true, given whether they are in `a` and in `b`; it must be false of neither. */
export function combineCodePoints(
  a: CodePointSet,
  b: CodePointSet,
  holds: (inA: boolean, inB: boolean) => boolean,
): CodePointSet {
  const bounds: number[] = [];
  let [i, j, inside] = [0, 0, false];
  while (i < a.length || j < b.length) {
    const at = Math.min(a[i] ?? PAST_LAST, b[j] ?? PAST_LAST);
    if (a[i] === at) i++;
    if (b[j] === at) j++;
    if (holds(i % 2 === 1, j % 2 === 1) === inside) continue;
    bounds.push(at);
    inside = !inside;
  }
  return bounds;
}

/** All other code points. */
export function otherCodePoints(set: CodePointSet): CodePointSet {
  return combineCodePoints(set, [0, PAST_LAST], (inSet, inAll) => inAll && !inSet);
}

/** The set as what may stand between RE2's brackets. */
export function codePointText(set: CodePointSet): string {
  let text = '';
  for (let i = 0; i < set.length; i += 2) text += `\\x{${set[i].toString(16)}}-\\x{${(set[i + 1] - 1).toString(16)}}`;
  return text;
}

/** No code point above it has another case. */
const LAST_CASED = 0x1ffff;

/** The set with all that differs from its members in case alone. */
export function withAllCases(set: CodePointSet): CodePointSet {
  if (set.length === 0) return set;
  const members = new RegExp(`[${codePointText(set).replaceAll('\\x', '\\u')}]`, 'iu');
  const cased: number[] = [];
  for (let point = 0; point <= LAST_CASED; point++) {
    if (members.test(String.fromCodePoint(point))) cased.push(point, point + 1);
  }
  return combineCodePoints(set, cased, (inSet, isCase) => inSet || isCase);
}
