import { Bitmap } from '../../columnar/bitmap.ts';
import { isAscii } from '../../kernels/case-folding.ts';
import { dictionaryMatcher } from '../../kernels/string-match.ts';
import type { CodeVerdicts } from './code-verdicts.ts';
import { listedCodes } from './listed-codes.ts';
import { needleHistory } from './needle-history.ts';
import { asRowSet, type RowSet } from './row-set.ts';
import type { ColumnSearch } from './settled-codes.ts';

/** Codes scanned between two checkpoints. */
export const SCAN_BLOCK = 1 << 15;

/** A search of a column and what is known of its codes. */
export interface OpenSearch {
  readonly search: ColumnSearch;
  readonly verdicts: CodeVerdicts;
}

/** Settles a search by looking at the values that hold a part of its needle, where some are known: true when it did. */
export function settleFromHistory({ search, verdicts }: OpenSearch): boolean {
  const { column, operator, needle } = search;
  if (needle === '' || !isAscii(needle)) return false;
  const candidates = needleHistory(column.dictionary).candidates(needle.toLowerCase());
  if (candidates === undefined) return false;
  verdicts.settle(dictionaryMatcher(column.dictionary, operator, needle).among(candidates));
  return true;
}

/** Settles a search by a scan of the column's dictionary. */
export async function settleByScan({ search, verdicts }: OpenSearch, checkpoint: () => Promise<void>): Promise<void> {
  const { column, operator, needle } = search;
  const { size } = verdicts;
  const matcher = dictionaryMatcher(column.dictionary, operator, needle);
  const found = new Bitmap(size);
  const held = matcher.holdsNeedle ? new Bitmap(size) : undefined;
  for (let from = 0; from < size; from += SCAN_BLOCK) {
    matcher.range(from, Math.min(from + SCAN_BLOCK, size), found, held);
    await checkpoint();
  }
  verdicts.settle(found);
  if (held !== undefined) remember(search, asRowSet(found.or(held)));
}

/** Learns a search's verdicts of the codes of a list of rows. */
export function learnCodes({ search, verdicts }: OpenSearch, list: Uint32Array): void {
  const { column, operator, needle } = search;
  const find = (codes: Uint32Array) => dictionaryMatcher(column.dictionary, operator, needle).among(codes);
  verdicts.learn(list, listedCodes(column), find);
}

/** Remembers for longer needles which values hold this one, where they are few. */
export function remember({ column, needle }: ColumnSearch, holders: RowSet): void {
  if (!isAscii(needle) || holders instanceof Bitmap) return;
  needleHistory(column.dictionary).add(needle.toLowerCase(), holders);
}
