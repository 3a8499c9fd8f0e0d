import { saveFile } from '../../browser/save-file.ts';
import { engine } from '../../workers/engine.ts';
import { labelsChanged } from '../answers/label-revision.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { lastResult, useEvaluationStore } from '../evaluation/evaluation-store.ts';
import { useHistoryStore } from '../history/history-store.ts';
import { tell } from '../notices/notice-store.ts';

/** Takes the labels of NDJSON files and says what they held. */
export async function importLabels(files: readonly File[]): Promise<void> {
  for (const file of files) {
    try {
      const { changes, read, notLoaded, errors } = await engine.request('import-labels', { text: await file.text() });
      useHistoryStore.getState().actions.addLabels(`Labels of ${file.name}`, changes);
      labelsChanged();
      const parts = [
        `${read} labels read from ${file.name}`,
        notLoaded > 0 && `${notLoaded} of events that are not loaded`,
        errors.length > 0 && `line ${errors[0].line} is no label: ${errors[0].message}`,
      ];
      tell(parts.filter(Boolean).join(' · '), errors.length > 0 ? 'error' : 'done');
    } catch (error) {
      tell(`No label was read from ${file.name}: ${asWorkerError(error).message}`, 'error');
    }
  }
}

/** Saves all labels as NDJSON. */
export async function exportLabels(): Promise<void> {
  try {
    const run = lastResult(useEvaluationStore.getState())?.evaluation.run ?? null;
    saveFile(await engine.request('export-labels', { run }), 'labels.ndjson');
  } catch (error) {
    tell(`No label was saved: ${asWorkerError(error).message}`, 'error');
  }
}
