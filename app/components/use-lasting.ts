import { useEffect, useState } from 'react';

/** True once a state has lasted for so many milliseconds: what passes sooner is not worth a word. */
export function useLasting(state: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!state) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => clearTimeout(timer);
  }, [state, milliseconds]);
  return state && lasts;
}
