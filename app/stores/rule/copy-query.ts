import { tell } from '../notices/notice-store.ts';
import { useRuleStore } from './rule-store.ts';

/** Copies the whole query as it would be pasted into Sentinel, and says so. */
export async function copyQuery(): Promise<void> {
  try {
    await navigator.clipboard.writeText(useRuleStore.getState().query.text);
    tell('The whole query is on the clipboard');
  } catch {
    tell('The browser refused the clipboard: select the text under “Whole query” and copy it', 'error');
  }
}
