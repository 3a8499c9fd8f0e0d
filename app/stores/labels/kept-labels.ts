import { type LabelRecord, labelVerdicts } from '../../../rule-engine/index.ts';
import { hasTexts, isObject, type Usable, usableEntries } from '../kept/kept-value.ts';

/** Labels as the browser keeps them between visits. */
export interface KeptLabels {
  readonly labels: readonly LabelRecord[];
  /** Addresses and sizes of the label files of samples that were read: read again only when they change. */
  readonly samples: readonly string[];
}

/** What can be used of the labels that the browser kept. */
export function usableLabels(value: unknown): Usable<KeptLabels> {
  if (value === undefined) return { kept: { labels: [], samples: [] }, isDamaged: false };
  const { labels, samples } = isObject(value) ? value : {};
  const records = usableEntries(labels ?? null, isLabelRecord);
  const addresses = usableEntries(samples ?? null, (address) => typeof address === 'string');
  return {
    kept: { labels: records.kept, samples: addresses.kept },
    isDamaged: records.isDamaged || addresses.isDamaged,
  };
}

function isLabelRecord(value: unknown): value is LabelRecord {
  return (
    isObject(value) &&
    hasTexts(value, ['fingerprint', 'note']) &&
    /^[0-9a-f]{16}$/.test(String(value.fingerprint)) &&
    labelVerdicts.some((verdict) => verdict === value.verdict)
  );
}
