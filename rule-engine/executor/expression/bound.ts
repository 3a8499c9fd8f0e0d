import type { Column } from '../../columnar/column.ts';
import type { Kernel } from '../../functions/function.ts';
import type { Expr } from '../../plan/plan.ts';
import type { ScalarType } from '../../schema/scalar-type.ts';
import type { Scalar } from '../../schema/value.ts';

interface BoundBase {
  readonly type: ScalarType;
  /** What it computes, from which columns, as text: what its masks are cached by. Undefined for what is volatile. */
  readonly key: string | undefined;
  /** Where it comes from in the query. */
  readonly expr: Expr;
}

export interface BoundConstant extends BoundBase {
  readonly kind: 'constant';
  readonly value: Scalar;
}

export interface BoundColumn extends BoundBase {
  readonly kind: 'column';
  readonly name: string;
  readonly column: Column;
}

/** `and` and `or` of two or more, `not` of one. */
export interface BoundLogic extends BoundBase {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or' | 'not';
  readonly args: readonly Bound[];
}

/** `iff(condition, then, otherwise)`, whose branches are evaluated only where they are taken. */
interface BoundChoice extends BoundBase {
  readonly kind: 'choice';
  readonly condition: Bound;
  readonly then: Bound;
  readonly otherwise: Bound;
}

export interface BoundCall extends BoundBase {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Bound[];
  readonly kernel: Kernel;
  /** True when a null argument makes the result null and the kernel must not see it. */
  readonly propagatesNull: boolean;
}

/** `has_any`, `has_all`, `in` and `in~` as one test for each element of their list, joined by `or` or `and`. */
export interface BoundList extends BoundBase {
  readonly kind: 'list';
  readonly quantifier: 'any' | 'all';
  readonly tests: readonly Bound[];
  /** The whole list as one lookup, where it is long: the same answer as all tests. */
  readonly set: BoundCall | undefined;
}

/** An expression whose names are resolved, whose functions are found and whose constants are folded. */
export type Bound = BoundConstant | BoundColumn | BoundLogic | BoundChoice | BoundCall | BoundList;

/** The bound expressions directly below one. */
export function boundChildren(bound: Bound): readonly Bound[] {
  switch (bound.kind) {
    case 'constant':
    case 'column':
      return [];
    case 'list':
      return bound.tests;
    case 'choice':
      return [bound.condition, bound.then, bound.otherwise];
    default:
      return bound.args;
  }
}
