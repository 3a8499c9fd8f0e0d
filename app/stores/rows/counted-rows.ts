import type { Count, LabelVerdict } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { isReplaced } from '../answers/engine-answer.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { tell } from '../notices/notice-store.ts';
import { useViewStore } from '../view/view-store.ts';

/** What was counted, and how its rows are titled above the grid. */
export interface CountToShow {
  readonly run: number;
  readonly count: Count;
  /** Only the rows that are labelled so. */
  readonly verdict?: LabelVerdict;
  readonly title: string;
}

/** Shows in the grid the rows behind a number: exactly those, without the filters that were set. */
export async function showCountedRows({ run, count, verdict, title }: CountToShow): Promise<void> {
  try {
    const { rowSet } = await engine.latest('counted-rows', { run, count, ...(verdict && { verdict }) });
    const { clearFilters, showAmong } = useViewStore.getState().actions;
    clearFilters();
    showAmong({ run, rowSet, tab: 'all', title });
  } catch (error) {
    if (!isReplaced(error)) tell(`The rows can't be shown: ${asWorkerError(error).message}`, 'error');
  }
}
