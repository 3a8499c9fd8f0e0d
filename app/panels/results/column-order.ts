import type { PlacedColumn } from './placed-columns.ts';

/** The order of columns after one of them was moved to another's place. */
export function columnMoved(placed: readonly PlacedColumn[], name: string, to: number): readonly string[] {
  const names = placed.map(({ column }) => column.name);
  const from = names.indexOf(name);
  if (from === -1) return names;
  names.splice(from, 1);
  names.splice(Math.max(0, Math.min(to, names.length)), 0, name);
  return names;
}
