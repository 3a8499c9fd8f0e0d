import { useRef } from 'react';

/** The former list while the new one has the same values: what depends on it is then not made anew. */
export function useStable<Value>(list: readonly Value[]): readonly Value[] {
  const former = useRef(list);
  const isSame = former.current.length === list.length && list.every((value, at) => value === former.current[at]);
  if (!isSame) former.current = list;
  return former.current;
}
