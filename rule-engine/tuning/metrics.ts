import type { LabelCounts } from './label.ts';

/** A share with its denominator. There is no share where `whole` is 0: show "–", not 0 %. */
export interface Ratio {
  readonly part: number;
  readonly whole: number;
}

/** How well a set of rows fits the labels. Rows are counted, so an event that is logged thrice counts thrice. */
export interface RuleMetrics {
  /** The rows. */
  readonly hits: number;
  readonly labels: LabelCounts;
  /** Labelled TP of those labelled TP or FP. */
  readonly precision: Ratio;
  /** Labelled TP among the hits of all rows labelled TP. */
  readonly recall: Ratio;
}

/** The rule without and with its exclusions. */
export interface TuningMetrics {
  /** Without exclusions: the rows that reach the first of them. */
  readonly before: RuleMetrics;
  /** With exclusions: the hits. */
  readonly after: RuleMetrics;
  /** Rows labelled FP that the exclusions took, of those labelled FP before. */
  readonly fpRemoved: Ratio;
  /** Rows labelled TP that the exclusions took, of those labelled TP before. Anything but 0 is an alarm. */
  readonly tpHidden: Ratio;
  /** Labels of all loaded rows of the rule's table. */
  readonly all: LabelCounts;
}
