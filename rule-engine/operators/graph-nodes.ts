import { loadGraph } from './graph-source.ts';
import type { TabularOperator } from './operator.ts';

/** The nodes of `make-graph`, as `graph-to-table nodes` gives them. */
export const graphNodes: TabularOperator<'graph-nodes'> = {
  kind: 'graph-nodes',
  execute: async (node, context) => {
    const { nodes } = await loadGraph(node, context);
    const columns = node.columns.map(({ name }) => nodes.columns[nodes.schema.findIndex((one) => one.name === name)]);
    return { ...nodes, schema: node.columns, columns };
  },
};
