import { useState, useSyncExternalStore } from 'react';

/** What of a scrolled element is in sight, in pixels. */
export interface Sight {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Watches an element's scrolling and size. They are taken as the browser tells them, and read once an event, before
 * anything is painted: read afterwards, they would make the browser lay the page out twice. The element's style has how
 * far it is scrolled sideways, as `--scrolled`.
 */
export class ScrollSight {
  #element: HTMLElement | null = null;
  #sight: Sight = { top: 0, left: 0, width: 1280, height: 640 };
  readonly #listeners = new Set<() => void>();
  #stop: () => void = () => undefined;

  get element(): HTMLElement | null {
    return this.#element;
  }

  readonly sight = (): Sight => this.#sight;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to watch; null ends it. A `ref` of the element. */
  readonly attach = (element: HTMLElement | null): void => {
    this.#stop();
    this.#element = element;
    this.#sight = { ...this.#sight, top: 0, left: 0 };
    if (!element) return;
    const observer = new ResizeObserver(([{ contentRect }]) => {
      const { width, height } = contentRect;
      this.#tell({ ...this.#sight, width, height });
    });
    observer.observe(element);
    const onScroll = (): void => this.#tell({ ...this.#sight, top: element.scrollTop, left: element.scrollLeft });
    element.addEventListener('scroll', onScroll, { passive: true });
    this.#stop = () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  };

  #tell(sight: Sight): void {
    if (sight.left !== this.#sight.left) this.#element?.style.setProperty('--scrolled', `${sight.left}px`);
    this.#sight = sight;
    for (const listener of this.#listeners) listener();
  }
}

/** One watch for as long as a component stands. */
export function useScrollSight(): ScrollSight {
  return useState(() => new ScrollSight())[0];
}

/** Something of the sight; what it stands in is painted anew only when that changes. */
export function useInSight<Value extends number | string | boolean>(
  sight: ScrollSight,
  select: (sight: Sight) => Value,
): Value {
  return useSyncExternalStore(sight.subscribe, () => select(sight.sight()));
}
