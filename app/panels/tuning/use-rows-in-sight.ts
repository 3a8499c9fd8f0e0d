import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';

/** Rows that are all made: only longer tables are made by what is in sight. */
const FEW = 200;
const ROW_HEIGHT = 24;
const ROWS_AROUND = 20;
/** Taken for the panel's until it is measured. */
const INITIAL_RECT = { width: 0, height: 600 };

/** Of a table's rows those that are made, and the height in pixels of those before and after them. */
export interface RowsInSight {
  readonly body: React.RefObject<HTMLTableSectionElement | null>;
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** Follows which rows of a table of `count` rows of one height are in sight of the tab panel that it is scrolled in. */
export function useRowsInSight(count: number): RowsInSight {
  const body = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const panel = (): HTMLElement | null => body.current?.closest<HTMLElement>('[role=tabpanel]') ?? null;
  useLayoutEffect(() => {
    const scrolled = panel();
    if (!body.current || !scrolled) return;
    const top = body.current.getBoundingClientRect().top - scrolled.getBoundingClientRect().top;
    setScrollMargin(Math.round(top + scrolled.scrollTop));
  });
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: panel,
    estimateSize: () => ROW_HEIGHT,
    overscan: count <= FEW ? count : ROWS_AROUND,
    initialRect: INITIAL_RECT,
    scrollMargin,
  });
  const items = virtualizer.getVirtualItems();
  const start = items[0]?.index ?? 0;
  const end = (items.at(-1)?.index ?? -1) + 1;
  return { body, start, end, before: start * ROW_HEIGHT, after: (count - end) * ROW_HEIGHT };
}
