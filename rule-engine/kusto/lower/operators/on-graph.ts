import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { Plan } from '../../../plan/plan.ts';
import { columnOf, project, unionOfSame } from '../../product-functions/plan-parts.ts';
import { className, elements, is, type QueryOperator, textOf } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { type Graph, graphOf } from './graph.ts';
import { lowerGraphMatch } from './graph-match.ts';

type GraphToTable = Kusto.Language.Syntax.GraphToTableOperator;

/** Operators that read a graph. */
export function isGraphOperator(node: QueryOperator): boolean {
  return /^Graph/.test(className(node));
}

/** A graph operator after the `make-graph` that it reads, also by a `let`. */
export function lowerOnGraph(pipe: Kusto.Language.Syntax.PipeExpression, lowering: Lowering): Plan {
  const operator = pipe.Operator!;
  if (!is(operator, 'GraphMatchOperator') && !is(operator, 'GraphToTableOperator')) {
    throw unsupported(`The operator '${textOf(operator).split(/\s/, 1)[0]}'`, lowering.span(operator));
  }
  const graph = graphOf(pipe.Expression!, lowering);
  return is(operator, 'GraphMatchOperator')
    ? lowerGraphMatch(operator, graph, lowering)
    : lowerGraphToTable(operator, graph, lowering);
}

/** `graph-to-table edges`, and `nodes` where the graph knows them by their edges. */
function lowerGraphToTable(node: GraphToTable, graph: Graph, lowering: Lowering): Plan {
  const span = lowering.span(node);
  const [output, ...others] = elements<Kusto.Language.Syntax.GraphToTableOutputClause>(node.OutputClause);
  if (others.length > 0) lowering.notice('several-results', 'The first of the results is shown', span);
  const parameters = output.Parameters?.Count ?? 0;
  if (parameters > 0) throw unsupported('graph-to-table with ids of its own', span);
  if (output.EntityKeyword?.Text === 'edges') return graph.edges;
  const { nodeId, source, target, edges } = graph;
  if (nodeId === undefined) throw unsupported('graph-to-table nodes of a graph with tables of nodes', span);
  const ends = [source, target].map((column) => project(edges, [{ name: nodeId, expr: columnOf(column, span) }], span));
  const all = unionOfSame(ends, span);
  return {
    kind: 'distinct',
    input: all,
    items: all.columns.map((column) => ({ name: column.name, expr: columnOf(column, span) })),
    columns: all.columns,
    span,
  };
}
