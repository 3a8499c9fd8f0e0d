import type { Column } from '../../columnar/column.ts';
import { columnBuilder } from '../../columnar/column-builder.ts';
import { gatherColumn } from '../../columnar/gather.ts';
import { valueText } from '../../functions/value-text.ts';
import type { AggregateExpr, Expr } from '../../plan/plan.ts';
import { walkPlan } from '../../plan/walk.ts';
import { compareText } from '../../schema/scalar-order.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import { aggregateRows } from '../aggregation.ts';
import { groupRows } from '../grouping.ts';
import { newRelation } from '../new-relation.ts';
import { rowsOf } from '../relation.ts';
import type { Plugin, PluginCall } from './plugin.ts';

/**
 * `pivot(column [, aggregate] [, column …])`: a column for each value of the first, holding the aggregate (`count()`
 * when not given) of the rows with that value and the other columns' values.
 */
export const pivot: Plugin = {
  name: 'pivot',
  evaluate: async (call) => {
    const { node, input, context } = call;
    const rows = rowsOf(input);
    const source = await call.column(0, 'pivotColumn');
    const aggregate = aggregateOf(call);
    const keys = groupColumns(call, aggregate);
    const keyColumns = keys.map((key) => input.columns[input.schema.findIndex((column) => column.name === key.name)]);
    const byKey = groupRows(keyColumns, rows);
    const byValue = groupRows([source], rows);
    const groups = byKey.groups.map((group, i) => group * byValue.groupCount + byValue.groups[i]);
    const groupCount = byKey.groupCount * byValue.groupCount;
    context.reserve(groupCount * 16, node.span);
    const [[totals]] = await aggregateRows([aggregate], input, { rows, groups, groupCount }, context);
    const values = Array.from(byValue.firstRows, (row, group) => ({
      name: valueText(source.get(row), source.type),
      group,
    }))
      .filter(({ name }) => name !== '')
      .sort((a, b) => compareText(a.name, b.name));
    const [{ type }] = aggregate.columns;
    const pivoted = values.map(({ group }) => cells(totals, type, byKey.groupCount, byValue.groupCount, group));
    const schema = [...keys, ...values.map(({ name }): ColumnSchema => ({ name, type }))];
    const columns = [...keyColumns.map((key) => gatherColumn(key, byKey.firstRows)), ...pivoted];
    const known = node.open ? schema : node.columns;
    const ordered = known.map((column) => {
      const at = schema.findIndex(({ name }) => name === column.name);
      return at < 0 ? columnBuilderOfMissing(column, byKey.groupCount) : columns[at];
    });
    return newRelation(known, ordered, byKey.groupCount, context);
  },
};

function cells(
  totals: Column,
  type: ColumnSchema['type'],
  keyCount: number,
  valueCount: number,
  value: number,
): Column {
  const builder = columnBuilder(type);
  for (let key = 0; key < keyCount; key++) builder.append(totals.get(key * valueCount + value));
  return builder.finish();
}

function columnBuilderOfMissing({ type }: ColumnSchema, length: number): Column {
  const builder = columnBuilder(type);
  for (let i = 0; i < length; i++) builder.appendMissing();
  return builder.finish();
}

function aggregateOf({ node }: PluginCall): AggregateExpr {
  const given = node.arguments.find((argument) => argument.kind === 'aggregate');
  if (given?.kind === 'aggregate') return given.aggregate;
  return { aggregate: 'count', args: [], columns: [{ name: 'count_', type: 'long' }], span: node.span };
}

/** The columns named after the aggregate; without them all that neither the pivot nor the aggregate reads. */
function groupColumns({ node, input }: PluginCall, aggregate: AggregateExpr): readonly ColumnSchema[] {
  const [first, ...others] = node.arguments;
  const named = others.flatMap((argument) =>
    argument.kind === 'scalar' && argument.expr.kind === 'column' ? [argument.expr.name] : [],
  );
  const used = new Set<string>();
  const collect = (expr: Expr) =>
    walkPlan(expr, (inner) => {
      if (inner.kind === 'column') used.add(inner.name);
    });
  if (first.kind === 'scalar') collect(first.expr);
  for (const arg of aggregate.args) collect(arg);
  if (named.length === 0) return input.schema.filter(({ name }) => !used.has(name));
  return named.flatMap((name) => input.schema.filter((column) => column.name === name));
}
