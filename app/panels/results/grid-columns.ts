import { type ColumnSchema, labelColumn } from '../../../rule-engine/index.ts';

/** The grid's own column, before the query's: why a row is where it is. */
const verdictColumn = 'Verdict';

/** The grid's own columns that no query can name: by what a near miss missed; what edits did to a row. A label has another. */
const reasonColumn = '#reason';
export const changeColumn = '#change';

/** Pixels of a column that has room for words beside a sign. */
export const titledWidth = 80;

/** What stands in the header of the grid's own columns. */
export const ownColumnTitles: Readonly<Record<string, string>> = {
  [labelColumn]: 'Label',
  [reasonColumn]: 'Missed by',
  [changeColumn]: 'Change',
};

export interface GridColumn extends ColumnSchema {
  readonly kind: 'label' | 'change' | 'reason' | 'verdict' | 'flag' | 'number' | 'text';
  /** Its place in `GridRow.cells`; -1 for the grid's own. */
  readonly cell: number;
  readonly width: number;
  /** Where it stands unless the reader pins it. */
  readonly usualPin: 'left' | 'right' | 'none';
}

const numeric = new Set(['int', 'long', 'real', 'decimal']);

export interface OwnColumns {
  /** Rows are events, which can be labelled. */
  readonly label: boolean;
  readonly verdict: boolean;
  readonly reason: boolean;
  /** What edits did to a row: a sign, or with their titles. */
  readonly change: 'none' | 'sign' | 'titled';
}

/** Pixels of a grid below which columns are narrower, so that what the row says is in sight beside what is pinned. */
export const ampleWidth = 760;

/** Pixels of signs and of names, in a grid that has room and in one that has little. */
const widths = {
  ample: { sign: 44, flag: 30, name: 112, account: 84 },
  tight: { sign: 32, flag: 26, name: 84, account: 64 },
} as const;

/** The columns to draw for those that the engine gives, the grid's own before them. */
export function gridColumns(
  columns: readonly ColumnSchema[],
  flags: readonly string[],
  withOwn: OwnColumns,
  room: keyof typeof widths,
): readonly GridColumn[] {
  const width = widths[room];
  const flagNames = new Set(flags);
  const ownColumn = (name: string, kind: GridColumn['kind'], size: number): GridColumn => {
    return { name, type: 'string', kind, cell: -1, width: size, usualPin: kind === 'label' ? 'left' : 'none' };
  };
  // Among hits flags are always in sight; elsewhere the room is wanted for what the row says.
  const flagPin = withOwn.verdict || withOwn.reason ? 'none' : 'right';
  const own = [
    ...(withOwn.label ? [ownColumn(labelColumn, 'label', width.sign)] : []),
    ...(withOwn.change !== 'none'
      ? [ownColumn(changeColumn, 'change', withOwn.change === 'sign' ? width.sign : 280)]
      : []),
    ...(withOwn.reason ? [ownColumn(reasonColumn, 'reason', 300)] : []),
    ...(withOwn.verdict ? [ownColumn(verdictColumn, 'verdict', 180)] : []),
  ];
  const queried = columns.flatMap((column, cell): GridColumn[] => {
    if (column.name === verdictColumn) return [];
    if (flagNames.has(column.name)) return [{ ...column, kind: 'flag', cell, width: width.flag, usualPin: flagPin }];
    const kind = numeric.has(column.type) ? 'number' : 'text';
    return [{ ...column, kind, cell, width: defaultWidth(column, width), usualPin: 'none' }];
  });
  return [...own, ...queried];
}

function defaultWidth({ name, type }: ColumnSchema, width: (typeof widths)[keyof typeof widths]): number {
  if (type === 'datetime') return 160;
  if (type === 'bool') return 72;
  if (numeric.has(type)) return 104;
  if (/commandline|message|additionalfields|rawevent/i.test(name)) return 360;
  if (/path|folder|sha256|url/i.test(name)) return 240;
  if (/account|user/i.test(name)) return width.account;
  return width.name;
}

/** The mark of a flag: the capitals of its name, two at most (`OsExec` → `OE`). */
export function flagLetters(name: string): string {
  const capitals = name.replace(/[^A-Z0-9]/g, '');
  return (capitals || name.toUpperCase()).slice(0, 2);
}
