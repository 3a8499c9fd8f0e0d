import { Bitmap } from '../../columnar/bitmap.ts';
import { isAscii } from '../../kernels/case-folding.ts';
import { dictionaryMatcher } from '../../kernels/string-match.ts';
import type { CodeVerdicts } from './code-verdicts.ts';
import { GrowingSet } from './growing-set.ts';
import { listedCodes } from './listed-codes.ts';
import { needleHistory } from './needle-history.ts';
import { type RowSet, unionOf } from './row-set.ts';
import type { ColumnSearch } from './settled-codes.ts';

/** Codes scanned between two checkpoints. */
export const SCAN_BLOCK = 1 << 15;

/** Where a block's codes are marked, all zero between two blocks. */
let scratch = { found: new Bitmap(0), held: new Bitmap(0) };

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
  const [found, held] = [new GrowingSet(size), new GrowingSet(size)];
  if (scratch.found.length < size) scratch = { found: new Bitmap(size), held: new Bitmap(size) };
  for (let from = 0; from < size; from += SCAN_BLOCK) {
    const to = Math.min(from + SCAN_BLOCK, size);
    matcher.range(from, to, scratch.found, matcher.holdsNeedle ? scratch.held : undefined);
    moveBlock(scratch.found, from, to, found);
    moveBlock(scratch.held, from, to, held);
    await checkpoint();
  }
  const codes = found.toRowSet();
  verdicts.settle(codes);
  if (matcher.holdsNeedle) remember(search, unionOf([codes, held.toRowSet()], size));
}

function moveBlock({ words }: Bitmap, from: number, to: number, target: GrowingSet): void {
  const block = words.subarray(from >>> 5, (to + 31) >>> 5);
  target.addWords(from, block);
  block.fill(0);
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
