import { create } from 'zustand';
import type { Span } from '../../../rule-engine/index.ts';

/** A difference between two versions of the rule, as the grid marks its rows. */
export interface ShownDifference {
  readonly run: number;
  /** `RuleDifference.comparison` */
  readonly comparison: number;
  readonly edits: readonly ShownEdit[];
}

export interface ShownEdit {
  readonly title: string;
  /** In the query of the run; undefined for what was removed. */
  readonly span: Span | undefined;
}

interface ShownDifferenceState {
  /** True while rows are to be marked: the grid keeps its column from one difference to the next. */
  readonly isShown: boolean;
  readonly difference: ShownDifference | undefined;
}

/** The difference from the baseline while its panel is open. */
export const useShownDifference = create<ShownDifferenceState>()(() => ({ isShown: false, difference: undefined }));
