import type { Column } from '../columnar/column.ts';
import { valueColumn } from '../columnar/columns.ts';
import { gatherColumn, NO_ROW } from '../columnar/gather.ts';
import { valueText } from '../functions/value-text.ts';
import type { GraphSource } from '../plan/plan.ts';
import type { ColumnSchema, ScalarType } from '../schema/scalar-type.ts';
import { type Graph, makeGraph } from './graph.ts';
import { componentsOf } from './graph-components.ts';
import { denseColumns, newRelation } from './new-relation.ts';
import type { OperatorContext } from './operator.ts';
import { type Relation, rowsOf } from './relation.ts';

/** A graph with its edges and its nodes as relations: the id of each is its row. */
export interface LoadedGraph {
  readonly graph: Graph;
  readonly edges: Relation;
  readonly nodes: Relation;
}

/** Runs the plans of a graph's edges and nodes. */
export async function loadGraph(source: GraphSource, context: OperatorContext): Promise<LoadedGraph> {
  const edges = await context.run(source.edges);
  const table = source.nodes.length === 0 ? undefined : await context.run(source.nodes[0].plan);
  const read = (relation: Relation, name: string) =>
    relation.columns[relation.schema.findIndex((column) => column.name === name)];
  const ends = { source: read(edges, source.source), target: read(edges, source.target), rows: rowsOf(edges) };
  const graph = makeGraph(ends, table && { key: read(table, source.nodes[0].key), rows: rowsOf(table) });
  const { length } = ends.rows;
  return {
    graph,
    edges: newRelation(edges.schema, denseColumns(edges), length, context),
    nodes: nodeRelation(source, graph, table, ends.source.type, context),
  };
}

/** A row a node: its columns, which are empty where only edges name it, and what the graph knows of it. */
function nodeRelation(
  source: GraphSource,
  graph: Graph,
  table: Relation | undefined,
  keyType: ScalarType,
  context: OperatorContext,
): Relation {
  const schema: ColumnSchema[] = [];
  const columns: Column[] = [];
  const add = (name: string, column: Column) => {
    schema.push({ name, type: column.type });
    columns.push(column);
  };
  if (table !== undefined) {
    const rows = Uint32Array.from(graph.nodeRows);
    const named = source.nodes[0].named;
    for (const [i, { name }] of table.schema.entries()) {
      const column = gatherColumn(table.columns[i], rows);
      add(name, name === named ? withKeys(column, graph) : column);
    }
  } else if (source.nodeId !== undefined) add(source.nodeId, valueColumn(keyType, graph.nodeKeys));
  const texts = graph.nodeKeys.map((key) => valueText(key, keyType));
  add('$id', valueColumn('string', texts));
  const count = (steps: Graph['leaving']) =>
    valueColumn(
      'long',
      steps.map(({ length }) => BigInt(length)),
    );
  add('$in', count(graph.entering));
  add('$out', count(graph.leaving));
  for (const { name, kind } of source.components) add(name, valueColumn('long', componentsOf(graph, kind)));
  return newRelation(schema, columns, graph.nodeRows.length, context);
}

function withKeys(column: Column, graph: Graph): Column {
  if (!graph.nodeRows.includes(NO_ROW)) return column;
  const values = graph.nodeRows.map((row, node) => (row === NO_ROW ? graph.nodeKeys[node] : column.get(node)));
  return valueColumn(column.type, values);
}
