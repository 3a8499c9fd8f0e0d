import { create } from 'zustand';
import type { ExclusionComment, ExclusionCondition } from '../../../rule-engine/index.ts';
import { applyEdits } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { lastResult, useEvaluationStore } from '../evaluation/evaluation-store.ts';
import { asOneEdit } from '../history/history-store.ts';
import { tell } from '../notices/notice-store.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { useViewStore } from '../view/view-store.ts';

/** The hits that an exclusion is being made for. */
export interface ExcludeRequest {
  readonly run: number;
  readonly rows: readonly number[];
  /** The column of the cell that it was asked from. */
  readonly column: string | undefined;
}

interface ExcludeState {
  readonly request: ExcludeRequest | undefined;
  readonly actions: {
    /** Begins an exclusion for hits of the last result. */
    readonly begin: (rows: readonly number[], column?: string) => void;
    readonly end: () => void;
  };
}

export const useExcludeStore = create<ExcludeState>()((set) => ({
  request: undefined,
  actions: {
    begin: (rows, column) => {
      const last = lastResult(useEvaluationStore.getState());
      if (!last || rows.length === 0) return;
      if (!last.evaluation.traceable) {
        return tell('These hits are made anew by the query, so no event of theirs can be excluded', 'error');
      }
      set({ request: { run: last.evaluation.run, rows, column } });
    },
    end: () => {
      set({ request: undefined });
      useViewStore.getState().actions.dropAmong();
    },
  },
}));

// A run that is over can't be asked about its hits any more.
useEvaluationStore.subscribe((now, before) => {
  const { request, actions } = useExcludeStore.getState();
  if (request && lastResult(now) !== lastResult(before)) actions.end();
});

/**
 * Writes an exclusion into the rule, to be undone at will, and shows it. Rejects with the engine's error: the code
 * `reason-needed` when it hides a labelled TP and no reason is given.
 */
export async function addExclusion(
  run: number,
  conditions: readonly ExclusionCondition[],
  comment: ExclusionComment,
): Promise<void> {
  const { segments, actions } = useRuleStore.getState();
  const text = segments.exclusions;
  const edit = await engine.request('write-exclusion', { run, conditions, comment, text });
  asOneEdit(`Exclusion “${comment.name}”`, () => actions.setSegment('exclusions', applyEdits(text, [edit])));
  const written = { start: edit.span.start, length: edit.text.length };
  useViewStore.getState().actions.reveal({ segment: 'exclusions', span: written });
}
