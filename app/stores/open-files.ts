import { isRuleText, longestRule } from '../../rule-engine/index.ts';
import { type UnreadableFile, useEventsStore } from './events-store.ts';
import { openRuleFiles } from './open-rule.ts';
import { usePreferencesStore } from './preferences-store.ts';

/** Opens files of any kind, told by their content: a rule takes the place of the one at hand, events are added. Never rejects. */
export async function openFiles(files: readonly File[]): Promise<void> {
  const areRules = await Promise.all(files.map(isRuleFile));
  const rules = files.filter((_, index) => areRules[index]);
  const events = files.filter((_, index) => !areRules[index]);
  if (rules.length > 0) await openRuleFiles(rules);
  if (events.length === 0) return;
  usePreferencesStore.getState().actions.showDock('events');
  await useEventsStore.getState().actions.open(events);
}

/** Lists files that could not even be opened among those that were not read. */
export function refuseFiles(files: readonly UnreadableFile[]): void {
  if (files.length === 0) return;
  usePreferencesStore.getState().actions.showDock('events');
  useEventsStore.getState().actions.refuse(files);
}

/** A file that can't be read is left to the reader of events, which says why. */
async function isRuleFile(file: File): Promise<boolean> {
  if (file.size > longestRule) return false;
  return isRuleText(file.name, await file.text().catch(() => ''));
}
