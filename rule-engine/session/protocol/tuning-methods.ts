import type { Span } from '../../base/span.ts';
import type { TextEdit } from '../../base/text-edit.ts';
import type { ExclusionComment } from '../../rule/exclusion-comment.ts';
import type { Count } from '../../tuning/counted-rows.ts';
import type { ExclusionCandidate, ExclusionEffect, SuggestedExclusions } from '../../tuning/exclusion-candidate.ts';
import type { ExclusionCondition } from '../../tuning/exclusion-condition.ts';
import type { ImpactReport, OverlapMatrix } from '../../tuning/impact-report.ts';
import type { EventLabel, LabelChange, LabelRecord, LabelVerdict } from '../../tuning/label.ts';
import type { TuningMetrics } from '../../tuning/metrics.ts';
import type { NearMissReason, NearMissReport } from '../../tuning/near-miss-report.ts';
import type { ProcessNode, ProcessTree } from '../../tuning/process-tree.ts';
import type { RowChange, RuleDifference } from '../../tuning/rule-difference.ts';
import type { SuggestProgress } from '../../tuning/suggest.ts';
import type { Breakdown, Trend } from '../../tuning/trend-report.ts';
import type { ResultTab, Verdict, View } from './view.ts';

/** Rows of a view: those given, else all of it after its filters (a bulk by facet). */
export interface RowSelection {
  readonly view: View;
  /** `GridRow.row` of each. */
  readonly rows?: readonly number[];
}

/** What reading a file of labels did. */
export interface LabelImport {
  /** What it changed, for the page to keep and to undo. */
  readonly changes: readonly LabelChange[];
  /** Labels in the file. */
  readonly read: number;
  /** Labels by row whose rows are not loaded: they wait for them. */
  readonly notLoaded: number;
  /** Lines that are no label, with what is wrong. At most 100. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/** Another version of the rule: what `compile` made of its text, and where its exclusions stand in it. */
export interface RuleVersion {
  readonly plan: string;
  readonly exclusions: Span;
}

/** A node of a process tree with what the run says of its row. */
export interface JudgedProcess extends ProcessNode {
  /** Undefined where the node has no row. */
  readonly verdict: Verdict | undefined;
  readonly label: EventLabel | undefined;
}

/**
 * The engine worker's methods of the tuning loop: labels, metrics, impact, exclusions, near misses, …
 *
 * Rows are told by their physical row in the table that the run began with (`GridRow.row` of a traceable hit, of excluded
 * and of all rows). A hit that the query made anew (`summarize`) can't be labelled: `label` refuses with `not-traceable`.
 * Methods that take a `run` refuse a replaced one with `stale-run`. Labels are kept by event, not by run.
 */
export interface TuningMethods {
  /**
   * Labels rows, or takes their label away (null). Every row of the same event takes the label too. Without a note each
   * event keeps its own.
   */
  label: {
    params: RowSelection & { readonly label: (Pick<EventLabel, 'verdict'> & Partial<EventLabel>) | null };
    result: readonly LabelChange[];
    progress: never;
  };
  /** Sets labels by fingerprint: undo, redo, and what the page kept from the last visit. */
  'set-labels': {
    params: { readonly labels: readonly { readonly fingerprint: string; readonly label: EventLabel | null }[] };
    result: readonly LabelChange[];
    progress: never;
  };
  /** Every label. */
  labels: { params: null; result: readonly LabelRecord[]; progress: never };
  /** The labels of some rows of a tab, in their order; null where there is none. For the grid's window. */
  'row-labels': {
    params: { readonly run: number; readonly tab?: ResultTab; readonly rows: readonly number[] };
    result: readonly (EventLabel | null)[];
    progress: never;
  };
  /**
   * Reads labels from NDJSON: those that `export-labels` wrote, and those of a rule's samples (`{ReportId, DeviceName,
   * Timestamp, label}` with TP, FP or benign, which is an FP too). Those by row find their events as their rows are loaded,
   * also later; a label that the event has already stays.
   */
  'import-labels': { params: { readonly text: string }; result: LabelImport; progress: never };
  /** All labels as NDJSON, a line each: fingerprint, verdict, note, and the event's columns where it is loaded. */
  'export-labels': { params: { readonly run: number | null }; result: Blob; progress: never };

