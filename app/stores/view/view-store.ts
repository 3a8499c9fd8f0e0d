import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type {
  ColumnFilter,
  ComposedQuery,
  ResultTab,
  SegmentName,
  SegmentSpan,
  Span,
  View,
} from '../../../rule-engine/index.ts';
import { toSegmentSpans } from '../../../rule-engine/index.ts';
import { lastResult, useEvaluationStore } from '../evaluation/evaluation-store.ts';
import { usableOf } from '../kept/kept-value.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import type { RuleTab } from '../rule/rule-tab.ts';
import { type ColumnLayout, type GridTab, type KeptView, usableView } from './kept-view.ts';
import type { ShownDifference } from './shown-difference.ts';

/** The engine's tab whose rows a tab shows. */
export function resultTabOf(tab: GridTab): ResultTab {
  return tab === 'near-misses' ? 'all' : tab;
}

/** Some rows of a tab that are looked at for a while: what an edit would take, what a version gained. */
export interface AmongRows {
  /** The run that made the set; it ends with it. */
  readonly run: number;
  readonly rowSet: number;
  readonly tab: ResultTab;
  readonly title: string;
  /** What changed its rows, where it is of a difference. */
  readonly difference?: ShownDifference;
}

/** A place in a segment's editor to show and select. `request` grows, so that the same place can be asked for again. */
export interface Reveal {
  readonly segment: SegmentName;
  readonly span: Span;
  /** The query that the span is of: the one on screen, or the one that was evaluated. */
  readonly query: ComposedQuery;
  readonly request: number;
}

interface ViewState extends KeptView {
  readonly among: AmongRows | undefined;
  readonly sort: View['sort'];
  readonly filters: readonly ColumnFilter[];
  readonly search: string;
  /** The position in the view of the row that the keyboard is at. */
  readonly cursor: number;
  /** Rows chosen for copying, by `GridRow.row`. */
  readonly selected: ReadonlySet<number>;
  /** The row whose detail is open, by `GridRow.row`. */
  readonly detailRow: number | undefined;
  readonly reveal: Reveal | undefined;
  readonly actions: {
    readonly setRuleTab: (tab: RuleTab) => void;
    readonly setTab: (tab: GridTab) => void;
    /** Shows only the rows of a set, in its tab. */
    readonly showAmong: (among: AmongRows) => void;
    readonly dropAmong: () => void;
    readonly setSort: (sort: View['sort']) => void;
    readonly setSearch: (search: string) => void;
    /** Replaces the filters of a column; none clears them. */
    readonly setFilters: (column: string, filters: readonly ColumnFilter[]) => void;
    readonly clearFilters: () => void;
    readonly setLayout: (layout: Partial<ColumnLayout>) => void;
    readonly setCursor: (position: number) => void;
    readonly setSelected: (selected: ReadonlySet<number>) => void;
    readonly openDetail: (row: number) => void;
    readonly closeDetail: () => void;
    /** Shows a literal of the last evaluation in its editor, by its id. */
    readonly revealLiteral: (id: number) => void;
    /** Shows the step of `Evaluation.exclusions[index]` in its editor. */
    readonly revealExclusion: (index: number) => void;
    /** Shows a part of a segment's text in its editor. */
    readonly reveal: (part: SegmentSpan, query?: ComposedQuery) => void;
    /** Shows a span of the evaluated query in its editor. */
    readonly revealSpan: (span: Span) => void;
  };
}

const plainLayout: ColumnLayout = { order: [], widths: {}, pins: {}, hidden: [] };

export const useViewStore = create<ViewState>()(
  persist(
    (set, get) => ({
      ruleTab: 'patterns',
      tab: 'hits',
      among: undefined,
      sort: [],
      filters: [],
      search: '',
      layout: plainLayout,
      cursor: 0,
      selected: new Set(),
      detailRow: undefined,
      reveal: undefined,
      actions: {
        setRuleTab: (ruleTab) => set({ ruleTab }),
        setTab: (tab) => set({ tab, among: undefined, cursor: 0, selected: new Set(), detailRow: undefined }),
        showAmong: (among) => set({ tab: among.tab, among, cursor: 0 }),
        dropAmong: () => set({ among: undefined, cursor: 0 }),
        setSort: (sort) => set({ sort, cursor: 0 }),
        setSearch: (search) => set({ search, cursor: 0 }),
        setFilters: (column, filters) =>
          set((state) => ({
            filters: [...state.filters.filter((filter) => filter.column !== column), ...filters],
            cursor: 0,
          })),
        clearFilters: () => set({ filters: [], search: '', among: undefined, cursor: 0 }),
        setLayout: (layout) => set((state) => ({ layout: { ...state.layout, ...layout } })),
        setCursor: (cursor) => set({ cursor }),
        setSelected: (selected) => set({ selected }),
        openDetail: (detailRow) => set({ detailRow }),
        closeDetail: () => set({ detailRow: undefined }),
        revealLiteral: (id) => {
          const last = lastResult(useEvaluationStore.getState());
          const literal = last?.evaluation.literals.find((one) => one.id === id);
          if (literal) get().actions.revealSpan(literal.span);
        },
        revealExclusion: (index) => {
          const exclusion = lastResult(useEvaluationStore.getState())?.evaluation.exclusions[index];
          if (exclusion) get().actions.revealSpan(exclusion.span);
        },
        reveal: (part, query = useRuleStore.getState().query) =>
          set(({ reveal }) => ({
            ruleTab: part.segment,
            reveal: { ...part, query, request: (reveal?.request ?? 0) + 1 },
          })),
        revealSpan: (span) => {
          const last = lastResult(useEvaluationStore.getState());
          if (last) get().actions.reveal(toSegmentSpans(last.query, span)[0], last.query);
        },
      },
    }),
    {
      name: 'penumbra:results',
      merge: (kept, initial) => ({ ...initial, ...usableOf(usableView(kept), 'settings of the results') }),
      partialize: ({ ruleTab, tab, layout }) => ({ ruleTab, tab, layout }),
    },
  ),
);
