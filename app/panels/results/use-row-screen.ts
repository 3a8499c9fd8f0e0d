import { type ScrollSight, type Sight, useInSight } from './scroll-sight.ts';

/** Pixels that every browser lays out: Chrome ends at 33 million, Firefox at 17. */
const tallest = 16_000_000;
/** Rows painted beyond each edge. */
const overscan = 4;

/** Which rows are on screen, and where they are painted. */
export interface RowScreen {
  /** The first and last position to paint; `last` is below `first` when there is none. */
  readonly first: number;
  readonly last: number;
  /** Pixels of the element that holds all rows. */
  readonly height: number;
  /** Pixels from that element's top to a row. */
  readonly topOf: (position: number) => number;
}

/** How a list of rows of one height stands in the element that scrolls it. */
export interface RowList {
  readonly count: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
}

/**
 * The window of a list of rows of one height. Costs the same for ten rows and for ten million: where all of them would be
 * taller than a browser's longest element, the scrollbar moves over a shorter one in the same proportion.
 */
export function useRowScreen(sight: ScrollSight, list: RowList): RowScreen {
  const { count, rowHeight } = list;
  // Within a row nothing has to be painted anew, unless the rows stand at a scaled place.
  const top = useInSight(sight, (now) =>
    scaleOf(list, now) === 1 ? Math.floor(now.top / rowHeight) * rowHeight : now.top,
  );
  useInSight(sight, ({ height }) => height);
  const now = { ...sight.sight(), top };
  const offset = top * scaleOf(list, now);
  return {
    first: Math.max(0, Math.floor(offset / rowHeight) - overscan),
    last: Math.min(count - 1, Math.floor((offset + viewportOf(list, now)) / rowHeight) + 1 + overscan),
    height: Math.min(count * rowHeight, tallest),
    topOf: (position) => position * rowHeight - (offset - top),
  };
}

/** Whole rows that fit. */
export function rowsOnScreen(sight: ScrollSight, list: RowList): number {
  return Math.max(1, Math.floor(viewportOf(list, sight.sight()) / list.rowHeight) - 1);
}

/** Scrolls as little as brings a row into sight. */
export function scrollToRow(sight: ScrollSight, list: RowList, position: number): void {
  const { element } = sight;
  if (!element) return;
  const now = sight.sight();
  const scale = scaleOf(list, now);
  const viewport = viewportOf(list, now);
  const offset = now.top * scale;
  const top = position * list.rowHeight;
  if (top < offset) element.scrollTop = top / scale;
  else if (top + list.rowHeight > offset + viewport) element.scrollTop = (top + list.rowHeight - viewport) / scale;
}

function viewportOf({ headerHeight }: RowList, { height }: Sight): number {
  return Math.max(0, height - headerHeight);
}

/** Pixels of rows that a pixel of the scrollbar stands for. */
function scaleOf(list: RowList, now: Sight): number {
  const whole = list.count * list.rowHeight;
  const viewport = viewportOf(list, now);
  return whole > tallest ? (whole - viewport) / (tallest - viewport) : 1;
}
