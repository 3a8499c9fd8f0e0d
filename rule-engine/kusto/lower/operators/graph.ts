import { invalid, unsupported } from '../../../diagnostics/diagnostic.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { columnOf, project } from '../../product-functions/plan-parts.ts';
import { type Expression, elements, is } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { resolve } from '../resolve.ts';
import { unionOf } from './union.ts';

/** The column of a graph's nodes that edges name them by. */
export const NODE_KEY = '$key';

/** What `make-graph` makes: the edges and what is known of the nodes. */
export interface Graph {
  readonly edges: Plan;
  readonly source: ColumnSchema;
  readonly target: ColumnSchema;
  /** The nodes' columns after `NODE_KEY`; undefined when nodes are known by the edges alone. */
  readonly nodes: Plan | undefined;
  /** The name of the column that holds a node's id. */
  readonly nodeId: string | undefined;
}

type MakeGraph = Kusto.Language.Syntax.MakeGraphOperator;

/** The graph that an expression makes, also by a `let`. @throws QueryError when it is none */
export function graphOf(node: Expression, lowering: Lowering): Graph {
  const place = resolve(node, lowering);
  const pipe = place.node;
  if (!is(pipe, 'PipeExpression') || !is(pipe.Operator, 'MakeGraphOperator')) {
    throw unsupported('A graph that is not made by make-graph', lowering.span(node));
  }
  return makeGraph(pipe.Operator, place.lowering.plan(pipe.Expression!), place.lowering);
}

function makeGraph(node: MakeGraph, edges: Plan, lowering: Lowering): Graph {
  if (node.PartitionedByClause !== null) throw unsupported('make-graph partitioned-by', lowering.span(node));
  const end = (name: string | null | undefined): ColumnSchema => {
    const column = edges.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw invalid('unknown-column', `The edges have no column ${name}`, lowering.span(node));
    return column;
  };
  const [source, target] = [end(node.SourceColumn?.SimpleName), end(node.TargetColumn?.SimpleName)];
  const clause = node.WithClause;
  const nodes = is(clause, 'MakeGraphWithTablesAndKeysClause') ? nodesOf(clause, source, lowering) : undefined;
  const nodeId = is(clause, 'MakeGraphWithImplicitIdClause') ? (clause.Name?.SimpleName ?? undefined) : undefined;
  return { edges, source, target, nodes, nodeId };
}

/** The nodes of all tables, each row with its key before its columns. */
function nodesOf(
  clause: Kusto.Language.Syntax.MakeGraphWithTablesAndKeysClause,
  source: ColumnSchema,
  lowering: Lowering,
): Plan {
  type TableAndKey = Kusto.Language.Syntax.MakeGraphTableAndKeyClause;
  const span = lowering.span(clause);
  const tables = elements<TableAndKey>(clause.TablesAndKeys).map((entry) => {
    const table = lowering.plan(entry.Table!);
    const key = table.columns.find(({ name }) => name === entry.Column?.SimpleName);
    if (key?.type !== source.type) {
      throw unsupported('A node key of another type than the edges name it by', lowering.span(entry));
    }
    const columns = table.columns.map((column) => ({ name: column.name, expr: columnOf(column, span) }));
    return project(table, [{ name: NODE_KEY, expr: columnOf(key, span) }, ...columns], span);
  });
  const columns = new Map(tables.flatMap((table) => table.columns).map((column) => [column.name, column]));
  if (tables.some((table) => table.columns.some(({ name, type }) => columns.get(name)?.type !== type))) {
    throw unsupported('Tables of nodes with a column of two types', span);
  }
  const inputs = tables.map((plan) => ({ plan, source: '' }));
  return tables.length === 1 ? tables[0] : unionOf(inputs, [...columns.values()], undefined, span);
}
