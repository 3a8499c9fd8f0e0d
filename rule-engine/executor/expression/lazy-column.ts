import type { ComputedColumn } from '../../columnar/column.ts';
import type { ScalarType } from '../../schema/scalar-type.ts';
import type { Scalar } from '../../schema/value.ts';
import { identityOf } from '../identity.ts';
import type { Bound } from './bound.ts';
import { type RowFunction, rowFunction } from './row-function.ts';

/** Values that a column of a repeatable expression keeps at most. */
const MOST_KEPT = 1 << 16;

/** A column that is an expression over other columns, evaluated for the rows that are read. */
export class LazyColumn implements ComputedColumn {
  readonly kind = 'computed';
  readonly type: ScalarType;
  readonly length: number;
  readonly bound: Bound;
  /** Names its content in cache keys. */
  readonly key: string;
  private readonly evaluate: RowFunction;
  private readonly kept = new Map<number, Scalar>();

  constructor(bound: Bound, length: number) {
    this.bound = bound;
    this.type = bound.type;
    this.length = length;
    this.evaluate = rowFunction(bound);
    this.key = bound.key ?? `c${identityOf(this)}`;
  }

  /** True when evaluating a row again gives the same value (not `rand()`). */
  get repeatable(): boolean {
    return this.bound.key !== undefined;
  }

  get(row: number): Scalar {
    const kept = this.kept.get(row);
    if (kept !== undefined) return kept;
    const value = this.evaluate(row);
    if (this.kept.size >= MOST_KEPT && this.repeatable) this.kept.clear();
    this.kept.set(row, value);
    return value;
  }
}
