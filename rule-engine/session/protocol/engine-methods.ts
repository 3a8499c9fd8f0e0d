import type { EvaluationClock } from '../../ingest/evaluation-clock.ts';
import type { SourceFile } from '../../ingest/load-source.ts';
import type { MappingPreview } from '../../ingest/preview-mapping.ts';
import type { LoadProgress, SourceOverride, SourceReport } from '../../ingest/source-report.ts';
import type { UserMapping } from '../../ingest/user-mapping.ts';
import type { ColumnSchema, TableSchema } from '../../schema/scalar-type.ts';
import type { StreamProgress } from '../streaming/stream-query.ts';
import type { EvaluatedRows, EvaluateParams, Evaluation } from './evaluation.ts';
import type { RowDetail } from './row-detail.ts';
import type { ExportFormat, Facet, RowsParams, RowsWindow } from './rows.ts';
import type { TuningMethods } from './tuning-methods.ts';
import type { ValidationMethods } from './validation-methods.ts';
import type { ResultTab, View } from './view.ts';

/** A loaded table: its rows come from one or several sources. */
export interface TableReport extends TableSchema {
  readonly rows: number;
}

/** The engine worker's methods: name → parameters, result and progress. */
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
      query: Pick<EvaluateParams, 'plan' | 'exclusions' | 'clock'>;
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
  /** Which of the files are rules: told here, since a file's content costs the page that asks for it. */
  'are-rules': { params: { files: readonly File[] }; result: readonly boolean[]; progress: never };
  sources: { params: null; result: readonly SourceReport[]; progress: never };
  tables: { params: null; result: readonly TableReport[]; progress: never };
  'remove-source': { params: { source: number }; result: null; progress: never };
  evaluate: { params: EvaluateParams; result: Evaluation; progress: EvaluatedRows };
  /** Runs the plugin that `compile` left open for the columns that its rows give it; null when it has no rows. */
  columns: {
    params: { plan: string; clock: EvaluationClock };
    result: readonly ColumnSchema[] | null;
    progress: never;
  };
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
