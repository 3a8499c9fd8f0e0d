import { unsupported } from '../../diagnostics/diagnostic.ts';
import type { Scalar } from '../../schema/value.ts';
import { relationFromRows } from '../new-relation.ts';
import { rowsOf } from '../relation.ts';
import type { Plugin, PluginCall } from './plugin.ts';

const OUT_OF_ORDER = 'ERROR(columns are out of order)';

interface MergedColumn {
  readonly ordinals: bigint[];
  readonly dataType: Scalar;
  readonly columnType: Scalar;
}

/**
 * `schema_merge([PreserveOrder])`: one schema of several that `getschema` gave. A column that stands at different places
 * has no place, and so no type, unless the order is not to be kept.
 *
 * @see https://learn.microsoft.com/kusto/query/schema-merge-plugin
 */
export const schemaMerge: Plugin = {
  name: 'schema_merge',
  evaluate: async (call) => {
    const keepsOrder = (await call.constant(0, 'PreserveOrder')) !== false;
    const merged = [...readColumns(call)].sort(([, a], [, b]) => Number(last(a.ordinals) - last(b.ordinals)));
    const rows = merged.map(([name, { ordinals, dataType, columnType }], place): Scalar[] => {
      if (!keepsOrder) return [name, BigInt(place), dataType, columnType];
      if (new Set(ordinals).size === 1) return [name, ordinals[0], dataType, columnType];
      return [name, -1n, `ERROR(unknown CSL type:${OUT_OF_ORDER})`, OUT_OF_ORDER];
    });
    return relationFromRows(call.node.columns, rows, call.context);
  },
};

function readColumns({ input, node }: PluginCall): Map<string, MergedColumn> {
  const [names, ordinals, dataTypes, columnTypes] = ['ColumnName', 'ColumnOrdinal', 'DataType', 'ColumnType'].map(
    (name) => input.columns[input.schema.findIndex((column) => column.name === name)],
  );
  if (!names || !ordinals || !dataTypes || !columnTypes) throw unsupported('schema_merge of no schema', node.span);
  const columns = new Map<string, MergedColumn>();
  for (const row of rowsOf(input)) {
    const name = String(names.get(row));
    const ordinal = BigInt(Number(ordinals.get(row)));
    const columnType = columnTypes.get(row);
    const known = columns.get(name);
    if (known === undefined) columns.set(name, { ordinals: [ordinal], dataType: dataTypes.get(row), columnType });
    else if (known.columnType === columnType) known.ordinals.push(ordinal);
    else throw unsupported(`schema_merge of two types of the column ${name}`, node.span);
  }
  return columns;
}

/** The place of a column in the schema in which it stands last. */
function last(ordinals: readonly bigint[]): bigint {
  return [...ordinals].sort((a, b) => Number(b - a))[0];
}
