import type { Column } from '../../columnar/column.ts';
import type { Relation } from '../../operators/relation.ts';
import type { Expr, Plan } from '../../plan/plan.ts';

/** Where an expression is bound: the columns that it may read and the run that it is part of. */
export interface BindScope {
  /** Undefined where an expression may read no column. */
  readonly relation: Relation | undefined;
  readonly now: bigint;
  /** Told when the expression reads the relation's rows as it is bound: over other rows it is to be bound again. */
  hangsOnRows(): void;
  /** Runs the plan of a `toscalar` or of a tabular list. */
  run(plan: Plan): Promise<Relation>;
  /** An expression evaluated over a relation. */
  column(expr: Expr, relation: Relation): Promise<Column>;
}
