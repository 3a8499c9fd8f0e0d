import type { LoadedRows } from '../../stores/rows/row-windows.ts';

/** The rows from one position to another that are here. */
export function rowsBetween(rows: LoadedRows, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let position = Math.min(from, to); position <= Math.max(from, to); position++) {
    const row = rows.rowAt(position);
    if (row) found.push(row.row);
  }
  return found;
}

/** The set with a row added, or taken out when it is in. */
export function toggled(selected: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const next = new Set(selected);
  if (!next.delete(row)) next.add(row);
  return next;
}
