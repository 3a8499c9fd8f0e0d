import { invalid, unsupported } from '../../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr } from '../../../plan/make-expr.ts';
import { where } from '../../../plan/make-plan.ts';
import type { PartitionPlan, Plan, ToScalarExpr } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { is, type QueryOperator } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { makeGraph } from './graph.ts';
import { isGraphOperator, lowerGraphOperator } from './on-graph.ts';

/** True for `make-graph … partitioned-by x (…)`, which gives a table. */
export function isPartitionedGraph(node: QueryOperator): boolean {
  return is(node, 'MakeGraphOperator') && node.PartitionedByClause !== null;
}

/**
 * `make-graph … partitioned-by x (graph-match …)`: the operator over a graph for each value of the edges' column `x`, of
 * the edges and nodes that have it.
 */
export function lowerPartitionedGraph(pipe: Kusto.Language.Syntax.PipeExpression, lowering: Lowering): PartitionPlan {
  const node = pipe.Operator as Kusto.Language.Syntax.MakeGraphOperator;
  const clause = node.PartitionedByClause!;
  const operator = clause.Subquery as unknown as QueryOperator;
  const span = lowering.span(clause);
  if (!isGraphOperator(operator)) throw unsupported('make-graph partitioned-by with more than one operator', span);
  const edges = lowering.plan(pipe.Expression!);
  const column = partitionColumn(edges, clause.Entity?.SimpleName ?? '', lowering.span(clause.Entity!));
  const id = lowering.nextId();
  const value: ToScalarExpr = {
    kind: 'toscalar',
    type: column.type,
    plan: { kind: 'subquery-input', partition: id, columns: [column], span },
    span,
  };
  const ofPartition = (plan: Plan): Plan => {
    const own = partitionColumn(plan, column.name, span);
    return where(plan, callExpr('==', [columnExpr(own, span), value], 'bool', span));
  };
  const graph = () => makeGraph(node, ofPartition(edges), lowering, ofPartition);
  const subquery = lowerGraphOperator(operator, graph, lowering);
  const by = columnExpr(column, span);
  return { kind: 'partition', input: edges, by, subquery, id, columns: subquery.columns, legacy: false, span };
}

/** The column of edges or nodes that says the partition: a text, for what Kusto makes of nulls is not documented. */
function partitionColumn({ columns }: Plan, name: string, span: Plan['span']): ColumnSchema {
  const column = columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw invalid('unknown-column', `There is no column ${name} to partition by`, span);
  if (column.type !== 'string') throw unsupported(`make-graph partitioned-by a column of type ${column.type}`, span);
  return column;
}
