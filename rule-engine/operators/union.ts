import { codedColumn } from '../columnar/columns.ts';
import { concatTables } from '../columnar/concat-tables.ts';
import { gatherColumn } from '../columnar/gather.ts';
import { Table } from '../columnar/table.ts';
import type { PlanOf, TabularOperator } from './operator.ts';
import { type Relation, rowCount, rowsOf } from './relation.ts';

/**
 * `union`: the rows of each input after another; a column that an input lacks is missing in its rows.
 * @see https://learn.microsoft.com/kusto/query/union-operator
 */
export const union: TabularOperator<'union'> = {
  kind: 'union',
  execute: async (node, context) => {
    const inputs: Relation[] = [];
    for (const { plan } of node.inputs) {
      inputs.push(await context.run(plan));
      await context.checkpoint();
    }
    const sourceColumns = node.withSource === undefined ? 0 : 1;
    const length = inputs.reduce((total, input) => total + rowCount(input), 0);
    context.reserve(length * 4 * node.columns.length, node.span);
    const tables = inputs.map((input, at) => asTable(node, input, at, sourceColumns));
    const whole = concatTables(node.columns.slice(sourceColumns), tables);
    const sources = sourceColumns === 0 ? [] : [sourceColumn(node, inputs, length)];
    return {
      schema: node.columns,
      columns: [...sources, ...whole.columns],
      physicalLength: length,
      rows: undefined,
      space: context.newSpace(),
      serialized: false,
    };
  },
};

/** The rows of an input under the names of the output. */
function asTable(node: PlanOf<'union'>, input: Relation, at: number, sourceColumns: number): Table {
  const present = node.columns
    .slice(sourceColumns)
    .map((column, i) => ({ column, index: node.mapping[i + sourceColumns]?.[at] ?? -1 }))
    .filter(({ index }) => index >= 0);
  const rows = input.rows === undefined ? undefined : rowsOf(input);
  return new Table(
    present.map(({ column }) => column),
    present.map(({ index }) => (rows === undefined ? input.columns[index] : gatherColumn(input.columns[index], rows))),
    rowCount(input),
  );
}

function sourceColumn(node: PlanOf<'union'>, inputs: readonly Relation[], length: number) {
  const codes = new Uint32Array(length);
  let start = 0;
  inputs.forEach((input, at) => {
    const end = start + rowCount(input);
    codes.fill(at, start, end);
    start = end;
  });
  return codedColumn(
    'string',
    codes,
    node.inputs.map(({ source }) => source),
  );
}
