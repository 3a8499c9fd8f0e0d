import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand';

/** Milliseconds after which a key's rows, and the counts beside the text, are painted. */
const afterRows = 150;

/**
 * Something of a store as it was a moment ago: what nobody waits for is rendered when what a key changes is on screen.
 * The same `select` at each call.
 */
export function useLater<State, Value extends string | number | boolean | undefined>(
  store: Pick<StoreApi<State>, 'getState' | 'subscribe'>,
  select: (state: State) => Value,
): Value {
  const [shown, setShown] = useState(() => select(store.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      if (timer !== undefined || select(store.getState()) === shown) return;
      timer = setTimeout(() => {
        timer = undefined;
        setShown(select(store.getState()));
      }, afterRows);
    };
    follow();
    const stop = store.subscribe(follow);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, select, shown]);
  return shown;
}
