import { canScanTogether, scanTogether } from '../../kernels/string-match.ts';
import { type Bound, boundChildren } from './bound.ts';
import { codeSource } from './code-source.ts';
import type { CodeVerdicts } from './code-verdicts.ts';
import { GrowingSet } from './growing-set.ts';
import { LazyColumn } from './lazy-column.ts';
import { rowIndex } from './row-index.ts';
import { unionOf } from './row-set.ts';
import { type OpenSearch, remember, SCAN_BLOCK, settleByScan, settleFromHistory } from './settle-search.ts';
import { type ColumnSearch, columnSearch } from './settled-codes.ts';

/** Fewer searches of one column are scanned one by one. */
const FEWEST = 3;

/**
 * Settles the string searches of a condition, but for those of which all `isKnown`, those of one column together: in one pass
 * over its dictionary, where SIMD can, and in one pass over its rows.
 */
export async function settleTogether(
  condition: Bound,
  isKnown: (bound: Bound) => boolean,
  verdictsOf: (search: ColumnSearch) => CodeVerdicts,
  checkpoint: () => Promise<void>,
): Promise<void> {
  const byColumn = new Map<unknown, Map<string, OpenSearch>>();
  eachSearch(condition, isKnown, (search) => {
    const { column, call } = search;
    if (call.key === undefined) return;
    const verdicts = verdictsOf(search);
    if (verdicts.rows !== undefined) return;
    const group = byColumn.get(column.codes) ?? new Map();
    byColumn.set(column.codes, group.set(call.key, { search, verdicts }));
  });
  for (const group of byColumn.values()) await settleColumn([...group.values()], checkpoint);
}

/** Settles searches of one column, and finds their rows. */
async function settleColumn(searches: readonly OpenSearch[], checkpoint: () => Promise<void>): Promise<void> {
  const open = searches.filter((one) => !one.verdicts.complete && !settleFromHistory(one));
  const together = open.filter(({ search }) => canScanTogether(search.column.dictionary, search));
  const grouped = together.length >= FEWEST;
  if (grouped) await scanGroup(together, checkpoint);
  for (const one of open) {
    if (!one.verdicts.complete) await settleByScan(one, checkpoint);
  }
  const rows = rowIndex(searches[0].search.column).rowsOfEach(searches.map(({ verdicts }) => verdicts.sets().true));
  for (const [i, { verdicts }] of searches.entries()) verdicts.rows = rows[i];
}

async function scanGroup(group: readonly OpenSearch[], checkpoint: () => Promise<void>): Promise<void> {
  const [{ search, verdicts }] = group;
  const { size } = verdicts;
  const found = group.map(() => new GrowingSet(size));
  const held = group.map(() => new GrowingSet(size));
  const searches = group.map((one) => one.search);
  const scan = scanTogether(search.column.dictionary, searches, SCAN_BLOCK);
  try {
    for (let from = 0; from < size; from += SCAN_BLOCK) {
      scan.scan(from, Math.min(from + SCAN_BLOCK, size), (i, foundHere, heldHere) => {
        found[i].addAll(foundHere);
        held[i].addAll(heldHere);
      });
      await checkpoint();
    }
  } finally {
    scan.release();
  }
  for (const [i, one] of group.entries()) {
    const codes = found[i].toRowSet();
    one.verdicts.settle(codes);
    if (!one.search.operator.endsWith('_cs')) remember(one.search, unionOf([codes, held[i].toRowSet()], size));
  }
}

function eachSearch(bound: Bound, isKnown: (bound: Bound) => boolean, visit: (search: ColumnSearch) => void): void {
  if (bound.kind === 'constant' || isKnown(bound)) return;
  if (bound.kind === 'call') {
    const source = codeSource(bound);
    const search = source && columnSearch(bound, source);
    if (search !== undefined) visit(search);
  } else if (bound.kind === 'column') {
    if (bound.column instanceof LazyColumn && bound.column.repeatable) eachSearch(bound.column.bound, isKnown, visit);
  } else if (bound.kind !== 'list' || bound.set === undefined) {
    boundChildren(bound).forEach((child) => {
      eachSearch(child, isKnown, visit);
    });
  }
}
