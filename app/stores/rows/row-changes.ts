import { useEffect, useState } from 'react';
import type { RowChange } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import type { ShownDifference, ShownEdit } from '../view/shown-difference.ts';

/** What became of a row between two versions of the rule, and the edits that caused it. */
export interface CausedChange {
  readonly change: 'gained' | 'lost';
  readonly causes: readonly ShownEdit[];
}

const none: ReadonlyMap<number, CausedChange> = new Map();

/** What became of rows on screen, of those that changed; the former ones stay until the new ones are here. */
export function useRowChanges(
  difference: ShownDifference | undefined,
  rows: readonly number[],
): ReadonlyMap<number, CausedChange> {
  const [changes, setChanges] = useState(none);
  const asked = rows.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what their numbers are.
  useEffect(() => {
    if (difference === undefined || rows.length === 0) return;
    const { run, comparison, edits } = difference;
    const controller = new AbortController();
    engine.request('row-changes', { run, comparison, rows }, { signal: controller.signal }).then(
      (found) => setChanges(withCauses(rows, found, edits)),
      () => undefined,
    );
    return () => controller.abort();
  }, [difference, asked]);
  return changes;
}

function withCauses(
  rows: readonly number[],
  changes: readonly RowChange[],
  edits: readonly ShownEdit[],
): ReadonlyMap<number, CausedChange> {
  return new Map(
    changes.flatMap(({ change, edits: causes }, index): [number, CausedChange][] =>
      change === 'none' ? [] : [[rows[index], { change, causes: causes.map((edit) => edits[edit]) }]],
    ),
  );
}
