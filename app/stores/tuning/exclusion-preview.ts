import type { ExclusionCandidate } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { isReplaced } from '../answers/engine-answer.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { tell } from '../notices/notice-store.ts';
import { useViewStore } from '../view/view-store.ts';

/** Shows in the grid the hits that an exclusion would take. */
export async function previewExclusion(run: number, { conditions, name }: ExclusionCandidate): Promise<void> {
  try {
    const { rowSet } = await engine.latest('preview-exclusion', { run, conditions });
    useViewStore.getState().actions.showAmong({ run, rowSet, tab: 'hits', title: `Taken by “${name}”` });
  } catch (error) {
    if (!isReplaced(error)) tell(`No preview: ${asWorkerError(error).message}`, 'error');
  }
}
