import { useEffect, useState } from 'react';
import type { NearMissReason } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';

const none: ReadonlyMap<number, readonly NearMissReason[]> = new Map();

/** Why rows on screen are near misses; the former ones stay until the new ones are here. */
export function useNearMissReasons(
  run: number | undefined,
  rows: readonly number[],
): ReadonlyMap<number, readonly NearMissReason[]> {
  const [reasons, setReasons] = useState(none);
  const asked = rows.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what their numbers are.
  useEffect(() => {
    if (run === undefined || rows.length === 0) return;
    const controller = new AbortController();
    engine.request('near-miss-reasons', { run, rows }, { signal: controller.signal }).then(
      (found) => setReasons(new Map(found.map((reason, index) => [rows[index], reason]))),
      () => undefined,
    );
    return () => controller.abort();
  }, [run, asked]);
  return reasons;
}
