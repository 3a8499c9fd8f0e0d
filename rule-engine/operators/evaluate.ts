import { missingColumn } from '../columnar/columns.ts';
import { unsupported } from '../diagnostics/diagnostic.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { TabularOperator } from './operator.ts';
import { PluginCall } from './plugins/plugin.ts';
import { plugin } from './plugins/registry.ts';
import { type Relation, rowCount } from './relation.ts';

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
    const result = await entry.evaluate(new PluginCall(node, input, context));
    return node.open && rowCount(result) === 0 ? withAssumedColumns(result, node.columns) : result;
  },
};

/** No rows with the columns that the query takes for granted: it binds though nothing is loaded. */
function withAssumedColumns(result: Relation, columns: readonly ColumnSchema[]): Relation {
  const missing = columns.filter(({ name }) => !result.schema.some((own) => own.name === name));
  return {
    ...result,
    schema: [...result.schema, ...missing],
    columns: [...result.columns, ...missing.map(({ type }) => missingColumn(type, result.physicalLength))],
  };
}

function noRows(space: number): Relation {
  return { schema: [], columns: [], physicalLength: 0, rows: undefined, space, serialized: false };
}
