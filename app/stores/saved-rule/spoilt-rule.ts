import { del, get, set } from 'idb-keyval';
import { create } from 'zustand';
import { saveText } from '../../browser/save-file.ts';

interface SpoiltRuleState {
  /** What the browser kept of a rule that could not be opened, until the reader needs it no more. */
  readonly spoilt: unknown;
}

export const useSpoiltRuleStore = create<SpoiltRuleState>()(() => ({ spoilt: undefined }));

const key = 'penumbra:spoilt-workspace';

/** Says that a rule could not be opened, and keeps what is left of it apart. Rejects where nothing can be kept. */
export async function keepSpoilt(left: unknown): Promise<void> {
  useSpoiltRuleStore.setState({ spoilt: left });
  await set(key, left);
}

/** Says of a rule that an earlier visit could not open, and that the reader has not done with. Never rejects. */
export async function recallSpoilt(): Promise<void> {
  const spoilt = await get<unknown>(key).catch(() => undefined);
  if (spoilt !== undefined) useSpoiltRuleStore.setState({ spoilt });
}

/** Saves what is left of the rule as JSON. */
export function saveSpoilt(): void {
  const { spoilt } = useSpoiltRuleStore.getState();
  const text = JSON.stringify(spoilt, (_, value) => (typeof value === 'bigint' ? String(value) : value), 2);
  saveText(`${text}\n`, 'rule-of-last-visit.json', 'application/json');
}

/** Lets go of what is left of the rule. */
export function dropSpoilt(): void {
  useSpoiltRuleStore.setState({ spoilt: undefined });
  void del(key).catch(() => undefined);
}
