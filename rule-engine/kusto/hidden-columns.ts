import type { Plan } from '../plan/plan.ts';
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
  const own = new Set(table.columns.map(({ name }) => name));
  if (!own.has('Type') || !own.has('TimeGenerated')) return table;
  return { ...table, columns: [...table.columns, ...hidden.filter(({ name }) => !own.has(name))] };
}

/** Whether a table has a column that its schema hides. */
export type IsHidden = (table: string, column: string) => boolean;

/** The query's rows without the hidden columns that only came along from a table. */
export function withoutHiddenColumns(plan: Plan, isHidden: IsHidden): Plan {
  const columns = plan.columns.filter(({ name }) => !cameAlong(plan, name, isHidden));
  if (columns.length === plan.columns.length) return plan;
  const { span } = plan;
  const items = columns.map(({ name, type }) => ({ name, expr: { kind: 'column', name, type, span } as const }));
  return { kind: 'project', operator: 'project-away', input: plan, items, columns, span };
}

/** Whether no step named a hidden column for the output. */
function cameAlong(plan: Plan, column: string, isHidden: IsHidden): boolean {
  const index = plan.columns.findIndex(({ name }) => name === column);
  const from = (input: Plan, at: number): boolean => cameAlong(input, input.columns[at].name, isHidden);
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
      return from(plan[side], at);
    }
    case 'union': {
      const filled = plan.mapping[index].map((at, i) => at < 0 || from(plan.inputs[i].plan, at));
      return plan.columns[index].name !== plan.withSource && filled.every(Boolean);
    }
    default:
      return false;
  }
}
