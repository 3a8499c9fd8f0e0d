import type { GridRow, NamedRows } from './protocol/rows.ts';

/** Rows by their number. */
export type KnownRows = ReadonlyMap<number, GridRow>;

/** The rows as the next window may name them. */
export function knownRows(rows: readonly GridRow[]): KnownRows {
  return new Map(rows.map((row) => [row.row, row]));
}

/** Names the rows that are known as they are: most stay from one evaluation to the next, and copying them takes time. */
export function nameKnown(rows: readonly GridRow[], known: KnownRows): NamedRows {
  return rows.map((row) => {
    const former = known.get(row.row);
    return former?.cells === row.cells && former.verdict === row.verdict ? row.row : row;
  });
}

/** The rows again; undefined where one is named that isn't known. */
export function fromNamed(rows: NamedRows, known: KnownRows): readonly GridRow[] | undefined {
  const whole = rows.map((row) => (typeof row === 'number' ? known.get(row) : row));
  return whole.every((row) => row !== undefined) ? whole : undefined;
}
