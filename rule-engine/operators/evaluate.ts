import { unsupported } from '../diagnostics/diagnostic.ts';
import type { TabularOperator } from './operator.ts';
import { PluginCall } from './plugins/plugin.ts';
import { plugin } from './plugins/registry.ts';
import type { Relation } from './relation.ts';

/**
 * `evaluate plugin(…)`.
 * @see https://learn.microsoft.com/kusto/query/evaluate-operator
 */
export const evaluate: TabularOperator<'evaluate'> = {
  kind: 'evaluate',
  execute: async (node, context) => {
    const entry = plugin(node.plugin);
    if (entry === undefined) throw unsupported(`The plugin ${node.plugin}`, node.span);
    const input = node.input === undefined ? noRows(context.newSpace()) : await context.run(node.input);
    return entry.evaluate(new PluginCall(node, input, context));
  },
};

function noRows(space: number): Relation {
  return { schema: [], columns: [], physicalLength: 0, rows: undefined, space, serialized: false };
}
