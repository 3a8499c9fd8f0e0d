/** The tabs of the results. */
export type ResultTab = 'hits' | 'excluded' | 'all';

/** Which values of a column are let through; `from` and `to` are inclusive, as text. */
export type ColumnFilter =
  | { readonly column: string; readonly kind: 'text'; readonly contains: string }
  | { readonly column: string; readonly kind: 'values'; readonly values: readonly string[]; readonly not?: boolean }
  | { readonly column: string; readonly kind: 'range'; readonly from?: string; readonly to?: string };

/**
 * The name by which a view sorts and filters by the rows' labels, and by which they are counted as a facet: no column of a
 * query has it. Its values are the verdicts, and empty for a row without a label.
 */
export const labelColumn = '#label';

/** Which rows of a tab, in which order. Filters are joined by `and`. */
export interface View {
  readonly run: number;
  readonly tab: ResultTab;
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  readonly filters: readonly ColumnFilter[];
  /** Text to find in any column. */
  readonly search: string;
  /** Grows with the labels: for whoever asks, so that a view by labels is another view once they have changed. */
  readonly labelRevision?: number;
  /** Only the rows of this set (`rowSet` of a tuning method's result). */
  readonly among?: number;
}

/** What the query said of a row. */
export type Verdict =
  | { readonly kind: 'hit' }
  /** `exclusion` is an index in `Evaluation.exclusions`. */
  | { readonly kind: 'excluded'; readonly exclusion: number }
  | { readonly kind: 'no match' };
