import type { Table } from '../columnar/table.ts';

/** The oldest and newest time of a table's Timestamp, else TimeGenerated column, in ticks; undefined without one. */
export function newestAndOldest(table: Table): { readonly oldest: bigint; readonly newest: bigint } | undefined {
  for (const name of ['Timestamp', 'TimeGenerated']) {
    const column = table.column(name);
    if (column?.kind !== 'int64' || column.type !== 'datetime') continue;
    let oldest: bigint | undefined;
    let newest: bigint | undefined;
    for (let row = 0; row < column.length; row++) {
      if (column.nulls?.has(row)) continue;
      const value = column.values[row];
      if (oldest === undefined || value < oldest) oldest = value;
      if (newest === undefined || value > newest) newest = value;
    }
    if (oldest !== undefined && newest !== undefined) return { oldest, newest };
  }
  return undefined;
}
