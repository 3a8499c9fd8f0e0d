import { useMemo } from 'react';
import type { View } from '../../rule-engine/index.ts';
import { lastResult, useEvaluationStore } from './evaluation-store.ts';
import { useViewStore } from './view-store.ts';

/** Which rows the grid shows: of the last good result, with the reader's sort, filters and search. */
export function useCurrentView(): View | undefined {
  const evaluation = useEvaluationStore(lastResult)?.evaluation;
  const tab = useViewStore((state) => state.tab);
  const sort = useViewStore((state) => state.sort);
  const filters = useViewStore((state) => state.filters);
  const search = useViewStore((state) => state.search);
  return useMemo(() => {
    if (!evaluation) return undefined;
    // The columns of a result change with the query: what names a column that is gone would be refused.
    const has = ({ column }: { readonly column: string }): boolean =>
      tab !== 'hits' || evaluation.columns.some(({ name }) => name === column);
    return { run: evaluation.run, tab, sort: sort.filter(has), filters: filters.filter(has), search };
  }, [evaluation, tab, sort, filters, search]);
}
