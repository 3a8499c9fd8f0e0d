/** The tabs of the results. */
export type ResultTab = 'hits' | 'excluded' | 'all';

export type ColumnFilter =
  | { readonly column: string; readonly kind: 'text'; readonly contains: string }
  | { readonly column: string; readonly kind: 'values'; readonly values: readonly string[]; readonly not?: boolean }
  | { readonly column: string; readonly kind: 'range'; readonly from?: string; readonly to?: string };

/** Which rows of a tab, in which order. Filters are joined by `and`. */
export interface View {
  readonly run: number;
  readonly tab: ResultTab;
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  readonly filters: readonly ColumnFilter[];
  /** Text to find in any column. */
  readonly search: string;
  /** Only the rows of this set (`rowSet` of a tuning method's result). */
  readonly among?: number;
}

/** What the query said of a row. */
export type Verdict =
  | { readonly kind: 'hit' }
  /** `exclusion` is an index in `Evaluation.exclusions`. */
  | { readonly kind: 'excluded'; readonly exclusion: number }
  | { readonly kind: 'no match' };
