import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import type { PlacedColumn } from './placed-columns.ts';

/** The columns to paint: those pinned, those in sight, and the room that the others take. */
export interface ColumnScreen {
  readonly left: readonly PlacedColumn[];
  /** Pixels of the columns before and behind `middle`. */
  readonly before: number;
  readonly middle: readonly PlacedColumn[];
  readonly after: number;
  readonly right: readonly PlacedColumn[];
}

/** Which of a wide table's columns are in sight: a table of a hundred is painted as fast as one of ten. */
export function useColumnScreen(
  scroller: RefObject<HTMLElement | null>,
  placed: readonly PlacedColumn[],
): ColumnScreen {
  const left = placed.filter(({ pinned }) => pinned === 'start');
  const free = placed.filter(({ pinned }) => pinned === false);
  const right = placed.filter(({ pinned }) => pinned === 'end');
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: free.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => free[index].column.name,
    estimateSize: (index) => free[index].width,
    paddingStart: widthOf(left),
    overscan: 2,
  });
  const widths = free.map(({ width }) => width).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other widths move the columns.
  useEffect(() => virtualizer.measure(), [widths, virtualizer]);
  const seen = virtualizer.getVirtualItems();
  const first = seen[0]?.index ?? 0;
  const end = (seen.at(-1)?.index ?? free.length - 1) + 1;
  return {
    left,
    before: widthOf(free.slice(0, first)),
    middle: free.slice(first, end),
    after: widthOf(free.slice(end)),
    right,
  };
}

function widthOf(columns: readonly PlacedColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
