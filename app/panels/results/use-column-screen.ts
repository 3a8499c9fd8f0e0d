import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo } from 'react';
import type { PlacedColumn } from './placed-columns.ts';
import { type ScrollSight, useInSight } from './scroll-sight.ts';

/** The columns to paint: those pinned, those in sight, and the room that the others take. */
export interface ColumnScreen {
  readonly left: readonly PlacedColumn[];
  /** Pixels of the columns before `middle`. */
  readonly before: number;
  readonly middle: readonly PlacedColumn[];
  readonly right: readonly PlacedColumn[];
}

/** Pixels that pinned columns leave to the others; where they would not, none is pinned. */
const leastFree = 64;

/** Which of a wide table's columns are in sight: a table of a hundred is painted as fast as one of ten. */
export function useColumnScreen(sight: ScrollSight, placed: readonly PlacedColumn[]): ColumnScreen {
  const pinnedWidth = useMemo(() => widthOf(placed.filter(({ pinned }) => pinned !== false)), [placed]);
  const hasRoom = useInSight(sight, ({ width }) => pinnedWidth + leastFree <= width);
  const { left, free, right } = useMemo(
    () => (hasRoom ? sidesOf(placed) : { left: [], free: placed, right: [] }),
    [placed, hasRoom],
  );
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    horizontal: true,
    count: free.length,
    getScrollElement: () => sight.element,
    getItemKey: (index) => free[index].column.name,
    estimateSize: (index) => free[index].width,
    paddingStart: widthOf(left),
    overscan: 1,
    // What the element says is known already; its own way reads it after the rows were painted.
    observeElementOffset: (_, tell) => watched(sight, () => tell(sight.sight().left, false)),
    observeElementRect: (_, tell) => watched(sight, () => tell(sight.sight())),
    // It would scroll to where the element stands already, which lays the page out in the midst of its first painting.
    scrollToFn: () => undefined,
  });
  const widths = free.map(({ width }) => width).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other widths move the columns.
  useEffect(() => virtualizer.measure(), [widths, virtualizer]);
  const seen = virtualizer.getVirtualItems();
  const first = seen[0]?.index ?? 0;
  const end = (seen.at(-1)?.index ?? free.length - 1) + 1;
  return useMemo(
    () => ({
      left,
      before: widthOf(free.slice(0, first)),
      middle: free.slice(first, end),
      right,
    }),
    [left, free, right, first, end],
  );
}

function watched(sight: ScrollSight, tell: () => void): () => void {
  tell();
  return sight.subscribe(tell);
}

function sidesOf(placed: readonly PlacedColumn[]) {
  return {
    left: placed.filter(({ pinned }) => pinned === 'start'),
    free: placed.filter(({ pinned }) => pinned === false),
    right: placed.filter(({ pinned }) => pinned === 'end'),
  };
}

function widthOf(columns: readonly PlacedColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
