import type { Column } from '../columnar/column.ts';
import { columnBuilder } from '../columnar/column-builder.ts';
import { gatherColumn } from '../columnar/gather.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { type ArrayExpansion, expandArrays, limitOf } from './array-expansion.ts';
import { newRelation } from './new-relation.ts';
import type { TabularOperator } from './operator.ts';
import type { Relation } from './relation.ts';

/**
 * `mv-expand`: a row for each element of a dynamic array.
 * @see https://learn.microsoft.com/kusto/query/mv-expand-operator
 */
export const mvExpand: TabularOperator<'mv-expand'> = {
  kind: 'mv-expand',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const limit = await limitOf(node, context);
    const expansion = await expandArrays(node.items, node.bagExpansion, limit, input, context);
    const columns = expandedColumns(node.columns, node.items, input, expansion);
    const { serialized } = input;
    return { ...newRelation(node.columns, columns, expansion.sourceRows.length, context), serialized };
  },
};

/** The columns of an expansion by name: the items', the input's repeated, and else the index of `with_itemindex`. */
export function expandedColumns(
  schema: readonly ColumnSchema[],
  items: readonly { readonly name: string }[],
  input: Relation,
  expansion: ArrayExpansion,
): readonly Column[] {
  return schema.map(({ name, type }) => {
    const item = items.findIndex((candidate) => candidate.name === name);
    if (item >= 0) return columnOf(type, expansion.values[item]);
    const source = input.schema.findIndex((column) => column.name === name);
    if (source >= 0) return gatherColumn(input.columns[source], expansion.sourceRows);
    return columnOf(
      type,
      expansion.indexes.map((index) => (type === 'int' ? index : BigInt(index))),
    );
  });
}

function columnOf(type: ColumnSchema['type'], values: readonly Scalar[]): Column {
  const builder = columnBuilder(type);
  for (const value of values) builder.append(value);
  return builder.finish();
}
