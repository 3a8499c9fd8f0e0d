import type { ColumnLayout } from './kept-view.ts';

/** The columns that the reader sees, in the order in which they stand on screen. */
export function shownColumns(names: readonly string[], { order, hidden, pins }: ColumnLayout): readonly string[] {
  const ranks = { left: 0, none: 1, right: 2 } as const;
  const rank = (name: string): number => ranks[pins[name] ?? 'none'];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.filter((name) => !hidden.includes(name)).sort((a, b) => rank(a) - rank(b) || place(a) - place(b));
}
