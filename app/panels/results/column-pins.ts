import type { ColumnPins } from '../../stores/view/kept-view.ts';
import type { GridColumn } from './grid-columns.ts';

/** The names that stand at each side, in the table library's words. */
export interface PinnedNames {
  readonly start: readonly string[];
  readonly end: readonly string[];
}

function sideOf({ name, usualPin }: GridColumn, pins: ColumnPins): ColumnPins[string] {
  return pins[name] ?? usualPin;
}

/** The pinned columns of each side in their order from left to right. */
export function pinnedNames(columns: readonly GridColumn[], pins: ColumnPins, order: readonly string[]): PinnedNames {
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const at = (side: ColumnPins[string]): readonly string[] =>
    columns
      .filter((column) => sideOf(column, pins) === side)
      .map(({ name }) => name)
      .sort((a, b) => place(a) - place(b));
  return { start: at('left'), end: at('right') };
}

/** The pins after the table has pinned other names: what is as usual is not kept. */
export function pinsAfter(columns: readonly GridColumn[], pins: ColumnPins, { start, end }: PinnedNames): ColumnPins {
  const kept = new Map(Object.entries(pins));
  for (const column of columns) {
    const { name } = column;
    const side = start.includes(name) ? 'left' : end.includes(name) ? 'right' : 'none';
    if (side === sideOf(column, pins)) continue;
    if (side === column.usualPin) kept.delete(name);
    else kept.set(name, side);
  }
  return Object.fromEntries(kept);
}
