/**
 * The only door into the engine for the app: the types of what crosses the workers, and the pure functions on a rule's
 * text, which cost the page nothing. What holds tables or parses KQL is reached through a worker.
 */
export type { Span } from './base/span.ts';
export type { Diagnostic, DiagnosticSeverity } from './diagnostics/diagnostic.ts';
export type { Plan } from './plan/plan.ts';
export { type Exclusion, parseExclusions } from './rule/exclusions.ts';
export {
  type ComposedQuery,
  composeQuery,
  type SegmentName,
  type SegmentPosition,
  type SegmentSpan,
  type Segments,
  segmentNames,
  toQueryPosition,
  toQuerySpan,
  toSegmentPosition,
  toSegmentSpans,
} from './rule/segments.ts';
export type { ColumnSchema, ScalarType, TableSchema } from './schema/scalar-type.ts';
export type {
  Cell,
  ClassifiedSpan,
  ColumnFilter,
  CompileResult,
  CompletionItem,
  ConditionEvidence,
  EngineMethods,
  EvaluateParams,
  Evaluation,
  EvaluationClock,
  ExclusionCount,
  ExportFormat,
  Facet,
  FromWorker,
  GridRow,
  Hover,
  LanguageMethods,
  LiteralCount,
  LoadProgress,
  QueryText,
  QuickFix,
  ResultTab,
  RowDetail,
  RowsParams,
  RowsWindow,
  SignatureHelp,
  SourceOverride,
  SourceReport,
  SourceTableReport,
  StepCount,
  StepEvidence,
  SyntaxClass,
  TableReport,
  TextEdit,
  ToWorker,
  Verdict,
  View,
  WorkerError,
} from './session/protocol.ts';
export { applyEdits } from './rule/text-edit.ts';
export { toggleExclusion } from './rule/toggle-exclusion.ts';
