import type { ColumnSchema, Evaluation } from '../../../rule-engine/index.ts';

/** The grid's own column, before the query's: why a row is where it is. */
export const verdictColumn = 'Verdict';

/** The grid's own columns that no query can name: the row's label, and by what a near miss missed. */
export const labelColumn = '#label';
export const reasonColumn = '#reason';

/** What stands in the header of the grid's own columns. */
export const ownColumnTitles: Readonly<Record<string, string>> = {
  [labelColumn]: 'Label',
  [reasonColumn]: 'Missed by',
};

export interface GridColumn extends ColumnSchema {
  readonly kind: 'label' | 'reason' | 'verdict' | 'flag' | 'number' | 'text';
  /** Its place in `GridRow.cells`; -1 for the grid's own. */
  readonly cell: number;
  readonly width: number;
}

const numeric = new Set(['int', 'long', 'real', 'decimal']);

export interface OwnColumns {
  /** Rows are events, which can be labelled. */
  readonly label: boolean;
  readonly verdict: boolean;
  readonly reason: boolean;
}

/** The columns to draw for those that the engine gives, the grid's own before them. */
export function gridColumns(
  columns: readonly ColumnSchema[],
  flags: Evaluation['flags'],
  withOwn: OwnColumns,
): readonly GridColumn[] {
  const flagNames = new Set(flags.map((flag) => flag.column));
  const own: GridColumn[] = [];
  if (withOwn.label) own.push({ name: labelColumn, type: 'string', kind: 'label', cell: -1, width: 30 });
  if (withOwn.reason) own.push({ name: reasonColumn, type: 'string', kind: 'reason', cell: -1, width: 300 });
  if (withOwn.verdict) own.push({ name: verdictColumn, type: 'string', kind: 'verdict', cell: -1, width: 180 });
  const queried = columns.flatMap((column, cell): GridColumn[] => {
    if (column.name === verdictColumn) return [];
    if (flagNames.has(column.name)) return [{ ...column, kind: 'flag', cell, width: 30 }];
    const kind = numeric.has(column.type) ? 'number' : 'text';
    return [{ ...column, kind, cell, width: defaultWidth(column) }];
  });
  return [...own, ...queried];
}

function defaultWidth({ name, type }: ColumnSchema): number {
  if (type === 'datetime') return 160;
  if (type === 'bool') return 72;
  if (numeric.has(type)) return 104;
  if (/commandline|message|additionalfields|rawevent/i.test(name)) return 360;
  if (/path|folder|sha256|url/i.test(name)) return 240;
  if (/account|user/i.test(name)) return 84;
  return 112;
}

/** The mark of a flag: the capitals of its name, two at most (`OsExec` → `OE`). */
export function flagLetters(name: string): string {
  const capitals = name.replace(/[^A-Z0-9]/g, '');
  return (capitals || name.toUpperCase()).slice(0, 2);
}
