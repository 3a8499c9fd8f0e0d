import { useEffect, useState } from 'react';

/**
 * True once a state has lasted for so many milliseconds: what passes sooner is not worth a word. While it has not, the wait
 * begins anew when `since` changes.
 */
export function useLasting(state: boolean, milliseconds: number, since?: unknown): boolean {
  const [lasts, setLasts] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `since` makes the wait begin anew.
  useEffect(() => {
    if (!state) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => clearTimeout(timer);
  }, [state, milliseconds, since]);
  return state && lasts;
}
