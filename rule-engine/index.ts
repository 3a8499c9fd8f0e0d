/**
 * The only door into the engine for the app: the types of what crosses the workers, and the pure functions on a rule's
 * text, which cost the page nothing. What holds tables or parses KQL is reached through a worker.
 */
export { type Span, spanContains } from './base/span.ts';
export type { Diagnostic } from './diagnostics/diagnostic.ts';
export { extendedMapping, mappableFields } from './ingest/extended-mapping.ts';
export { userMappingFrom } from './ingest/user-mapping.ts';
export { withEditedLiteral } from './kusto/edit-literal.ts';
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
export { isRuleText, longestRule, packageFileOf } from './rule/exchange/recognize-rule.ts';
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
export type {
  Cell,
  ClassifiedSpan,
  ColumnCoverage,
  ColumnFilter,
  Compilation,
  CompletionItem,
  ConditionEvidence,
  EngineMethods,
  EvaluatedRows,
  EvaluateParams,
  Evaluation,
  EvaluationClock,
  ExclusionCount,
  ExportFormat,
  Facet,
  FromWorker,
  GridRow,
  LanguageMethods,
  LiteralCount,
  LoadProgress,
  MappingPreview,
  ResultTab,
  RowDetail,
  RowsParams,
  RowsWindow,
  RuleFormat,
  RuleOfFiles,
  SourceOverride,
  SourceReport,
  SourceTableReport,
  StepCount,
  StepEvidence,
  StreamedRows,
  StreamProgress,
  SyntaxClass,
  TableCoverage,
  TableReport,
  TextEdit,
  ToWorker,
  UserMapping,
  Verdict,
  View,
  WorkerError,
} from './session/protocol.ts';
export { SharedProgress } from './session/shared-progress.ts';
export type {
  Breakdown,
  Count,
  DifferenceRows,
  EventLabel,
  ExclusionCandidate,
  ExclusionComment,
  ExclusionCondition,
  ExclusionEffect,
  ImpactReport,
  JudgedProcess,
  LabelChange,
  LabelCounts,
  LabelRecord,
  LabelVerdict,
  NearMissFix,
  NearMissGroup,
  NearMissKind,
  NearMissReason,
  NearMissReport,
  OverlapMatrix,
  Ratio,
  RowChange,
  RowSelection,
  RuleDifference,
  RuleEdit,
  SuggestedExclusions,
  SuggestProgress,
  Trend,
  TuningMetrics,
} from './session/tuning-protocol.ts';
export type {
  RuleTest,
  TestFailure,
  TestResult,
  TestSuite,
  WrongRow,
} from './session/validation-protocol.ts';
export { labelColumn } from './session/view.ts';
export { labelVerdicts } from './tuning/label.ts';
export { alterationText, changesCondition, tagsOfChange } from './tuning/review/change-words.ts';
export { lineDiff } from './tuning/review/line-diff.ts';
export { type ReviewCheck, reviewChecks } from './tuning/review/review-checks.ts';
export type { ReviewFacts, SignOff, WeighedExclusion } from './tuning/review/review-facts.ts';
export { reviewRecord } from './tuning/review/review-record.ts';
export { testedTexts } from './validation/tested-texts.ts';
