import { useEffect, useState } from 'react';
import type { EventLabel } from '../../../rule-engine/index.ts';
import { afterPaint } from '../../browser/next-task.ts';
import { engine } from '../../workers/engine.ts';
import { useLabelRevision } from '../answers/label-revision.ts';

const none: ReadonlyMap<number, EventLabel> = new Map();

/** The labels of rows that are on screen; the former ones stay until the new ones are here. */
export function useRowLabels(run: number | undefined, rows: readonly number[]): ReadonlyMap<number, EventLabel> {
  const revision = useLabelRevision((state) => state.revision);
  const [labels, setLabels] = useState(none);
  const asked = rows.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what their numbers are; labels change by revision.
  useEffect(() => {
    if (run === undefined || rows.length === 0) return;
    let isOver = false;
    const stopWaiting = afterPaint(() => {
      engine.request('row-labels', { run, rows }).then(
        (found) => {
          if (isOver) return;
          const labelled = found.flatMap((label, index): [number, EventLabel][] =>
            label ? [[rows[index], label]] : [],
          );
          setLabels(labelled.length > 0 ? new Map(labelled) : none);
        },
        () => undefined,
      );
    });
    return () => {
      stopWaiting();
      isOver = true;
    };
  }, [run, asked, revision]);
  return labels;
}
