/**
 * The messages between the page and its two workers, as plain data: the engine worker holds tables and runs plans, the
 * language worker holds Microsoft's KQL service and turns text into plans. A request has an id and can be cancelled; its
 * answer, its progress and its error carry the same id.
 */
import type { Span } from '../base/span.ts';
import type { TextEdit } from '../base/text-edit.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ColumnCoverage, TableCoverage } from '../ingest/column-coverage.ts';
import type { EvaluationClock } from '../ingest/evaluation-clock.ts';
import type { SourceFile } from '../ingest/load-source.ts';
import type { MappingPreview } from '../ingest/preview-mapping.ts';
import type { LoadProgress, SourceOverride, SourceReport, SourceTableReport } from '../ingest/source-report.ts';
import type { UserMapping } from '../ingest/user-mapping.ts';
import type { Compilation } from '../kusto/compile.ts';
import type { ClassifiedSpan } from '../kusto/services/classify.ts';
import type { CompletionItem } from '../kusto/services/completion.ts';
import type { Hover } from '../kusto/services/hover.ts';
import type { QuickFix } from '../kusto/services/quick-fix.ts';
import type { SignatureHelp } from '../kusto/services/signature.ts';
import type { FoundColumns } from '../plan/bind-in-steps.ts';
import type { Plan } from '../plan/plan.ts';
import type { ExportedRule } from '../rule/exchange/exchanged-rule.ts';
import type { RuleFormat } from '../rule/exchange/import-rule.ts';
import type { RuleFile, RuleOfFiles } from '../rule/exchange/read-rule-files.ts';
import type { RuleMetadata } from '../rule/metadata.ts';
import type { Segments } from '../rule/segments.ts';
import type { ColumnSchema, TableSchema } from '../schema/scalar-type.ts';
import type { StreamProgress, StreamQuery } from './streaming/stream-query.ts';
import type { TuningMethods } from './tuning-protocol.ts';
import type { ValidationMethods } from './validation-protocol.ts';
import type { ColumnFilter, ResultTab, Verdict, View } from './view.ts';

// ---------------------------------------------------------------- events

/** A loaded table: its rows come from one or several sources. */
export type { StreamedRows } from '../ingest/source-report.ts';
export type { StreamProgress } from './streaming/stream-query.ts';
export type {
  ColumnCoverage,
  EvaluationClock,
  LoadProgress,
  MappingPreview,
  SourceOverride,
  SourceReport,
  SourceTableReport,
  TableCoverage,
  UserMapping,
};

export interface TableReport extends TableSchema {
  readonly rows: number;
}

// ---------------------------------------------------------------- evaluation

