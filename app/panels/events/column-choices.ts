import type { SourceTableReport, TableSchema } from '../../../rule-engine/index.ts';

export interface ColumnGroup {
  readonly title: string;
  readonly columns: readonly string[];
}

/**
 * The columns that a field can be mapped to, those that the source lacks first and of them first what the rule reads.
 * Without a `report` the source fills none of the table yet.
 */
export function columnChoices(
  schema: TableSchema,
  report: Pick<SourceTableReport, 'columns'> | undefined,
  needed: readonly string[],
): readonly ColumnGroup[] {
  const filled = new Map(report?.columns.map((column) => [column.name, column.filled]));
  const names = schema.columns.map(({ name }) => name);
  const lacking = names.filter((name) => !filled.has(name));
  const groups: readonly ColumnGroup[] = [
    { title: 'Missing, and the rule reads it', columns: lacking.filter((name) => needed.includes(name)) },
    { title: 'Missing', columns: lacking.filter((name) => !needed.includes(name)) },
    { title: 'Always empty', columns: names.filter((name) => filled.get(name) === 0) },
    { title: 'Filled by another field', columns: names.filter((name) => (filled.get(name) ?? 0) > 0) },
  ];
  return groups.filter(({ columns }) => columns.length > 0);
}
