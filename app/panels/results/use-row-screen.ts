import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Pixels that every browser lays out: Chrome ends at 33 million, Firefox at 17. */
const tallest = 16_000_000;
/** Rows painted beyond each edge. */
const overscan = 8;

/** Which rows are on screen, and where they are painted. */
export interface RowScreen {
  /** The first and last position to paint; `last` is below `first` when there is none. */
  readonly first: number;
  readonly last: number;
  /** Whole rows that fit. */
  readonly page: number;
  /** Pixels of the element that holds all rows. */
  readonly height: number;
  /** Pixels from that element's top to a row. */
  readonly topOf: (position: number) => number;
  /** Scrolls as little as brings the row into sight. */
  readonly scrollTo: (position: number) => void;
}

interface Sight {
  readonly scrollTop: number;
  /** Pixels of rows in sight, without the header. */
  readonly viewport: number;
}

/**
 * The window of a list of rows of one height. Costs the same for ten rows and for ten million: where all of them would be
 * taller than a browser's longest element, the scrollbar moves over a shorter one in the same proportion.
 */
export function useRowScreen(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  headerHeight: number,
): RowScreen {
  const [{ scrollTop, viewport }, setSight] = useState<Sight>({ scrollTop: 0, viewport: 640 });
  const whole = count * rowHeight;
  const height = Math.min(whole, tallest);
  const scale = whole > tallest ? (whole - viewport) / (tallest - viewport) : 1;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => {
      const seen = { scrollTop: element.scrollTop, viewport: Math.max(0, element.clientHeight - headerHeight) };
      setSight((former) => (isSame(former, seen, scale, rowHeight) ? former : seen));
    };
    const onScroll = (): void => flushSync(look);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, scale, rowHeight, headerHeight]);

  const offset = scrollTop * scale;
  const seenFirst = Math.floor(offset / rowHeight);
  const seenLast = Math.floor((offset + viewport) / rowHeight);
  return {
    first: Math.max(0, seenFirst - overscan),
    last: Math.min(count - 1, seenLast + overscan),
    page: Math.max(1, Math.floor(viewport / rowHeight) - 1),
    height,
    topOf: (position) => position * rowHeight - (offset - scrollTop),
    scrollTo: (position) => {
      const element = scroller.current;
      if (!element) return;
      const now = element.scrollTop * scale;
      const top = position * rowHeight;
      if (top < now) element.scrollTop = top / scale;
      else if (top + rowHeight > now + viewport) element.scrollTop = (top + rowHeight - viewport) / scale;
    },
  };
}

/** Within a row nothing has to be painted anew, unless the rows stand at a scaled place. */
function isSame(former: Sight, seen: Sight, scale: number, rowHeight: number): boolean {
  if (former.viewport !== seen.viewport) return false;
  if (scale !== 1) return former.scrollTop === seen.scrollTop;
  return Math.floor(former.scrollTop / rowHeight) === Math.floor(seen.scrollTop / rowHeight);
}
