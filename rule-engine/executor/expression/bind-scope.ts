import type { Column } from '../../columnar/column.ts';
import type { Relation } from '../../operators/relation.ts';
import type { Expr } from '../../plan/expr.ts';
import type { Plan } from '../../plan/plan.ts';

/** Where an expression is bound: the columns that it may read and the run that it is part of. */
export interface BindScope {
  /** Undefined where an expression may read no column. */
  readonly relation: Relation | undefined;
  readonly now: bigint;
  /** Runs the plan of a `toscalar` or of a tabular list. */
  run(plan: Plan): Promise<Relation>;
  /** An expression evaluated over a relation. */
  column(expr: Expr, relation: Relation): Promise<Column>;
}
