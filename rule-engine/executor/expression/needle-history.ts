import type { StringDictionary } from '../../columnar/string-dictionary.ts';

/** Codes that the needles of one dictionary keep at most: 16 MB. */
const MOST_CODES = 1 << 22;
const MOST_NEEDLES = 256;

/**
 * For needles that a dictionary was searched for, the values that hold them: a value that holds a longer needle holds all
 * of its parts, so that each letter that is typed looks at what the letters before it found. Needles are of ASCII and in
 * lower case.
 */
export class NeedleHistory {
  private readonly holders = new Map<string, Uint32Array>();
  private codes = 0;

  /** Keeps the codes, ascending, of all values that hold a needle in any case. */
  add(needle: string, holders: Uint32Array): void {
    if (this.holders.has(needle)) return;
    this.holders.set(needle, holders);
    this.codes += holders.length;
    for (const [oldest, { length }] of this.holders) {
      if (this.codes <= MOST_CODES && this.holders.size <= MOST_NEEDLES) break;
      this.holders.delete(oldest);
      this.codes -= length;
    }
  }

  /** The fewest known codes among which all are whose value holds a needle; undefined when none are known. */
  candidates(needle: string): Uint32Array | undefined {
    let fewest: Uint32Array | undefined;
    this.holders.forEach((holders, part) => {
      if ((fewest === undefined || holders.length < fewest.length) && needle.includes(part)) fewest = holders;
    });
    return fewest;
  }
}

const histories = new WeakMap<StringDictionary, NeedleHistory>();

/** What is known of a dictionary, kept as long as it. */
export function needleHistory(dictionary: StringDictionary): NeedleHistory {
  let history = histories.get(dictionary);
  if (history === undefined) {
    history = new NeedleHistory();
    histories.set(dictionary, history);
  }
  return history;
}
