import { get, set } from 'idb-keyval';
import type { LabelRecord } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { labelsChanged, useLabelRevision } from '../answers/label-revision.ts';
import { usableOf } from '../kept/kept-value.ts';
import { tellNotKept } from '../kept/not-kept.ts';
import { type KeptLabels, usableLabels } from './kept-labels.ts';

const key = 'penumbra:labels';
/** Milliseconds without a change before the labels are saved. */
const quiet = 400;

/**
 * Gives the engine the labels of the last visit and, on a first one, those that the samples come with; then keeps what
 * changes. Without storage nothing is kept. Never rejects. Call it when the samples are loaded.
 */
export async function keepLabels(sampleLabels: readonly string[]): Promise<void> {
  const kept = usableOf(usableLabels(await get<unknown>(key).catch(() => undefined)), 'labels');
  let { samples } = kept;
  if (kept.labels.length > 0) {
    await engine.request('set-labels', { labels: kept.labels.map(asSetting) }).catch(() => undefined);
  }
  for (const address of sampleLabels) {
    const text = await fetch(address)
      .then((response) => (response.ok ? response.text() : undefined))
      .catch(() => undefined);
    const name = `${address} ${text?.length}`;
    if (text === undefined || samples.includes(name)) continue;
    await engine.request('import-labels', { text }).then(
      () => {
        samples = [...samples, name];
      },
      () => undefined,
    );
  }
  labelsChanged();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async (): Promise<void> => {
    const labels = await engine.request('labels', null);
    await set(key, { labels, samples } satisfies KeptLabels).catch(() => tellNotKept('labels'));
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save().catch(() => undefined), quiet);
  };
  useLabelRevision.subscribe(saveSoon);
  if (samples.length > 0) saveSoon();
}

function asSetting({ fingerprint, verdict, note }: LabelRecord) {
  return { fingerprint, label: { verdict, note } };
}