export interface EvaluateParams {
  readonly plan: Plan;
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

export interface ExclusionCount {
  /** The `where` step's span. */
  readonly span: Span;
  /** The rows that it removes of those that reach it. */
  readonly removed: number;
  /** The rows that it would remove were it the only exclusion. */
  readonly alone: number;
}

export type { ColumnFilter, ResultTab, Verdict, View };

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

export interface RowsWindow {
  readonly start: number;
  /** The number of rows of the whole view, after its filters. */
  readonly total: number;
  /** The columns of `rows`. On `excluded` and `all` the first is `Verdict` or the exclusion's index. */
  readonly columns: readonly ColumnSchema[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** Stable within a run: the physical row of the loaded table, or the result's row when not traceable. */
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly verdict: Verdict;
}

/** A window's rows on their way to the page; one that the page has as it is goes as its number alone. */
export type NamedRows = readonly (GridRow | number)[];

export interface Facet {
  readonly column: string;
  readonly values: readonly { readonly text: string; readonly rows: number }[];
  /** The number of distinct values; `values` holds the most frequent. */
  readonly distinct: number;
}

/** Everything about one row of a loaded table. */
export interface RowDetail {
  readonly row: number;
  readonly table: string;
  readonly source: string;
  readonly verdict: Verdict;
  /** All columns of the table, then what the query computed. */
  readonly columns: readonly (ColumnSchema & { readonly cell: Cell; readonly computed: boolean })[];
  readonly evidence: readonly StepEvidence[];
}

/** A `where` step and what it said of the row, up to the first step that dropped it. */
export interface StepEvidence {
  readonly span: Span;
  readonly verdict: boolean | null;
  readonly condition: ConditionEvidence;
}

/** The tree of a predicate: `and`, `or`, `not` have children, the rest are leaves. From the code that evaluates. */
export interface ConditionEvidence {
  readonly span: Span;
  readonly text: string;
  readonly verdict: boolean | null;
  readonly children: readonly ConditionEvidence[];
  /** For a leaf: the column it read, its value and what matched in it. */
  readonly column?: string;
  readonly value?: string | null;
  readonly matches?: readonly {
    /** The literal's place in the query's text. */
    readonly literal: Span;
    readonly text: string;
    /** Where it stands in `value`. */
    readonly at: Span | undefined;
  }[];
}

export type ExportFormat = 'csv' | 'ndjson' | 'markdown' | 'datatable';

// ---------------------------------------------------------------- language

/** A query as text with the schema of what is loaded besides the built-in tables. */
export interface QueryText {
  readonly text: string;
}

export type { TextEdit } from '../base/text-edit.ts';
export type { Compilation } from '../kusto/compile.ts';
export type { ClassifiedSpan, SyntaxClass } from '../kusto/services/classify.ts';
export type { CompletionItem } from '../kusto/services/completion.ts';
export type { Hover } from '../kusto/services/hover.ts';
export type { QuickFix } from '../kusto/services/quick-fix.ts';
export type { SignatureHelp } from '../kusto/services/signature.ts';
export type { RuleFormat } from '../rule/exchange/import-rule.ts';
export type { RuleOfFiles } from '../rule/exchange/read-rule-files.ts';

// ---------------------------------------------------------------- requests

/** Method name → parameters, result and progress. */
export interface EngineMethods extends TuningMethods, ValidationMethods {
  /**
   * `userMappings`: each is used for files of its shape. `memory`: the bytes that all loaded events may take; a file that
   * needs more is not loaded, and its report says so: see `stream`.
   */
  load: {
    params: {
      file: SourceFile;
      override?: SourceOverride;
      userMappings?: readonly UserMapping[];
      memory?: number;
    };
    result: SourceReport;
    progress: LoadProgress;
  };
  /**
   * Evaluates a query over a file part by part and keeps only the rows that it finds, as a source of its own. Fails with
   * `unsupported` where the query needs the other rows too.
   */
  stream: {
    params: {
      file: SourceFile;
      override?: SourceOverride;
      userMappings?: readonly UserMapping[];
      query: StreamQuery;
      memory: number;
    };
    result: SourceReport;
    progress: StreamProgress & { readonly stream: number };
  };
  /** Holds a stream where it is; what it found so far becomes a source. Null when it came to its end meanwhile. */
  'pause-stream': { params: { stream: number }; result: SourceReport | null; progress: never };
  'resume-stream': { params: { stream: number }; result: null; progress: never };
  /** The first rows that a mapping makes of a file; null when it takes none of its records. */
  'preview-mapping': {
    params: { file: File; mapping: UserMapping; rows: number; override?: SourceOverride };
    result: MappingPreview | null;
    progress: never;
  };
  /** A built-in table's schema; null when there is none of that name. */
  'table-schema': { params: { table: string }; result: TableSchema | null; progress: never };
  sources: { params: null; result: readonly SourceReport[]; progress: never };
  tables: { params: null; result: readonly TableReport[]; progress: never };
  'remove-source': { params: { source: number }; result: null; progress: never };
  evaluate: { params: EvaluateParams; result: Evaluation; progress: EvaluatedRows };
  /** Runs a part of a query for the columns that its rows give it; null when it has no rows. */
  columns: { params: { plan: Plan; clock: EvaluationClock }; result: readonly ColumnSchema[] | null; progress: never };
  rows: { params: RowsParams; result: RowsWindow; progress: never };
  facets: {
    params: { view: View; columns: readonly string[]; limit: number };
    result: readonly Facet[];
    progress: never;
  };
  detail: { params: { run: number; tab: ResultTab; row: number }; result: RowDetail; progress: never };
  /** Text of rows (positions `start`–`end` of the view, or the given `rows`) in a format. */
  export: {
    params: { view: View; format: ExportFormat; columns: readonly string[]; rows?: readonly number[] };
    result: Blob;
    progress: never;
  };
}

export interface LanguageMethods {
  /** Tables that are loaded and not built in: what the binder must know besides. */
  tables: { params: { tables: readonly TableSchema[] }; result: null; progress: never };
  /** `found`: the columns of plugins that depend on the rows, as far as they are known; see `bindInSteps`. */
  compile: { params: QueryText & { found?: FoundColumns | undefined }; result: Compilation; progress: never };
  complete: { params: QueryText & { position: number }; result: readonly CompletionItem[]; progress: never };
  hover: { params: QueryText & { position: number }; result: Hover | null; progress: never };
  format: { params: QueryText & { span?: Span }; result: readonly TextEdit[]; progress: never };
  rename: { params: QueryText & { position: number; name: string }; result: readonly TextEdit[]; progress: never };
  definition: { params: QueryText & { position: number }; result: Span | null; progress: never };
  /** The ways to call the function around a position. */
  signature: { params: QueryText & { position: number }; result: SignatureHelp | null; progress: never };
  /** Repairs of the faults that touch a part of the text, the likeliest first. */
  fixes: { params: QueryText & { span: Span }; result: readonly QuickFix[]; progress: never };
  /** The classes of a text's parts that only its binding can tell, for colouring. */
  classify: { params: QueryText; result: readonly ClassifiedSpan[]; progress: never };
  /** A rule of another tool, or of the files of a rule package; an error among its diagnostics says why there is none. */
  'import-rule': { params: { files: readonly RuleFile[] }; result: RuleOfFiles; progress: never };
  /** The rule in another tool's form; its diagnostics say what that leaves out. */
  'export-rule': {
    params: { metadata: RuleMetadata; segments: Segments; format: RuleFormat };
    result: ExportedRule;
    progress: never;
  };
}

export type Methods = EngineMethods | LanguageMethods;

export interface WorkerError {
  /** `cancelled`, `unsupported`, `out-of-memory`, `worker-lost`, a diagnostic's code, or `internal`. */
  readonly code: string;
  readonly message: string;
  readonly span?: Span;
}

export type ToWorker =
  /** Sent once, where memory can be shared: that of a `SharedProgress`. */
  | { readonly kind: 'share'; readonly buffer: SharedArrayBuffer }
  /** The progress of a request that `shares` is told by the memory, where there is some. */
  | {
      readonly kind: 'request';
      readonly id: number;
      readonly method: string;
      readonly params: unknown;
      readonly shares: boolean;
    }
  | { readonly kind: 'cancel'; readonly id: number }
  /** Asks for a sign of life. */
  | { readonly kind: 'ping' };

export type FromWorker =
  /** Sent once, when the worker can take requests. */
  | { readonly kind: 'ready' }
  /** Answers a `ping`, between what the worker does. */
  | { readonly kind: 'pong' }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  /** The request's progress is in the memory that is shared, until a newer one's takes its place. */
  | { readonly kind: 'shared-progress'; readonly id: number }
  | { readonly kind: 'error'; readonly id: number; readonly error: WorkerError };
