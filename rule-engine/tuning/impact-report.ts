import type { LabelCounts } from './label.ts';

/** Where a string literal of the query stands: in the detection, in an exclusion, or in a column that is computed. */
export type LiteralRole = 'pattern' | 'exclusion' | 'flag';

/** What a literal does, besides its `rows` and `unique` in `Evaluation.literals`. */
export interface PatternImpact {
  /** Index in `Evaluation.literals`. */
  readonly literal: number;
  readonly role: LiteralRole;
  /** Of a pattern: the hits, after exclusions, that it matches. Of an exclusion's literal: the rows it matches that it takes. */
  readonly hits: number;
  /** Of the rows that it matches of its step's input. */
  readonly labels: LabelCounts;
  /** Of the rows whose verdict hangs on it alone. */
  readonly uniqueLabels: LabelCounts;
  /** True when it matches no row. */
  readonly dead: boolean;
  /**
   * Literals of the same list, each of which matches all rows that this one matches: it could go and nothing would change.
   * Of two that match the same rows each is shadowed by the other. Empty for a dead one.
   */
  readonly shadowedBy: readonly number[];
  /** The literals of the same role that share rows with it, most rows first. */
  readonly overlaps: readonly { readonly literal: number; readonly rows: number }[];
}

/** What an exclusion does, besides its `removed` and `alone` in `Evaluation.exclusions`. */
export interface ExclusionImpact {
  /** Index in `Evaluation.exclusions`. */
  readonly exclusion: number;
  /** The rows that it would remove were it the only exclusion, and no other would: they become hits without it. */
  readonly unique: number;
  /** Of the rows that it removes where it stands. TP is what it hides. */
  readonly labels: LabelCounts;
  /** Of the rows that no other exclusion removes. */
  readonly uniqueLabels: LabelCounts;
  /** True when it would remove no row even alone. */
  readonly dead: boolean;
  /** Exclusions that, each alone, remove all rows that this one would. Empty for a dead one. */
  readonly shadowedBy: readonly number[];
  readonly overlaps: readonly { readonly exclusion: number; readonly rows: number }[];
}

export interface ImpactReport {
  readonly patterns: readonly PatternImpact[];
  readonly exclusions: readonly ExclusionImpact[];
}

/**
 * How many rows two patterns both match, for each two: row-major, `counts[i * literals.length + j]`; the diagonal holds
 * each one's own rows. Symmetric.
 */
export interface OverlapMatrix {
  /** Indexes in `Evaluation.literals`: the detection's patterns that match any row, most rows first, at most `limit`. */
  readonly literals: readonly number[];
  readonly counts: readonly number[];
}
