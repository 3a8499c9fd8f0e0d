import { columnExpr } from '../plan/make-expr.ts';
import type { Plan, SummarizePlan } from '../plan/plan.ts';
import { hasColumn } from '../schema/define-table.ts';
import type { ColumnSchema, TableSchema } from '../schema/scalar-type.ts';

/**
 * Columns that each table of a Log Analytics workspace has, though its schema doesn't list them: a query may name them, and
 * its result has them only where its steps say so.
 * @see https://learn.microsoft.com/azure/azure-monitor/logs/log-standard-columns
 */
const HIDDEN_COLUMNS: readonly ColumnSchema[] = [
  { name: '_ItemId', type: 'string', description: 'A unique identifier for the record' },
  { name: '_TimeReceived', type: 'datetime', description: 'When the ingestion point received the record' },
];

/** The hidden columns that a text may name. */
export function hiddenColumnsIn(text: string): readonly ColumnSchema[] {
  return HIDDEN_COLUMNS.filter(({ name }) => text.includes(name));
}

/** A table with the hidden columns too; as it is when it is of no workspace, whose tables all say their name in `Type`. */
export function withHiddenColumns(table: TableSchema, hidden: readonly ColumnSchema[]): TableSchema {
  if (!hasColumn(table, 'Type') || !hasColumn(table, 'TimeGenerated')) return table;
  const further = hidden.filter(({ name }) => !hasColumn(table, name));
  return further.length === 0 ? table : { ...table, columns: [...table.columns, ...further] };
}

/** Whether a table has a column that its schema hides. */
export type IsHidden = (table: string, column: string) => boolean;

/** The query's rows without the hidden columns that only came along from a table. */
export function withoutHiddenColumns(plan: Plan, isHidden: IsHidden): Plan {
  const columns = plan.columns.filter(({ name }) => !cameAlong(plan, name, isHidden));
  if (columns.length === plan.columns.length) return plan;
  const { span } = plan;
  const items = columns.map((column) => ({ name: column.name, expr: columnExpr(column, span) }));
  return { kind: 'project', operator: 'project-away', input: plan, items, columns, span };
}

/** Whether no step named a hidden column for the output. */
function cameAlong(plan: Plan, column: string, isHidden: IsHidden): boolean {
  const index = plan.columns.findIndex(({ name }) => name === column);
  const from = (input: Plan, name: string): boolean => cameAlong(input, name, isHidden);
  switch (plan.kind) {
    case 'table':
      return isHidden(plan.name, column);
    case 'extend':
    case 'serialize':
      return !plan.items.some(({ name }) => name === column) && cameAlong(plan.input, column, isHidden);
    case 'project':
      return plan.operator === 'project-away' && cameAlong(plan.input, column, isHidden);
    case 'where':
    case 'sort':
    case 'take':
    case 'top':
    case 'shared':
    case 'render':
      return cameAlong(plan.input, column, isHidden);
    case 'join': {
      const { side, index: at } = plan.output[index];
      return from(plan[side], plan[side].columns[at].name);
    }
    case 'union': {
      const { inputs, mapping, withSource } = plan;
      const isFilled = (at: number, i: number) => at < 0 || from(inputs[i].plan, inputs[i].plan.columns[at].name);
      return column !== withSource && mapping[index].every(isFilled);
    }
    case 'summarize':
      return (
        !plan.by.some(({ name }) => name === column) && ofStars(plan, column).some((name) => from(plan.input, name))
      );
    default:
      return false;
  }
}

/** The input's columns that `*` of `arg_max(x, *)` or `take_any(*)` made a result's column of. */
function ofStars(plan: SummarizePlan, column: string): readonly string[] {
  return plan.aggregates.flatMap(({ aggregates }) =>
    aggregates.flatMap(({ args, columns }) =>
      args.flatMap((arg, i) => {
        const isOfStar = arg.kind === 'column' && arg.span.length === 1 && arg.name.length > 1;
        return isOfStar && columns[i]?.name === column ? [arg.name] : [];
      }),
    ),
  );
}
