import { create } from 'zustand';
import type { NearMissReport, WorkerError } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { isReplaced } from '../answers/engine-answer.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { afterEachRun } from './follow-run.ts';

interface NearMissesState {
  /** Of the newest run that was looked through. */
  readonly found: { readonly run: number; readonly report: NearMissReport } | undefined;
  readonly error: WorkerError | undefined;
  /** The group whose rows are shown; undefined for all. */
  readonly group: number | undefined;
  readonly actions: { readonly setGroup: (group: number | undefined) => void };
}

export const useNearMissesStore = create<NearMissesState>()((set) => ({
  found: undefined,
  error: undefined,
  group: undefined,
  actions: { setGroup: (group) => set({ group }) },
}));

let shown: { readonly run: number; readonly rowSet: number } | undefined;

/** The set of rows that the tab shows, and the run that it is of. The same object while it is the same. */
export function shownNearMisses({ found, group }: Pick<NearMissesState, 'found' | 'group'>): typeof shown {
  if (!found) return undefined;
  const { run, report } = found;
  const rowSet = (group === undefined ? undefined : report.groups[group]?.rowSet) ?? report.rowSet;
  if (shown?.run !== run || shown.rowSet !== rowSet) shown = { run, rowSet };
  return shown;
}

/** Looks for near misses after each evaluation; the newest wins. Returns how to stop. */
export function followNearMisses(): () => void {
  return afterEachRun(500, async ({ evaluation: { run }, query }) => {
    try {
      const report = await engine.latest('near-misses', { run, text: query.text });
      useNearMissesStore.setState(({ group, found }) => ({
        found: { run, report },
        error: undefined,
        group: found?.run === run ? group : undefined,
      }));
    } catch (error) {
      if (!isReplaced(error)) useNearMissesStore.setState({ error: asWorkerError(error) });
    }
  });
}
