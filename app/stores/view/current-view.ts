import { create } from 'zustand';
import { type Evaluation, labelColumn, type View } from '../../../rule-engine/index.ts';
import { useLabelRevision } from '../answers/label-revision.ts';
import { useEvaluationStore } from '../evaluation/evaluation-store.ts';
import { shownNearMisses, useNearMissesStore } from '../evaluation/near-misses-store.ts';
import { type AmongRows, resultTabOf, useViewStore } from './view-store.ts';

/** How the reader looks at rows, whatever the run. */
export type WantedView = Omit<View, 'run' | 'among'>;

/** The reader's tab, sort, filters and search. */
export function wantedView(): WantedView {
  const { tab, sort, filters, search } = useViewStore.getState();
  const looksAtLabels = [...sort, ...filters].some(({ column }) => column === labelColumn);
  const { revision } = useLabelRevision.getState();
  return { tab: resultTabOf(tab), sort, filters, search, ...(looksAtLabels && { labelRevision: revision }) };
}

/** The columns of a result change with the query: what names a column that is gone would be refused. */
function withColumnsOf(wanted: WantedView, columns: Evaluation['columns']): WantedView {
  const { tab, sort, filters } = wanted;
  const has = ({ column }: { readonly column: string }): boolean =>
    tab !== 'hits' || column === labelColumn || columns.some(({ name }) => name === column);
  return { ...wanted, sort: sort.filter(has), filters: filters.filter(has) };
}

function viewNow(): View | undefined {
  const rows = useEvaluationStore.getState().rows;
  if (!rows) return undefined;
  const { tab, among } = useViewStore.getState();
  const { run, columns } = rows.found;
  const view = { ...withColumnsOf(wantedView(), columns), run };
  const nearMisses = shownNearMisses(useNearMissesStore.getState());
  if (tab === 'near-misses') return nearMisses?.run === run ? { ...view, among: nearMisses.rowSet } : undefined;
  return among?.run === run && among.tab === tab ? { ...view, among: among.rowSet } : view;
}

/**
 * The view as of now. It follows the stores at once, ahead of what React paints. The same object while it is the same view.
 */
export const useViewOfRows = create<{ readonly view: View | undefined }>()(() => ({ view: viewNow() }));

let seen: readonly unknown[] = [];

function follow(): void {
  const { tab, sort, filters, search, among } = useViewStore.getState();
  const { rows } = useEvaluationStore.getState();
  const { labelRevision } = wantedView();
  const nearMisses = shownNearMisses(useNearMissesStore.getState());
  const now = [rows, tab, sort, filters, search, among, nearMisses, labelRevision];
  if (now.every((part, index) => part === seen[index])) return;
  seen = now;
  useViewOfRows.setState({ view: viewNow() });
}

useEvaluationStore.subscribe(follow);
useViewStore.subscribe(follow);
useNearMissesStore.subscribe(follow);
useLabelRevision.subscribe(follow);

/**
 * Which rows the grid shows: of the last good result, with the reader's sort, filters and search. Undefined while near
 * misses are still being looked for.
 */
export function useCurrentView(): View | undefined {
  return useViewOfRows((state) => state.view);
}

/** The set of rows that the grid is narrowed to; undefined once its run is over. */
export function useShownAmong(): AmongRows | undefined {
  const run = useEvaluationStore((state) => state.rows?.found.run);
  return useViewStore(({ among, tab }) => (among && among.run === run && among.tab === tab ? among : undefined));
}
