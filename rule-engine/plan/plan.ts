/**
 * A query after binding, as plain data: scalars, and the tabular operators over them. Some scalars hold a plan
 * (`toscalar(…)`, `x in (table)`), so that neither could stand in a file of its own.
 */
import type { Span } from '../base/span.ts';
import type { ColumnSchema, ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';

// ---------------------------------------------------------------- scalars

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

// ---------------------------------------------------------------- tabular operators

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
  /** The `id` of the `partition by x {…}` whose key's value it is: one row of one column. Without it the innermost's rows. */
  readonly partition?: number;
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

/** `sample N`: any rows. */
export interface SamplePlan extends PlanBase {
  readonly kind: 'sample';
  readonly input: Plan;
  readonly count: Expr;
}

/** `sample-distinct N of x`: any distinct values of one column. */
export interface SampleDistinctPlan extends PlanBase {
  readonly kind: 'sample-distinct';
  readonly input: Plan;
  readonly count: Expr;
  readonly of: NamedExpr;
}

/** `top-hitters N of x by y`: columns are the value and its count, or its sum of `by`. */
export interface TopHittersPlan extends PlanBase {
  readonly kind: 'top-hitters';
  readonly input: Plan;
  readonly count: Expr;
  readonly of: NamedExpr;
  readonly by: Expr | undefined;
}

/** `top-nested`: for each level, outermost first, its value and its aggregate, in this order, are two result columns. */
export interface TopNestedPlan extends PlanBase {
  readonly kind: 'top-nested';
  readonly input: Plan;
  readonly levels: readonly TopNestedLevel[];
}

export interface TopNestedLevel {
  /** All values when undefined. */
  readonly count: Expr | undefined;
  readonly of: NamedExpr;
  /** The value that stands for all others, in a row of its own, when given. */
  readonly others: Expr | undefined;
  /** An aggregate, or a scalar over several; one result column. */
  readonly by: SummarizeItem;
  readonly order: 'asc' | 'desc';
}

/** `parse-kv`: fills `keys` from pairs in a text. */
export interface ParseKvPlan extends PlanBase {
  readonly kind: 'parse-kv';
  readonly input: Plan;
  readonly expr: Expr;
  /** A column for each key; the key's text is the column's name. */
  readonly keys: readonly ColumnSchema[];
  /** Between pairs (default: any character that is no letter, digit or `_`), and between a key and its value. */
  readonly pairDelimiter: string | undefined;
  readonly kvDelimiter: string | undefined;
  /** Each an opening and a closing character, or one that is both: `['"', '()']`. */
  readonly quotes: readonly string[];
  /** Each of its characters escapes the next one of a quoted text. */
  readonly escape: string | undefined;
  readonly greedy: boolean;
  /** With `regex`: the pattern whose first group is the key and second the value. */
  readonly regex: string | undefined;
}

/** `make-series`: columns are `by`, then the series of each aggregate, then the axis, in the order of `columns`. */
export interface MakeSeriesPlan extends PlanBase {
  readonly kind: 'make-series';
  readonly input: Plan;
  readonly aggregates: readonly MakeSeriesAggregate[];
  readonly on: NamedExpr;
  /** Undefined: the smallest and largest value of `on`. `to` is exclusive unless `inclusive`. */
  readonly from: Expr | undefined;
  readonly to: Expr | undefined;
  readonly step: Expr;
  /** True for the older `in range(from, to, step)`. */
  readonly inclusive: boolean;
  /** `kind=nonempty`: an input without rows gives one row of defaults. */
  readonly nonEmpty: boolean;
  readonly by: readonly NamedExpr[];
}

export interface MakeSeriesAggregate {
  readonly item: SummarizeItem;
  /** What an empty bin has; undefined means 0 or the type's null. */
  readonly default: Expr | undefined;
}

/**
 * `partition by x (…)`: the subquery runs on the rows of each value; results are joined in the values' order.
 * `partition by x {…}` has an `id`: its subquery has a source of its own and sees the value alone.
 */
export interface PartitionPlan extends PlanBase {
  readonly kind: 'partition';
  readonly input: Plan;
  readonly by: Expr;
  /** Its leaf is a `subquery-input`; with an `id`, the value is a `subquery-input` of that `partition`. */
  readonly subquery: Plan;
  readonly id?: number;
  /** True without the strategy `native` or `shuffle`: the key then has a bounded number of values. */
  readonly legacy: boolean;
}

/**
 * `scan`: in its expressions a column named `step.column` (`s1.Ts`) is the state of a step, and any other is the current
 * row's or, when declared, the current state's.
 * @see https://learn.microsoft.com/kusto/query/scan-operator
 */
export interface ScanPlan extends PlanBase {
  readonly kind: 'scan';
  readonly input: Plan;
  readonly partitionBy: readonly Expr[];
  readonly declared: readonly (ColumnSchema & { readonly default: Expr | undefined })[];
  /** The name of the column that numbers the matches, when asked for. */
  readonly withMatchId: string | undefined;
  readonly steps: readonly ScanStep[];
}

export interface ScanStep {
  readonly name: string;
  readonly optional: boolean;
  readonly output: 'all' | 'last' | 'none';
  readonly condition: Expr;
  readonly assignments: readonly NamedExpr[];
  readonly span: Span;
}

/** `reduce by x`: columns `Pattern`, `Count`, `Representative`. */
export interface ReducePlan extends PlanBase {
  readonly kind: 'reduce';
  readonly input: Plan;
  readonly expr: Expr;
  readonly threshold: Expr | undefined;
  readonly characters: Expr | undefined;
}

/**
 * `evaluate plugin(…)`. A plugin whose columns depend on the rows (`bag_unpack`, `pivot`, `narrow`) has `open` set: the
 * columns that it really gives are the relation's, and `columns` holds what the binder knew.
 */
export interface EvaluatePlan extends PlanBase {
  readonly kind: 'evaluate';
  readonly plugin: string;
  /** Undefined for plugins that read no rows. */
  readonly input: Plan | undefined;
  readonly arguments: readonly PluginArgument[];
  readonly open: boolean;
}

/** What a plugin's argument is depends on the plugin: a scalar over its rows, an aggregate (`pivot`), a table. */
export type PluginArgument =
  | { readonly kind: 'scalar'; readonly name: string | undefined; readonly expr: Expr }
  | { readonly kind: 'aggregate'; readonly name: string | undefined; readonly aggregate: AggregateExpr }
  | { readonly kind: 'table'; readonly name: string | undefined; readonly plan: Plan };

/** `fork` and `facet`: several results, of which the first is the query's; the others follow, as Kusto sends them. */
export interface ForkPlan extends PlanBase {
  readonly kind: 'fork';
  readonly input: Plan;
  /** Each with a `subquery-input` as its leaf. */
  readonly branches: readonly { readonly name: string | undefined; readonly plan: Plan }[];
}

/** `make-graph source --> target with nodes on key`, and `graph-mark-components` after it. */
export interface GraphSource {
  readonly edges: Plan;
  readonly source: string;
  readonly target: string;
  /**
   * Tables of nodes with the column that edges name them by; empty when nodes come from the edges alone. `named` is the
   * column that a node which only edges name has its name in.
   */
  readonly nodes: readonly { readonly plan: Plan; readonly key: string; readonly named: string | undefined }[];
  /** The column that holds a node's id when there are no tables of nodes. */
  readonly nodeId: string | undefined;
  /** The columns of nodes that say which component of the graph they are in, counted from 0. */
  readonly components: readonly { readonly name: string; readonly kind: 'weak' | 'strong' }[];
}

/**
 * The nodes of a graph, a row each. Besides its own columns a node has `$id`, its name among the edges as text, `$in`
 * and `$out`, the number of edges that come to it and leave it.
 */
interface GraphNodesPlan extends PlanBase, GraphSource {
  readonly kind: 'graph-nodes';
}

/** `graph-match`, and `graph-shortest-paths` where `shortest` is given. */
export interface GraphMatchPlan extends PlanBase, GraphSource {
  readonly kind: 'graph-match';
  /** Of the matches between two nodes only one, or all, that have the fewest edges. */
  readonly shortest: 'any' | 'all' | undefined;
  /** Alternately nodes and edges. Paths of one pattern after another share their named elements. */
  readonly patterns: readonly (readonly GraphElement[])[];
  /** What `all`, `any` and `map` ask of the edges or inner nodes of a variable length edge. */
  readonly paths: readonly GraphPath[];
  /** In expressions `element.column` is a column of that name, and the name of a path is one. */
  readonly where: Expr | undefined;
  readonly project: readonly NamedExpr[];
  readonly cycles: 'all' | 'none' | 'unique_edges';
}

/** `all(e, x)`, `any(e, x)`, `map(e, x)`: a column of `where` and `project` that is computed along a path. */
export interface GraphPath {
  readonly name: string;
  readonly quantifier: 'all' | 'any' | 'map';
  /** The variable length edge. */
  readonly element: string;
  readonly of: 'edges' | 'inner nodes';
  /** Over the columns of an edge, or of a node. */
  readonly expr: Expr;
}

export type GraphElement =
  | { readonly kind: 'node'; readonly name: string | undefined }
  | {
      readonly kind: 'edge';
      readonly name: string | undefined;
      readonly direction: 'out' | 'in' | 'any';
      /** A variable length edge's bounds. */
      readonly range: { readonly from: number; readonly to: number } | undefined;
    };

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
  | GetSchemaPlan
  | SamplePlan
  | SampleDistinctPlan
  | TopHittersPlan
  | TopNestedPlan
  | ParseKvPlan
  | MakeSeriesPlan
  | PartitionPlan
  | ScanPlan
  | ReducePlan
  | EvaluatePlan
  | ForkPlan
  | GraphMatchPlan
  | GraphNodesPlan;
