import type { Span } from '../../base/span.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { TableCoverage } from '../../ingest/column-coverage.ts';
import type { EvaluationClock } from '../../ingest/evaluation-clock.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import type { NamedRows, RowsWindow } from './rows.ts';
import type { View } from './view.ts';

/** What to evaluate, and which of its rows are wanted at once. */
export interface EvaluateParams {
  /** As `serializePlan` writes it: the engine reads those of its lines anew that an edit has changed. */
  readonly plan: string;
  /** The `where` steps that count as exclusions: the span of the exclusions segment in the whole query. */
  readonly exclusions: Span;
  readonly clock: EvaluationClock;
  /** Rows to come as soon as they are found, before anything is counted. */
  readonly rows?: {
    readonly view: Omit<View, 'run' | 'among'>;
    readonly start: number;
    readonly end: number;
    /** A run whose rows the page still has: those that are as they were then come as their numbers. */
    readonly known?: number;
  };
}

/** One evaluation of the query. Rows are asked for with `rows`, by `run`. */
export interface Evaluation {
  readonly run: number;
  readonly milliseconds: number;
  /** What `now()` was, ISO 8601 with seven decimals. */
  readonly now: string;
  /** The columns of the query's result. */
  readonly columns: readonly ColumnSchema[];
  readonly counts: { readonly hits: number; readonly excluded: number; readonly all: number };
  /** True when each hit is a row of a loaded table, so that it has a detail, evidence and an origin. */
  readonly traceable: boolean;
  /** True when the rule calls `now()` or `ago()`. */
  readonly readsClock: boolean;
  readonly steps: readonly StepCount[];
  readonly literals: readonly LiteralCount[];
  readonly exclusions: readonly ExclusionCount[];
  /** Columns of the result that are flags: bool columns, with the number of hits that carry them. */
  readonly flags: readonly { readonly column: string; readonly hits: number }[];
  /** What the loaded sources hold of the columns that the rule reads, a table each. */
  readonly coverage: readonly TableCoverage[];
  /** What the user should know: an empty table, a column that the rule reads and no source fills, … */
  readonly notices: readonly Diagnostic[];
  /**
   * The sources of which only some rows were kept. `exact`: the query is the one that they were kept by, and all counts
   * are those of the whole file; else everything is about the kept rows alone.
   */
  readonly streamed?: readonly { readonly source: number; readonly name: string; readonly exact: boolean }[];
  readonly chart: { readonly kind: string; readonly properties: Readonly<Record<string, string>> } | undefined;
}

/** What an evaluation found, told before it is counted: from now on its rows can be asked for. */
export interface EvaluatedRows extends Pick<Evaluation, 'run' | 'columns'> {
  /** The rows of the result. */
  readonly hits: number;
  /** The literals that marks may name, but for those of the run that the page knows rows of. */
  readonly literals: readonly Pick<LiteralCount, 'id' | 'span'>[];
  /** The rows that were asked for with it; missing when they could not be had. */
  readonly window?: { readonly view: View; readonly rows: Omit<RowsWindow, 'rows'> & { readonly rows: NamedRows } };
}

/** A step of the pipeline; `span` is its operator's. */
export interface StepCount {
  readonly span: Span;
  readonly rowsIn: number;
  readonly rowsOut: number;
}

/** A string literal of a list (`has_any`, `has_all`, `in`, …) or of one string predicate. */
export interface LiteralCount {
  /** The same from one evaluation to the next for the literal of this text, wherever it stands. */
  readonly id: number;
  /** The literal's place in the query's text. */
  readonly span: Span;
  readonly text: string;
  /** Rows of the step's input that it matches. */
  readonly rows: number;
  /**
   * Rows whose verdict changes when this literal alone is removed: of a detection's list they leave the step, of an
   * exclusion's they come back.
   */
  readonly unique: number;
}

/** What one exclusion removes. */
export interface ExclusionCount {
  /** The `where` step's span. */
  readonly span: Span;
  /** The rows that it removes of those that reach it. */
  readonly removed: number;
  /** The rows that it would remove were it the only exclusion. */
  readonly alone: number;
}
