/**
 * The only door into the engine for the app: the types of what crosses the workers, and the pure functions on a rule's
 * text, which cost the page nothing. What holds tables or parses KQL is reached through a worker.
 */
export { NOWHERE, type Span, spanContains } from './base/span.ts';
export type { TextEdit } from './base/text-edit.ts';
export type { Diagnostic } from './diagnostics/diagnostic.ts';
export type { ConditionEvidence, StepEvidence } from './executor/evidence.ts';
export type { ColumnCoverage, TableCoverage } from './ingest/column-coverage.ts';
export type { EvaluationClock } from './ingest/evaluation-clock.ts';
export { extendedMapping, mappableFields } from './ingest/extended-mapping.ts';
export type { MappingPreview } from './ingest/preview-mapping.ts';
export type {
  LoadProgress,
  SourceOverride,
  SourceReport,
  SourceTableReport,
  StreamedRows,
} from './ingest/source-report.ts';
export { type UserMapping, userMappingFrom } from './ingest/user-mapping.ts';
export { withEditedLiteral } from './kusto/edit-literal.ts';
export type { ClassifiedSpan, SyntaxClass } from './kusto/services/classify.ts';
export type { CompletionItem } from './kusto/services/completion.ts';
export { bindInSteps } from './plan/bind-in-steps.ts';
export type { Plan } from './plan/plan.ts';
export { deserializePlan } from './plan/read-plan.ts';
export { serializePlan } from './plan/serialize.ts';
export { applyEdits } from './rule/apply-edits.ts';
export { compareTexts } from './rule/change/compare-texts.ts';
export {
  changeKind,
  type ExclusionChange,
  type PatternChange,
  type StepChange,
} from './rule/change/rule-change.ts';
export type { RuleFormat } from './rule/exchange/import-rule.ts';
export type { RuleOfFiles } from './rule/exchange/read-rule-files.ts';
export { packageFileOf } from './rule/exchange/recognize-rule.ts';
export type { ExclusionComment } from './rule/exclusion-comment.ts';
export { type Exclusion, parseExclusions } from './rule/exclusions.ts';
export type { RuleMetadata } from './rule/metadata.ts';
export { pipelineSteps } from './rule/pipeline-steps.ts';
export type { RuleGuide } from './rule/rule-package.ts';
export {
  type ComposedQuery,
  composeQuery,
  type SegmentName,
  type SegmentSpan,
  type Segments,
  segmentNames,
  segmentText,
  segmentTitles,
  toQuerySpan,
  toSegmentSpans,
} from './rule/segments.ts';
export { textDigest } from './rule/text-digest.ts';
export { toggleExclusion } from './rule/toggle-exclusion.ts';
export type { ColumnSchema, TableSchema } from './schema/scalar-type.ts';
export { fromNamed, type KnownRows, knownRows } from './session/known-rows.ts';
export type { EngineMethods, TableReport } from './session/protocol/engine-methods.ts';
export type {
  EvaluatedRows,
  EvaluateParams,
  Evaluation,
  ExclusionCount,
  LiteralCount,
  StepCount,
} from './session/protocol/evaluation.ts';
export type { CompiledText, LanguageMethods } from './session/protocol/language-methods.ts';
export type { FromWorker, ToWorker, WorkerError } from './session/protocol/messages.ts';
export type { RowDetail } from './session/protocol/row-detail.ts';
export type { Cell, ExportFormat, Facet, GridRow, RowsParams, RowsWindow } from './session/protocol/rows.ts';
export type { JudgedProcess, RowSelection } from './session/protocol/tuning-methods.ts';
export { type ColumnFilter, labelColumn, type ResultTab, type Verdict, type View } from './session/protocol/view.ts';
export { SharedProgress } from './session/shared-progress.ts';
export type { StreamProgress } from './session/streaming/stream-query.ts';
export type { Count } from './tuning/counted-rows.ts';
export type { ExclusionCandidate, ExclusionEffect, SuggestedExclusions } from './tuning/exclusion-candidate.ts';
export type { ExclusionCondition } from './tuning/exclusion-condition.ts';
export type { ImpactReport, OverlapMatrix } from './tuning/impact-report.ts';
export {
  type EventLabel,
  type LabelChange,
  type LabelCounts,
  type LabelRecord,
  type LabelVerdict,
  labelVerdicts,
} from './tuning/label.ts';
export type { Ratio, TuningMetrics } from './tuning/metrics.ts';
export type {
  NearMissFix,
  NearMissGroup,
  NearMissKind,
  NearMissReason,
  NearMissReport,
} from './tuning/near-miss-report.ts';
export { alterationText, changesCondition, tagsOfChange } from './tuning/review/change-words.ts';
export { lineDiff } from './tuning/review/line-diff.ts';
export { type ReviewCheck, reviewChecks } from './tuning/review/review-checks.ts';
export type { ReviewFacts, SignOff, WeighedExclusion } from './tuning/review/review-facts.ts';
export { reviewRecord } from './tuning/review/review-record.ts';
export type { DifferenceRows, RowChange, RuleDifference, RuleEdit } from './tuning/rule-difference.ts';
export type { SuggestProgress } from './tuning/suggest.ts';
export type { Breakdown, Trend } from './tuning/trend-report.ts';
export type { TestFailure, TestResult, WrongRow } from './validation/test-result.ts';
export type { RuleTest, TestSuite } from './validation/test-suite.ts';
export { testedTexts } from './validation/tested-texts.ts';
