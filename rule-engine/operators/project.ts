import type { Column } from '../columnar/column.ts';
import type { NamedExpr } from '../plan/plan.ts';
import type { OperatorContext, TabularOperator } from './operator.ts';
import type { Relation } from './relation.ts';

/** `project` and its kin: exactly the columns of `items`. */
export const project: TabularOperator<'project'> = {
  kind: 'project',
  async execute(node, context) {
    return projected(await context.run(node.input), node.items, context);
  },
};

/** The rows of a relation with other columns, evaluated for the rows that are read. */
export async function projected(
  input: Relation,
  items: readonly NamedExpr[],
  context: OperatorContext,
): Promise<Relation> {
  const columns: Column[] = [];
  for (const { expr } of items) columns.push(await context.lazyColumn(expr, input));
  const schema = items.map(({ name }, i) => ({ name, type: columns[i].type }));
  return { ...input, schema, columns };
}
