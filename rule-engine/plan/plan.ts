import type { Span } from '../base/span.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { AggregateExpr, Expr, NamedExpr, SortKey } from './expr.ts';

interface PlanBase {
  /** The columns that the node gives, in order. */
  readonly columns: readonly ColumnSchema[];
  /** The operator's text, from its keyword to its end (without the pipe). */
  readonly span: Span;
}

/** A table of the catalogue, by its exact name. */
export interface TablePlan extends PlanBase {
  readonly kind: 'table';
  readonly name: string;
}

/** `datatable`: constants only, already evaluated. */
export interface DatatablePlan extends PlanBase {
  readonly kind: 'datatable';
  readonly rows: readonly (readonly Scalar[])[];
}

/** `print`: one row. */
export interface PrintPlan extends PlanBase {
  readonly kind: 'print';
  readonly items: readonly NamedExpr[];
}

export interface RangePlan extends PlanBase {
  readonly kind: 'range';
  readonly from: Expr;
  readonly to: Expr;
  readonly step: Expr;
}

/** `where` and `filter`. */
export interface WherePlan extends PlanBase {
  readonly kind: 'where';
  readonly input: Plan;
  readonly predicate: Expr;
}

/** `extend`: all columns of the input, with `items` replaced in place or added at the end. */
export interface ExtendPlan extends PlanBase {
  readonly kind: 'extend';
  readonly input: Plan;
  readonly items: readonly NamedExpr[];
}

/** `project` and, as lists of column references, `project-away`, `-keep`, `-rename`, `-reorder`. */
export interface ProjectPlan extends PlanBase {
  readonly kind: 'project';
  readonly operator: 'project' | 'project-away' | 'project-keep' | 'project-rename' | 'project-reorder';
  readonly input: Plan;
  readonly items: readonly NamedExpr[];
}

export interface SortPlan extends PlanBase {
  readonly kind: 'sort';
  readonly input: Plan;
  readonly keys: readonly SortKey[];
}

export interface TakePlan extends PlanBase {
  readonly kind: 'take';
  readonly input: Plan;
  readonly count: Expr;
}

export interface TopPlan extends PlanBase {
  readonly kind: 'top';
  readonly input: Plan;
  readonly count: Expr;
  readonly key: SortKey;
}

export interface DistinctPlan extends PlanBase {
  readonly kind: 'distinct';
  readonly input: Plan;
  readonly items: readonly NamedExpr[];
}

export interface CountPlan extends PlanBase {
  readonly kind: 'count';
  readonly input: Plan;
}

/** Columns of the result: the keys, then each aggregate's columns. */
export interface SummarizePlan extends PlanBase {
  readonly kind: 'summarize';
  readonly input: Plan;
  readonly aggregates: readonly SummarizeItem[];
  readonly by: readonly NamedExpr[];
}

/**
 * A result column of `summarize`: aggregates, and a scalar over their results (`sum(x) / count()`), which reads them as
 * columns named as in `aggregates`.
 */
export interface SummarizeItem {
  readonly aggregates: readonly AggregateExpr[];
  /** The columns that the item gives, over the aggregates' columns. */
  readonly items: readonly NamedExpr[];
}

export interface UnionPlan extends PlanBase {
  readonly kind: 'union';
  /** Each input with the name that `withsource=` shows. */
  readonly inputs: readonly { readonly plan: Plan; readonly source: string }[];
  /** For each output column and input: the input's column index, or -1 where it has none. */
  readonly mapping: readonly (readonly number[])[];
  /** The name of the `withsource` column, the first of the output when given. */
  readonly withSource: string | undefined;
}

export type JoinKind =
  | 'innerunique'
  | 'inner'
  | 'leftouter'
  | 'rightouter'
  | 'fullouter'
  | 'leftsemi'
  | 'rightsemi'
  | 'leftanti'
  | 'rightanti';

/** `join` and `lookup`: the result's columns are left's then right's (with lookup, less right's keys). */
export interface JoinPlan extends PlanBase {
  readonly kind: 'join';
  readonly operator: 'join' | 'lookup';
  readonly join: JoinKind;
  readonly left: Plan;
  readonly right: Plan;
  readonly on: readonly { readonly left: Expr; readonly right: Expr }[];
  /** For each output column: the side and column index that it comes from. */
  readonly output: readonly { readonly side: 'left' | 'right'; readonly index: number }[];
}

/** `materialize(…)`, `as`, and a `let` table that is read more than once: evaluated once in a run. */
export interface SharedPlan extends PlanBase {
  readonly kind: 'shared';
  readonly id: number;
  readonly input: Plan;
}

/** `serialize`: marks the order of rows as fixed, and extends. Window functions are calls in `items`. */
export interface SerializePlan extends PlanBase {
  readonly kind: 'serialize';
  readonly input: Plan;
  readonly items: readonly NamedExpr[];
}

export interface MvExpandPlan extends PlanBase {
  readonly kind: 'mv-expand';
  readonly input: Plan;
  /** `to` is the column type that `to typeof(…)` names, else dynamic. */
  readonly items: readonly (NamedExpr & { readonly to: ColumnSchema['type'] | undefined })[];
  readonly bagExpansion: 'bag' | 'array';
  readonly withItemIndex: string | undefined;
  readonly limit: Expr | undefined;
}

export interface MvApplyPlan extends PlanBase {
  readonly kind: 'mv-apply';
  readonly input: Plan;
  readonly items: MvExpandPlan['items'];
  readonly withItemIndex: string | undefined;
  readonly limit: Expr | undefined;
  /** What is applied to each row's expansion; its leaf is a `subquery-input`. */
  readonly subquery: Plan;
}

/** The rows that `mv-apply`, `partition`, `fork`, `facet` hand to their subquery. */
export interface SubqueryInputPlan extends PlanBase {
  readonly kind: 'subquery-input';
}

/** `parse` and `parse-where`. */
export interface ParsePlan extends PlanBase {
  readonly kind: 'parse';
  readonly operator: 'parse' | 'parse-where';
  readonly input: Plan;
  readonly expr: Expr;
  readonly mode: 'simple' | 'regex' | 'relaxed';
  readonly flags: string;
  readonly pattern: readonly ParsePart[];
}

/** `*`, a text to find, or a column to fill. */
export type ParsePart =
  | { readonly kind: 'star' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'column'; readonly name: string; readonly type: ColumnSchema['type'] };

/** `render`: no change to the rows; what the page should draw. */
export interface RenderPlan extends PlanBase {
  readonly kind: 'render';
  readonly input: Plan;
  readonly chart: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** `getschema`. */
export interface GetSchemaPlan extends PlanBase {
  readonly kind: 'getschema';
  readonly input: Plan;
}

/** A query after binding, as a tree of tabular operators, the last operator at the root. Plain data. */
export type Plan =
  | TablePlan
  | DatatablePlan
  | PrintPlan
  | RangePlan
  | WherePlan
  | ExtendPlan
  | ProjectPlan
  | SortPlan
  | TakePlan
  | TopPlan
  | DistinctPlan
  | CountPlan
  | SummarizePlan
  | UnionPlan
  | JoinPlan
  | SharedPlan
  | SerializePlan
  | MvExpandPlan
  | MvApplyPlan
  | SubqueryInputPlan
  | ParsePlan
  | RenderPlan
  | GetSchemaPlan;
