import { invalid, unsupported } from '../../../diagnostics/diagnostic.ts';
import { columnExpr } from '../../../plan/make-expr.ts';
import { project } from '../../../plan/make-plan.ts';
import type { GraphSource, Plan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { type Expression, elements, is, parametersOf, textOf } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { resolve } from '../resolve.ts';
import { unionOf } from './union.ts';

/** The column of a graph's nodes that edges name them by. */
const NODE_KEY = '$key';

/** What `make-graph` makes: the edges and what is known of the nodes. */
export interface Graph {
  readonly edges: Plan;
  readonly source: ColumnSchema;
  readonly target: ColumnSchema;
  /** The nodes' columns after `NODE_KEY`; undefined when nodes are known by the edges alone. */
  readonly nodes: Plan | undefined;
  /** The column of the only table of nodes that edges name them by. */
  readonly named: string | undefined;
  /** The name of the column that holds a node's id. */
  readonly nodeId: string | undefined;
  readonly components: GraphSource['components'];
}

/** What a plan that reads the graph needs of it. */
export function sourceOf(graph: Graph): GraphSource {
  const { edges, source, target, nodes, named, nodeId, components } = graph;
  return {
    edges,
    source: source.name,
    target: target.name,
    nodes: nodes === undefined ? [] : [{ plan: nodes, key: NODE_KEY, named }],
    nodeId,
    components,
  };
}

/** The columns of the graph's nodes that a query may name. */
export function nodeColumns({ nodes, nodeId, source, components }: Graph): readonly ColumnSchema[] {
  const own = nodes?.columns.slice(1) ?? (nodeId === undefined ? [] : [{ name: nodeId, type: source.type }]);
  return [...own, ...components.map(({ name }): ColumnSchema => ({ name, type: 'long' }))];
}

type MakeGraph = Kusto.Language.Syntax.MakeGraphOperator;
type TableAndKey = Kusto.Language.Syntax.MakeGraphTableAndKeyClause;

/** The graph that an expression makes, also by a `let`. @throws QueryError when it is none */
export function graphOf(node: Expression, lowering: Lowering): Graph {
  const place = resolve(node, lowering);
  const pipe = place.node;
  if (is(pipe, 'PipeExpression') && is(pipe.Operator, 'GraphMarkComponentsOperator')) {
    return markComponents(pipe.Operator, graphOf(pipe.Expression!, place.lowering), place.lowering);
  }
  if (!is(pipe, 'PipeExpression') || !is(pipe.Operator, 'MakeGraphOperator')) {
    throw unsupported('A graph that is not made by make-graph', lowering.span(node));
  }
  if (pipe.Operator.PartitionedByClause !== null) {
    throw unsupported('A graph of make-graph partitioned-by', lowering.span(node));
  }
  return makeGraph(pipe.Operator, place.lowering.plan(pipe.Expression!), place.lowering);
}

function markComponents(
  node: Kusto.Language.Syntax.GraphMarkComponentsOperator,
  graph: Graph,
  lowering: Lowering,
): Graph {
  const parameters = parametersOf(node.Parameters);
  const [written, named] = [parameters.get('kind'), parameters.get('with_component_id')];
  const kind = written === undefined ? 'weak' : textOf(written);
  if (kind !== 'weak' && kind !== 'strong') throw unsupported(`kind=${kind}`, lowering.span(node));
  return { ...graph, components: [...graph.components, { name: named ? textOf(named) : 'ComponentId', kind }] };
}

/** The graph of a `make-graph` whose edges are these; `restrict` takes some of the rows of each table of nodes. */
export function makeGraph(
  node: MakeGraph,
  edges: Plan,
  lowering: Lowering,
  restrict: (nodes: Plan) => Plan = (nodes) => nodes,
): Graph {
  const end = (name: string | null | undefined): ColumnSchema => {
    const column = edges.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw invalid('unknown-column', `The edges have no column ${name}`, lowering.span(node));
    return column;
  };
  const [source, target] = [end(node.SourceColumn?.SimpleName), end(node.TargetColumn?.SimpleName)];
  const clause = node.WithClause;
  const nodes = is(clause, 'MakeGraphWithTablesAndKeysClause')
    ? nodesOf(clause, source, lowering, restrict)
    : undefined;
  const nodeId = is(clause, 'MakeGraphWithImplicitIdClause') ? (clause.Name?.SimpleName ?? undefined) : undefined;
  const tables = is(clause, 'MakeGraphWithTablesAndKeysClause') ? elements<TableAndKey>(clause.TablesAndKeys) : [];
  const named = tables.length === 1 ? (tables[0].Column?.SimpleName ?? undefined) : undefined;
  return { edges, source, target, nodes, named, nodeId, components: [] };
}

/** The nodes of all tables, each row with its key before its columns. */
function nodesOf(
  clause: Kusto.Language.Syntax.MakeGraphWithTablesAndKeysClause,
  source: ColumnSchema,
  lowering: Lowering,
  restrict: (nodes: Plan) => Plan,
): Plan {
  const span = lowering.span(clause);
  const tables = elements<TableAndKey>(clause.TablesAndKeys).map((entry) => {
    const table = restrict(lowering.plan(entry.Table!));
    const key = table.columns.find(({ name }) => name === entry.Column?.SimpleName);
    if (key?.type !== source.type) {
      throw unsupported('A node key of another type than the edges name it by', lowering.span(entry));
    }
    const columns = table.columns.map((column) => ({ name: column.name, expr: columnExpr(column, span) }));
    return project(table, [{ name: NODE_KEY, expr: columnExpr(key, span) }, ...columns], span);
  });
  const columns = new Map(tables.flatMap((table) => table.columns).map((column) => [column.name, column]));
  if (tables.some((table) => table.columns.some(({ name, type }) => columns.get(name)?.type !== type))) {
    throw unsupported('Tables of nodes with a column of two types', span);
  }
  const inputs = tables.map((plan) => ({ plan, source: '' }));
  return tables.length === 1 ? tables[0] : unionOf(inputs, [...columns.values()], undefined, span);
}
