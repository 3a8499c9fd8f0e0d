import type { ColumnSchema, Evaluation } from '../../../rule-engine/index.ts';

/** The grid's own column, before the query's: why a row is where it is. */
export const verdictColumn = 'Verdict';

export interface GridColumn extends ColumnSchema {
  readonly kind: 'verdict' | 'flag' | 'number' | 'text';
  /** Its place in `GridRow.cells`; -1 for the verdict. */
  readonly cell: number;
  readonly width: number;
}

const numeric = new Set(['int', 'long', 'real', 'decimal']);

/** The columns to draw for those that the engine gives. */
export function gridColumns(
  columns: readonly ColumnSchema[],
  flags: Evaluation['flags'],
  withVerdict: boolean,
): readonly GridColumn[] {
  const flagNames = new Set(flags.map((flag) => flag.column));
  const own = columns.flatMap((column, cell): GridColumn[] => {
    if (column.name === verdictColumn) return [];
    if (flagNames.has(column.name)) return [{ ...column, kind: 'flag', cell, width: 30 }];
    const kind = numeric.has(column.type) ? 'number' : 'text';
    return [{ ...column, kind, cell, width: defaultWidth(column) }];
  });
  if (!withVerdict) return own;
  return [{ name: verdictColumn, type: 'string', kind: 'verdict', cell: -1, width: 200 }, ...own];
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
