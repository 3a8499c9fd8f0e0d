import type { Span } from '../base/span.ts';
import type { Column } from '../columnar/column.ts';
import type { Table } from '../columnar/table.ts';
import type { Expr, Plan } from '../plan/plan.ts';
import type { Scalar } from '../schema/value.ts';
import type { Relation } from './relation.ts';

/** The plan node of a kind. */
export type PlanOf<K extends Plan['kind']> = Extract<Plan, { readonly kind: K }>;

/** A tabular operator, complete in one entry. Pure but for `context`: it never changes its input's columns or rows. */
export interface TabularOperator<K extends Plan['kind']> {
  readonly kind: K;
  /** Gives the node's result, with the columns of `node.columns`. Throws QueryError. */
  readonly execute: (node: PlanOf<K>, context: OperatorContext) => Promise<Relation>;
}

/** What the executor gives an operator. */
export interface OperatorContext {
  /** The evaluation clock in datetime ticks. */
  readonly now: bigint;
  /** The result of a plan. Asked twice in a run for one node, it is computed once. */
  run(plan: Plan): Promise<Relation>;
  /**
   * The result of a subquery (`mv-apply`, `partition`, …) whose `subquery-input` leaf reads `input`: the one that names
   * `partition`, where that is given.
   */
  runSubquery(plan: Plan, input: Relation, partition?: number): Promise<Relation>;
  /**
   * An expression over a relation, evaluated now: a column of `relation.physicalLength` rows of which only those in
   * `relation.rows` are to be read. Never of kind `computed` unless few of the physical rows are in.
   */
  column(expr: Expr, relation: Relation): Promise<Column>;
  /** As `column`, but a row is evaluated when it is read: what `extend` adds to a relation. */
  lazyColumn(expr: Expr, relation: Relation): Promise<Column>;
  /** The rows of the relation for which the predicate is true, in the relation's order. */
  select(predicate: Expr, relation: Relation): Promise<Uint32Array>;
  /** The value of an expression that reads no column. */
  constant(expr: Expr): Promise<Scalar>;
  /** The loaded table of that name with the id of its row space, or undefined. */
  table(name: string): { readonly table: Table; readonly space: number } | undefined;
  /** A fresh id for a space of new physical rows. */
  newSpace(): number;
  /** To be awaited by loops every few thousand rows: lets a newer edit cancel this run (it then rejects). */
  checkpoint(): Promise<void>;
  /** Accounts for memory that a result takes; throws a QueryError of code `out-of-memory` past the budget. */
  reserve(bytes: number, span: Span): void;
}
