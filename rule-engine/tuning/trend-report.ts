/** Rows over time in bins of equal width. */
export interface Trend {
  /** The datetime column that was counted over; undefined where the table has none, and then there are no bins. */
  readonly column: string | undefined;
  /** The start of each bin, ISO 8601 with seven decimals; a bin ends where the next begins. */
  readonly starts: readonly string[];
  /** The last moment of the last bin: with `starts` the ends of a brush, as a `range` filter takes them (both inclusive). */
  readonly end: string;
  /** A bin's width in milliseconds. */
  readonly binMilliseconds: number;
  readonly all: readonly number[];
  readonly hits: readonly number[];
  readonly excluded: readonly number[];
  /** The rows that each literal matches of its step's input, a list for each of `Evaluation.literals`. */
  readonly literals: readonly (readonly number[])[];
  /** The rows that each exclusion removes, a list for each of `Evaluation.exclusions`. */
  readonly exclusions: readonly (readonly number[])[];
}

/** A value of a column and what became of its rows. */
interface BreakdownValue {
  readonly text: string;
  readonly hits: number;
  readonly excluded: number;
  /** Of the hits. */
  readonly TP: number;
  readonly FP: number;
}

/** The values of a column with the most hits, most first. */
export interface Breakdown {
  readonly column: string;
  readonly values: readonly BreakdownValue[];
  /** The hits of the values that are not shown, and how many values those are. */
  readonly rest: { readonly hits: number; readonly values: number };
}
