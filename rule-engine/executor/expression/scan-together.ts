import { Bitmap } from '../../columnar/bitmap.ts';
import { canScanTogether, scanTogether } from '../../kernels/string-match.ts';
import { type Bound, boundChildren } from './bound.ts';
import { codeSource } from './code-source.ts';
import { type CodeVerdicts, SCAN_BLOCK } from './code-verdicts.ts';
import { codeCount } from './distinct-index.ts';
import { LazyColumn } from './lazy-column.ts';
import { type ColumnSearch, columnSearch } from './settled-codes.ts';

/** Fewer searches of one column are scanned one by one. */
const FEWEST = 3;

/**
 * Settles the string searches of a condition that are not settled yet, those of one column in one pass over its
 * dictionary, where SIMD can.
 */
export async function settleTogether(
  condition: Bound,
  verdictsOf: (search: ColumnSearch) => CodeVerdicts,
  checkpoint: () => Promise<void>,
): Promise<void> {
  const byColumn = new Map<unknown, Map<string, { search: ColumnSearch; verdicts: CodeVerdicts }>>();
  for (const search of searchesIn(condition)) {
    const { column, call } = search;
    if (call.key === undefined || !canScanTogether(column.dictionary, search)) continue;
    const verdicts = verdictsOf(search);
    if (verdicts.complete) continue;
    const group = byColumn.get(column.codes) ?? new Map();
    byColumn.set(column.codes, group.set(call.key, { search, verdicts }));
  }
  for (const group of byColumn.values()) {
    if (group.size >= FEWEST) await settleGroup([...group.values()], checkpoint);
  }
}

async function settleGroup(
  group: readonly { readonly search: ColumnSearch; readonly verdicts: CodeVerdicts }[],
  checkpoint: () => Promise<void>,
): Promise<void> {
  const { column } = group[0].search;
  const size = codeCount(column);
  const found = group.map(() => new Bitmap(size));
  const scan = scanTogether(
    column.dictionary,
    group.map(({ search }) => search),
    SCAN_BLOCK,
  );
  try {
    for (let from = 0; from < size; from += SCAN_BLOCK) {
      scan.scan(from, Math.min(from + SCAN_BLOCK, size), found);
      await checkpoint();
    }
  } finally {
    scan.release();
  }
  for (const [i, { verdicts }] of group.entries()) verdicts.settle(found[i]);
}

function* searchesIn(bound: Bound): Generator<ColumnSearch> {
  if (bound.kind === 'call') {
    const source = codeSource(bound);
    const search = source && columnSearch(bound, source);
    if (search !== undefined) yield search;
  } else if (bound.kind === 'column') {
    if (bound.column instanceof LazyColumn && bound.column.repeatable) yield* searchesIn(bound.column.bound);
  } else if (bound.kind !== 'list' || bound.set === undefined) {
    for (const child of boundChildren(bound)) yield* searchesIn(child);
  }
}
