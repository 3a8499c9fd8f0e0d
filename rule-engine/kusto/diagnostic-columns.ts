import type { ColumnSchema, ScalarType, TableSchema } from '../schema/scalar-type.ts';

/** The table whose columns are those that the resources of a workspace have sent, each with its type at the end of its name. */
const TABLE = 'AzureDiagnostics';

const TYPES: Readonly<Record<string, ScalarType>> = { s: 'string', d: 'real', b: 'bool', t: 'datetime', g: 'guid' };

/**
 * The columns that a text may read of `AzureDiagnostics` beyond those that are listed for it.
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azurediagnostics
 */
export function diagnosticColumnsIn(text: string): readonly ColumnSchema[] {
  if (!text.includes(TABLE)) return [];
  const names = new Set(text.match(/\b[A-Za-z]\w*_[sdbtg]\b/g));
  return [...names].map((name) => ({ name, type: TYPES[name.slice(-1)] }));
}

/** `AzureDiagnostics` with these columns too; any other table as it is. */
export function withDiagnosticColumns(table: TableSchema, columns: readonly ColumnSchema[]): TableSchema {
  if (table.name !== TABLE || columns.length === 0) return table;
  const own = new Set(table.columns.map(({ name }) => name));
  return { ...table, columns: [...table.columns, ...columns.filter(({ name }) => !own.has(name))] };
}
