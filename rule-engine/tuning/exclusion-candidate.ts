import type { ExclusionCondition } from './exclusion-condition.ts';

/** What an exclusion would do to the hits of a run. */
export interface ExclusionEffect {
  /** The hits that it would take: the four below together. */
  readonly rows: number;
  readonly fpRemoved: number;
  readonly tpHidden: number;
  readonly unsure: number;
  readonly unlabelled: number;
}

/** A possible exclusion. */
export interface ExclusionCandidate {
  readonly conditions: readonly ExclusionCondition[];
  /** The step: `| where not(FileName == "nginx" and AccountName == "www-data")`. */
  readonly kql: string;
  /** A name for its comment: `nginx started by systemd`. */
  readonly name: string;
  readonly effect: ExclusionEffect;
  /** How many of the rows that it was asked for it takes; of a suggested one: the FPs that none before it takes. */
  readonly covers: number;
}

/** What a search for exclusions found. */
export interface SuggestedExclusions {
  /** In the order in which they were chosen; none hides a labelled TP. */
  readonly exclusions: readonly ExclusionCandidate[];
  /** Labelled FP hits that the exclusions take together, of all. */
  readonly fpRemoved: { readonly part: number; readonly whole: number };
  /** Unlabelled and unsure hits that they take together. */
  readonly unlabelledTaken: number;
  /** The labelled FP hits that no conjunction of up to three conditions takes without a TP, or that the bounds left out. */
  readonly inseparable: readonly InseparableRows[];
  /** False when the search ended at its bounds: another exclusion might have been found. */
  readonly complete: boolean;
}

/** Labelled FPs that look the same in every field that exclusions are made of, and why they are left. */
export interface InseparableRows {
  readonly rows: number;
  /** One of them: the physical row. */
  readonly example: number;
  /** A labelled TP that has the same value in every field; undefined where only the bounds stopped the search. */
  readonly likeTruePositive: number | undefined;
  /** In a sentence. */
  readonly reason: string;
}
