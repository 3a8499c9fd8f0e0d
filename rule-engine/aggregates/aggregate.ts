import type { Span } from '../base/span.ts';
import type { Column } from '../columnar/column.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';

/** What an aggregate knows of one call of it, before the first row. */
export interface AggregateSite {
  readonly argumentTypes: readonly ScalarType[];
  /** The types of the result's columns: one but for `arg_max`, `percentiles` and their like. */
  readonly resultTypes: readonly ScalarType[];
  /** For each argument its value when it is constant, else undefined. */
  readonly constants: readonly (Scalar | undefined)[];
  readonly span: Span;
}

/** The running state of one group. */
export interface Accumulator {
  /** Takes a row; `args` is reused between rows: never keep it. Nulls are passed on: each aggregate has its own rule. */
  add(args: readonly Scalar[]): void;
  /** One value a result column. */
  result(): readonly Scalar[];
}

/** The running state of all groups of a call at once, over typed columns: the fast way, where an aggregate has one. */
export interface GroupedState {
  /** Takes the physical rows `rows[start..end)`; `groups[i]` is the group of `rows[i]`, below `groupCount`. */
  addRows(rows: Uint32Array, groups: Uint32Array, start: number, end: number, groupCount: number): void;
  /** One column a result column, of `groupCount` rows. */
  results(groupCount: number): readonly Column[];
}

/** An aggregate function of `summarize`, complete in one entry. `…if` forms are entries of their own. */
export interface AggregateFunction {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Prepares a call; the function that it gives makes a fresh accumulator a group. May throw QueryError. */
  readonly bind: (site: AggregateSite) => () => Accumulator;
  /** The fast way over the columns of the arguments, with the same answers; undefined where these columns have none. */
  readonly bindColumns?: (site: AggregateSite, columns: readonly Column[]) => GroupedState | undefined;
}
