import type { Span } from '../base/span.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { Plan } from './plan.ts';

interface ExprBase {
  readonly type: ScalarType;
  /** Where the expression stands in the query's text; what a diagnostic or an annotation points at. */
  readonly span: Span;
}

export interface LiteralExpr extends ExprBase {
  readonly kind: 'literal';
  readonly value: Scalar;
}

export interface ColumnExpr extends ExprBase {
  readonly kind: 'column';
  readonly name: string;
}

/**
 * A scalar function or operator: operators go by their Kusto spelling (`==`, `has`, `!has_cs`, `and`, `not`, `-`,
 * `between`, `matches regex`); `x[i]` is `[]` and `x.name` is `[]` with a string literal; unary minus is `negate`.
 */
export interface CallExpr extends ExprBase {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expr[];
}

/**
 * `left in (…)`, `in~`, `!in`, `!in~`, `has_any`, `has_all`. Each element of `list` keeps the span of its literal, also
 * where it comes from a `let` of a dynamic array: the editor's counts stand beside those literals.
 */
export interface ListExpr extends ExprBase {
  readonly kind: 'list';
  readonly type: 'bool';
  readonly operator: 'in' | 'in~' | '!in' | '!in~' | 'has_any' | 'has_all';
  readonly left: Expr;
  /** Scalars, or scalars that hold arrays (flattened at run time); or the first column of a table. */
  readonly list: readonly Expr[] | { readonly table: Plan };
}

/** `toscalar(plan)`: the first column of the first row. */
export interface ToScalarExpr extends ExprBase {
  readonly kind: 'toscalar';
  readonly plan: Plan;
}

/** A scalar of a query, bound: every node knows its Kusto type. Plain data, so that it can be cloned and stored. */
export type Expr = LiteralExpr | ColumnExpr | CallExpr | ListExpr | ToScalarExpr;

/** An expression and the name of the column that it makes. */
export interface NamedExpr {
  readonly name: string;
  readonly expr: Expr;
}

export interface SortKey {
  readonly expr: Expr;
  readonly order: 'asc' | 'desc';
  readonly nulls: 'first' | 'last';
}

/** An aggregate call of `summarize`, `make-series`, `pivot`, …; `name` is the result's column. */
export interface AggregateExpr {
  /** Kusto's name in lower case, aliases resolved (`makeset` → `make_set`). */
  readonly aggregate: string;
  readonly args: readonly Expr[];
  /** The result's columns: one but for `arg_max(x, *)`, `percentiles(…)` and their like. */
  readonly columns: readonly { readonly name: string; readonly type: ScalarType }[];
  readonly span: Span;
}
