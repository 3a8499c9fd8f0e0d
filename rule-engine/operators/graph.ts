import type { Column } from '../columnar/column.ts';
import { NO_ROW } from '../columnar/gather.ts';
import { type ScalarKey, scalarKey } from '../schema/scalar-key.ts';
import type { Scalar } from '../schema/value.ts';

/** An edge and the node at its other end. */
export interface Step {
  readonly edge: number;
  readonly node: number;
}

/** A directed graph whose nodes and edges are numbers: an edge is a position in the list of edges. */
export interface Graph {
  /** For each node the row of its table, or `NO_ROW` when only edges name it. */
  readonly nodeRows: readonly number[];
  /** For each node what edges name it by. */
  readonly nodeKeys: readonly Scalar[];
  /** For each edge its row. */
  readonly edgeRows: Uint32Array;
  readonly leaving: readonly (readonly Step[])[];
  readonly entering: readonly (readonly Step[])[];
}

/** Nodes of the nodes' table come first, in its order; the first row of a key is the node. */
export function makeGraph(
  edges: { readonly source: Column; readonly target: Column; readonly rows: Uint32Array },
  nodes: { readonly key: Column; readonly rows: Uint32Array } | undefined,
): Graph {
  const nodeRows: number[] = [];
  const nodeKeys: Scalar[] = [];
  const known = new Map<ScalarKey, number>();
  const leaving: Step[][] = [];
  const entering: Step[][] = [];
  const nodeOf = (value: Scalar, row: number): number => {
    const key = scalarKey(value);
    let node = known.get(key);
    if (node === undefined) {
      node = nodeRows.push(row) - 1;
      nodeKeys.push(value);
      known.set(key, node);
      leaving.push([]);
      entering.push([]);
    }
    return node;
  };
  for (const row of nodes?.rows ?? []) nodeOf(nodes?.key.get(row) ?? null, row);
  edges.rows.forEach((row, edge) => {
    const from = nodeOf(edges.source.get(row), NO_ROW);
    const to = nodeOf(edges.target.get(row), NO_ROW);
    leaving[from].push({ edge, node: to });
    entering[to].push({ edge, node: from });
  });
  return { nodeRows, nodeKeys, edgeRows: edges.rows, leaving, entering };
}

/** What can be gone from a node by an edge of a direction; a loop is one way, not two. */
export function stepsFrom(graph: Graph, node: number, direction: 'out' | 'in' | 'any'): readonly Step[] {
  if (direction === 'out') return graph.leaving[node];
  if (direction === 'in') return graph.entering[node];
  return [...graph.leaving[node], ...graph.entering[node].filter((step) => step.node !== node)];
}
