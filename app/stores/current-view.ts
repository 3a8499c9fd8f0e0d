import { useMemo } from 'react';
import type { View } from '../../rule-engine/index.ts';
import { lastResult, useEvaluationStore } from './evaluation-store.ts';
import { shownNearMisses, useNearMissesStore } from './near-misses-store.ts';
import { type AmongRows, resultTabOf, useViewStore } from './view-store.ts';

/**
 * Which rows the grid shows: of the last good result, with the reader's sort, filters and search. Undefined while near
 * misses are still being looked for.
 */
export function useCurrentView(): View | undefined {
  const evaluation = useEvaluationStore(lastResult)?.evaluation;
  const tab = useViewStore((state) => state.tab);
  const sort = useViewStore((state) => state.sort);
  const filters = useViewStore((state) => state.filters);
  const search = useViewStore((state) => state.search);
  const among = useViewStore((state) => state.among);
  const nearMisses = useNearMissesStore(shownNearMisses);
  return useMemo(() => {
    if (!evaluation) return undefined;
    const { run, columns } = evaluation;
    // The columns of a result change with the query: what names a column that is gone would be refused.
    const has = ({ column }: { readonly column: string }): boolean =>
      tab !== 'hits' || columns.some(({ name }) => name === column);
    const view = { run, tab: resultTabOf(tab), sort: sort.filter(has), filters: filters.filter(has), search };
    if (tab === 'near-misses') return nearMisses?.run === run ? { ...view, among: nearMisses.rowSet } : undefined;
    return among?.run === run && among.tab === tab ? { ...view, among: among.rowSet } : view;
  }, [evaluation, tab, sort, filters, search, among, nearMisses]);
}

/** The set of rows that the grid is narrowed to; undefined once its run is over. */
export function useShownAmong(): AmongRows | undefined {
  const run = useEvaluationStore(lastResult)?.evaluation.run;
  return useViewStore(({ among, tab }) => (among && among.run === run && among.tab === tab ? among : undefined));
}
