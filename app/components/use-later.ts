import { useEffect, useState } from 'react';

/** Milliseconds after which a key's rows, and the counts beside the text, are painted. */
const afterRows = 150;

/** A value as it was a moment ago: what nobody waits for is painted when what a key changes is on screen. */
export function useLater<Value extends string | number | boolean | undefined>(value: Value): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setShown(value), afterRows);
    return () => clearTimeout(timer);
  }, [value]);
  return shown;
}
