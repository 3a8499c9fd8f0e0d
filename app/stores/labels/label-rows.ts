import type { EventLabel, LabelChange, LabelVerdict, RowSelection } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { labelsChanged } from '../answers/label-revision.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { useHistoryStore } from '../history/history-store.ts';
import { tell } from '../notices/notice-store.ts';

export const labelVerdictOrder: readonly LabelVerdict[] = ['TP', 'FP', 'unsure'];

export const labelTitles: Readonly<Record<LabelVerdict, string>> = {
  TP: 'True positive',
  FP: 'False positive',
  unsure: 'Unsure',
};

/**
 * Labels rows, or takes their label away (null); notes stay. Says what it did, or why not. An event that is logged
 * twice has one label, so that fewer labels than rows can change.
 */
export async function labelRows(selection: RowSelection, verdict: LabelVerdict | null): Promise<void> {
  const label = verdict && { verdict };
  try {
    const changes = await engine.request('label', { ...selection, label });
    finish(verdict ? `Label ${labelTitles[verdict]}` : 'Clear label', changes);
  } catch (error) {
    tell(`Not labelled: ${asWorkerError(error).message}`, 'error');
  }
}

/** Sets one row's label with its note. */
export async function noteRow(selection: RowSelection, label: EventLabel): Promise<void> {
  try {
    finish('Note', await engine.request('label', { ...selection, label }));
  } catch (error) {
    tell(`The note was not kept: ${asWorkerError(error).message}`, 'error');
  }
}

function finish(title: string, changes: readonly LabelChange[]): void {
  useHistoryStore.getState().actions.addLabels(title, changes);
  labelsChanged();
  const events = changes.length === 1 ? '1 event' : `${changes.length} events`;
  tell(changes.length === 0 ? 'The labels are so already' : `${title}: ${events}`);
}
