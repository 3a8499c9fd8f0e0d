import type { Column } from '../columnar/column.ts';
import type { NamedExpr } from '../plan/plan.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { OperatorContext, TabularOperator } from './operator.ts';
import type { Relation } from './relation.ts';

/** `extend`: adds columns, or replaces those of the same name in place. They are evaluated for the rows that are read. */
export const extend: TabularOperator<'extend'> = {
  kind: 'extend',
  async execute(node, context) {
    return extended(await context.run(node.input), node.items, context);
  },
};

/** A relation with more columns; each reads the relation as it was, not the other new ones. */
export async function extended(
  input: Relation,
  items: readonly NamedExpr[],
  context: OperatorContext,
): Promise<Relation> {
  const schema: ColumnSchema[] = [...input.schema];
  const columns: Column[] = [...input.columns];
  for (const { name, expr } of items) {
    const column = await context.lazyColumn(expr, input);
    const index = schema.findIndex((existing) => existing.name === name);
    const at = index < 0 ? schema.length : index;
    schema[at] = { name, type: column.type };
    columns[at] = column;
  }
  return { ...input, schema, columns };
}