  /** Precision, recall, FP removed, TP hidden. Ask again after a label or an evaluation. */
  metrics: { params: { readonly run: number }; result: TuningMetrics; progress: never };
  /** What each literal and each exclusion does, with labels. */
  impact: { params: { readonly run: number }; result: ImpactReport; progress: never };
  /** The rows behind a number, as a row set for `View.among` on the tab `all`; with `verdict` those labelled so. */
  'counted-rows': {
    params: { readonly run: number; readonly count: Count; readonly verdict?: LabelVerdict };
    result: { readonly rows: number; readonly rowSet: number };
    progress: never;
  };
  /** Pattern × pattern. */
  overlap: { params: { readonly run: number; readonly limit: number }; result: OverlapMatrix; progress: never };
  /** Rows over time, for the histograms and the brush. `bins`: 1–200. */
  trend: { params: { readonly run: number; readonly bins: number }; result: Trend; progress: never };
  /** Hits by value of columns (device, parent, …); columns that the table lacks are left out. */
  breakdown: {
    params: { readonly run: number; readonly columns: readonly string[]; readonly limit: number };
    result: readonly Breakdown[];
    progress: never;
  };

  /**
   * Possible exclusions for hits, best first: none that hides a TP before one that does, then by how many of the chosen
   * rows and how many FPs they take for how few unlabelled ones. With `column`, one that looks at that cell comes first.
   */
  'exclusion-candidates': {
    params: {
      readonly run: number;
      readonly rows: readonly number[];
      readonly column?: string;
      readonly limit: number;
    };
    result: readonly ExclusionCandidate[];
    progress: never;
  };
  /** The hits that an exclusion would take, as a row set for `View.among` on the tab `hits`. */
  'preview-exclusion': {
    params: { readonly run: number; readonly conditions: readonly ExclusionCondition[] };
    result: { readonly kql: string; readonly effect: ExclusionEffect; readonly rowSet: number };
    progress: never;
  };
  /**
   * The edit of exclusions.kql (`text`; spans are of it) that adds an exclusion with its comment, before the section's End
   * marker where there is one. Refused with `reason-needed` when it hides a labelled TP and `comment.tags.reason` is blank.
   */
  'write-exclusion': {
    params: {
      readonly run: number;
      readonly conditions: readonly ExclusionCondition[];
      readonly comment: ExclusionComment;
      readonly text: string;
    };
    result: TextEdit;
    progress: never;
  };
  /** A small set of exclusions that takes the most labelled FPs and no labelled TP. Takes seconds; cancel it at will. */
  'suggest-exclusions': {
    params: { readonly run: number };
    result: SuggestedExclusions;
    progress: SuggestProgress;
  };

  /** Rows that nearly are hits. `text`: the query that the run's plan was made from. */
  'near-misses': { params: { readonly run: number; readonly text: string }; result: NearMissReport; progress: never };
  /** Why each of some rows nearly is a hit, in their order; after `near-misses` of that run. */
  'near-miss-reasons': {
    params: { readonly run: number; readonly rows: readonly number[] };
    result: readonly (readonly NearMissReason[])[];
    progress: never;
  };

  /**
   * The run against another version of the rule (a pinned baseline; or, for a preview, the text with an edit: then `gained`
   * is what the edit would take away and `lost` what it would add). Row sets are of the tab `all`.
   */
  compare: { params: { readonly run: number; readonly other: RuleVersion }; result: RuleDifference; progress: never };
  /** Whether each of some rows was gained or lost, and by which edits, in their order. Refused with `not-compared`. */
  'row-changes': {
    params: { readonly run: number; readonly comparison: number; readonly rows: readonly number[] };
    result: readonly RowChange[];
    progress: never;
  };

  /** Ancestors and descendants of a row's process among the loaded process events. Null where the table has no processes. */
  'process-tree': {
    params: { readonly run: number; readonly row: number };
    result: (Omit<ProcessTree, 'nodes'> & { readonly nodes: readonly JudgedProcess[] }) | null;
    progress: never;
  };
}
