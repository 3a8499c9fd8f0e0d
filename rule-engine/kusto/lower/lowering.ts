import type { Span } from '../../base/span.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AggregateExpr, Expr, GraphPath, Plan } from '../../plan/plan.ts';
import type { ColumnSchema, TableSchema } from '../../schema/scalar-type.ts';
import type { Expression, SyntaxElement } from '../syntax.ts';
import type { Scope } from './scope.ts';

/** What all parts of one query share while it is lowered. */
export interface QueryLowering {
  readonly lowerExpr: (node: Expression, lowering: Lowering) => Expr;
  readonly lowerPlan: (node: Expression, lowering: Lowering) => Plan;
  /** True for the symbol of an aggregate function. */
  readonly isAggregate: (symbol: Kusto.Language.Symbols.Symbol) => boolean;
  /** The tables of the catalogue. */
  readonly tables: () => readonly TableSchema[];
  /** Those of them that `search` and `find` read when they name none. */
  readonly searchedTables: () => readonly TableSchema[];
  /** The names of columns that the query reads of tables whose columns are not known. */
  readonly assumedColumns: () => readonly string[];
  /** From a span of the text that was parsed to one of the query as written. */
  readonly toOriginal: (span: Span) => Span;
  /** The tables that an `as` of the query named so far. */
  readonly named: Map<string, Plan>;
  /** What the query set by `set name = value`, by name. */
  readonly options: Map<string, Expr>;
  /** What the author of the query should know though it runs. */
  readonly notices: Diagnostic[];
  nextId: number;
}

/** The key column of a `partition by x {…}`: a value to the query in its braces. */
export interface PartitionKey {
  readonly symbol: Kusto.Language.Symbols.Symbol;
  readonly column: ColumnSchema;
  /** The `id` of the partition's plan. */
  readonly partition: number;
}

interface Surroundings {
  /** The columns that a scalar can read: those of the operator's input. */
  readonly columns: readonly ColumnSchema[];
  /** Where these columns come from, when that is one plan. */
  readonly rows: Plan | undefined;
  /** What a pipeline that starts with an operator reads: the rows handed to a subquery. */
  readonly input: Plan | undefined;
  /** The call that is being inlined, when its body isn't part of the query's text. */
  readonly callSpan: Span | undefined;
  /** Where calls of aggregates are put; undefined where none may stand. */
  readonly aggregates: AggregateExpr[] | undefined;
  /** Where what is asked of paths is put; undefined outside of `graph-match`. */
  readonly graphPaths: GraphPath[] | undefined;
  /** The keys of the partitions around, outermost first. */
  readonly partitionKeys: readonly PartitionKey[];
  /** Functions being inlined, outermost first; guards against endless recursion. */
  readonly depth: number;
}

const NOWHERE: Surroundings = {
  columns: [],
  rows: undefined,
  input: undefined,
  callSpan: undefined,
  aggregates: undefined,
  graphPaths: undefined,
  partitionKeys: [],
  depth: 0,
};

/** What a name of a `let`, a parameter or an `as` stands for. */
export type Binding =
  /** A `let` or an argument: its text, to be lowered where it was written. Lowered at most once. */
  | { readonly kind: 'expression'; readonly node: Expression; readonly lowering: Lowering; expr?: Expr; plan?: Plan }
  /** A function: called, its body is lowered with the names that were in sight where it was declared. */
  | {
      readonly kind: 'function';
      readonly node: Kusto.Language.Syntax.FunctionDeclaration;
      readonly lowering: Lowering;
    }
  | { readonly kind: 'pattern'; readonly node: Kusto.Language.Syntax.PatternDeclaration; readonly lowering: Lowering }
  | { readonly kind: 'plan'; readonly plan: Plan };

/** Where in a query lowering stands: the names and columns in sight. Immutable; `with…` make the next one. */
export class Lowering {
  readonly query: QueryLowering;
  readonly scope: Scope<Binding>;
  private readonly surroundings: Surroundings;

  constructor(query: QueryLowering, scope: Scope<Binding>, surroundings: Surroundings = NOWHERE) {
    this.query = query;
    this.scope = scope;
    this.surroundings = surroundings;
  }

  get columns(): readonly ColumnSchema[] {
    return this.surroundings.columns;
  }

  get rows(): Plan | undefined {
    return this.surroundings.rows;
  }

  get subqueryInput(): Plan | undefined {
    return this.surroundings.input;
  }

  get aggregates(): AggregateExpr[] | undefined {
    return this.surroundings.aggregates;
  }

  get depth(): number {
    return this.surroundings.depth;
  }

  get graphPaths(): GraphPath[] | undefined {
    return this.surroundings.graphPaths;
  }

  get partitionKeys(): readonly PartitionKey[] {
    return this.surroundings.partitionKeys;
  }

  get callSpan(): Span | undefined {
    return this.surroundings.callSpan;
  }

  withScope(scope: Scope<Binding>): Lowering {
    return new Lowering(this.query, scope, this.surroundings);
  }

  /** The same names, over the rows of `input`. */
  over(input: Plan): Lowering {
    return new Lowering(this.query, this.scope, {
      ...this.surroundings,
      columns: input.columns,
      rows: input,
    });
  }

  overColumns(columns: readonly ColumnSchema[]): Lowering {
    return new Lowering(this.query, this.scope, { ...this.surroundings, columns, rows: undefined });
  }

  /** The same place, where calls of aggregates are taken out into `aggregates`; without it, where none may stand. */
  collecting(aggregates?: AggregateExpr[]): Lowering {
    return new Lowering(this.query, this.scope, { ...this.surroundings, aggregates });
  }

  /** The same names, among the elements of a graph's pattern: what is asked of paths goes to `paths`. */
  inGraph(paths: GraphPath[]): Lowering {
    return new Lowering(this.query, this.scope, { ...this.surroundings, columns: [], graphPaths: paths });
  }

  /** The same names, for a subquery that is handed `input`. */
  subquery(input: Plan): Lowering {
    return new Lowering(this.query, this.scope, { ...this.surroundings, input, columns: [], rows: undefined });
  }

  /** The same names, for a query with a source of its own that sees a partition's key. */
  inPartition(key: PartitionKey): Lowering {
    const partitionKeys = [...this.partitionKeys, key];
    return new Lowering(this.query, this.scope, {
      ...this.surroundings,
      input: undefined,
      columns: [],
      rows: undefined,
      partitionKeys,
    });
  }

  /** The names of a function's body, called at `callSpan`. */
  call(scope: Scope<Binding>, callSpan: Span | undefined): Lowering {
    return new Lowering(this.query, scope, { ...this.surroundings, callSpan, depth: this.depth + 1 });
  }

  expr(node: Expression): Expr {
    return this.query.lowerExpr(node, this);
  }

  plan(node: Expression): Plan {
    return this.query.lowerPlan(node, this);
  }

  /** Says something to the author of the query that is no error. */
  notice(code: string, message: string, span: Span): void {
    this.query.notices.push({ code, severity: 'warning', span, message });
  }

  nextId(): number {
    this.query.nextId += 1;
    return this.query.nextId;
  }

  /** Where a node stands in the query's text. */
  span(node: SyntaxElement): Span {
    if (this.callSpan !== undefined) return this.callSpan;
    return this.query.toOriginal({ start: originalStart(node), length: node.Width });
  }
}

/** A called function's body is bound in a tree of its own, which knows where it was cut from. */
function originalStart(node: SyntaxElement): number {
  const tree = node.Tree;
  return node.TextStart + (tree?.OffsetInOriginal ?? 0);
}
