import type { EventLabel, LabelChange, LabelVerdict, RowSelection } from '../../rule-engine/index.ts';
import { engine } from '../engine/engine.ts';
import { useHistoryStore } from './history-store.ts';
import { labelsChanged } from './label-revision.ts';
import { tell } from './notice-store.ts';
import { asWorkerError } from './worker-error.ts';

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
  const label: EventLabel | null = verdict && { verdict, note: '' };
  try {
    const changes = await engine.request('label', { ...selection, label });
    const kept = await keepNotes(changes);
    finish(verdict ? `Label ${labelTitles[verdict]}` : 'Clear label', kept);
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

/** Gives back the notes that another verdict took away. */
async function keepNotes(changes: readonly LabelChange[]): Promise<readonly LabelChange[]> {
  const lost = changes.flatMap(({ fingerprint, before, after }) =>
    before && after && before.note !== after.note ? [{ fingerprint, label: { ...after, note: before.note } }] : [],
  );
  if (lost.length === 0) return changes;
  await engine.request('set-labels', { labels: lost });
  const given = new Map(lost.map(({ fingerprint, label }) => [fingerprint, label]));
  return changes.map((change) => ({ ...change, after: given.get(change.fingerprint) ?? change.after }));
}

function finish(title: string, changes: readonly LabelChange[]): void {
  useHistoryStore.getState().actions.addLabels(title, changes);
  labelsChanged();
  const events = changes.length === 1 ? '1 event' : `${changes.length} events`;
  tell(changes.length === 0 ? 'The labels are so already' : `${title}: ${events}`);
}
