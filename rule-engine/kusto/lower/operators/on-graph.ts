import { invalid, unsupported } from '../../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr } from '../../../plan/make-expr.ts';
import { project } from '../../../plan/make-plan.ts';
import type { NamedExpr, Plan } from '../../../plan/plan.ts';
import { className, elements, is, parametersOf, type QueryOperator, textOf } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { type Graph, graphOf, nodeColumns, sourceOf } from './graph.ts';
import { lowerGraphMatch } from './graph-match.ts';

type GraphToTable = Kusto.Language.Syntax.GraphToTableOperator;
type Output = Kusto.Language.Syntax.GraphToTableOutputClause;

/** Operators that read a graph. */
export function isGraphOperator(node: QueryOperator): boolean {
  return /^Graph/.test(className(node));
}

/** A graph operator after the `make-graph` that it reads, also by a `let`. */
export function lowerOnGraph(pipe: Kusto.Language.Syntax.PipeExpression, lowering: Lowering): Plan {
  return lowerGraphOperator(pipe.Operator!, () => graphOf(pipe.Expression!, lowering), lowering);
}

/** A graph operator that gives a table. */
export function lowerGraphOperator(operator: QueryOperator, graph: () => Graph, lowering: Lowering): Plan {
  if (is(operator, 'GraphToTableOperator')) return lowerGraphToTable(operator, graph(), lowering);
  if (is(operator, 'GraphMatchOperator') || is(operator, 'GraphShortestPathsOperator')) {
    return lowerGraphMatch(operator, graph(), lowering);
  }
  if (is(operator, 'GraphMarkComponentsOperator')) {
    throw invalid(
      'not-a-table',
      'graph-mark-components gives a graph: put graph-to-table after it',
      lowering.span(operator),
    );
  }
  throw unsupported(`The operator '${textOf(operator).split(/\s/, 1)[0]}'`, lowering.span(operator));
}

/** `graph-to-table nodes, edges`: the first is the result, and each has the name that `as` gives it. */
function lowerGraphToTable(node: GraphToTable, graph: Graph, lowering: Lowering): Plan {
  const outputs = elements<Output>(node.OutputClause).map((output) => {
    const plan =
      output.EntityKeyword?.Text === 'edges' ? edges(output, graph, lowering) : nodes(output, graph, lowering);
    const name = output.AsClause?.Name?.SimpleName;
    if (name) lowering.query.named.set(name, plan);
    return plan;
  });
  const [first, ...others] = outputs;
  if (others.length > 0) lowering.notice('several-results', 'The first of the results is shown', lowering.span(node));
  return first;
}

function edges(output: Output, graph: Graph, lowering: Lowering): Plan {
  const ids = [
    ...idColumn('with_source_id', output, graph.source, graph, lowering),
    ...idColumn('with_target_id', output, graph.target, graph, lowering),
  ];
  return ids.length === 0 ? graph.edges : withColumns(ids, graph.edges, graph.edges.columns, lowering.span(output));
}

function nodes(output: Output, graph: Graph, lowering: Lowering): Plan {
  const span = lowering.span(output);
  const columns = nodeColumns(graph);
  const id = { name: '$id', type: 'string' } as const;
  const plan: Plan = { kind: 'graph-nodes', ...sourceOf(graph), columns: [id, ...columns], span };
  return withColumns(idColumn('with_node_id', output, id, graph, lowering), plan, columns, span);
}

/** The hash that a node goes by, as a column of the name that a parameter gives. */
function idColumn(
  parameter: string,
  output: Output,
  key: Graph['source'],
  graph: Graph,
  lowering: Lowering,
): readonly NamedExpr[] {
  const name = parametersOf(output.Parameters).get(parameter);
  if (name === undefined) return [];
  const span = lowering.span(output);
  if (graph.source.type !== 'string') throw unsupported('graph-to-table with ids of nodes that are no strings', span);
  return [{ name: textOf(name), expr: callExpr('hash', [columnExpr(key, span)], 'long', span) }];
}

function withColumns(first: readonly NamedExpr[], plan: Plan, rest: Plan['columns'], span: Plan['span']): Plan {
  const others = rest.map((column) => ({ name: column.name, expr: columnExpr(column, span) }));
  return project(plan, [...first, ...others], span);
}
