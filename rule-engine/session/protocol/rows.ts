import type { Span } from '../../base/span.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import type { Verdict, View } from './view.ts';

/** Positions of a view: from `start` to before `end`. */
export interface RowsParams {
  readonly view: View;
  readonly start: number;
  readonly end: number;
}

/** A value ready to paint. */
export interface Cell {
  /** Kusto's text of the value (`tostring`), dynamic as JSON; null where the value is null. */
  readonly text: string | null;
  /** Spans of `text` that a pattern matched, with the `id` of the literal in `Evaluation.literals`. */
  readonly marks?: readonly { readonly span: Span; readonly literal: number }[];
}

/** The rows of a view from position `start` on. */
export interface RowsWindow {
  readonly start: number;
  /** The number of rows of the whole view, after its filters. */
  readonly total: number;
  /** The columns of `rows`. On `excluded` and `all` the first is `Verdict` or the exclusion's index. */
  readonly columns: readonly ColumnSchema[];
  readonly rows: readonly GridRow[];
}

/** A row as the grid shows it. */
export interface GridRow {
  /** Stable within a run: the physical row of the loaded table, or the result's row when not traceable. */
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly verdict: Verdict;
}

/** A window's rows on their way to the page; one that the page has as it is goes as its number alone. */
export type NamedRows = readonly (GridRow | number)[];

/** The values of a column and how often they are. */
export interface Facet {
  readonly column: string;
  readonly values: readonly { readonly text: string; readonly rows: number }[];
  /** The number of distinct values; `values` holds the most frequent. */
  readonly distinct: number;
}

/** The forms that rows are copied and saved in; `datatable` is KQL. */
export type ExportFormat = 'csv' | 'ndjson' | 'markdown' | 'datatable';
