import { engine } from '../../workers/engine.ts';
import { useEventsStore } from '../events/events-store.ts';
import type { UnreadableFile } from '../events/loading-file.ts';
import { tell } from '../notices/notice-store.ts';
import { usePreferencesStore } from '../preferences/preferences-store.ts';
import { openRuleFiles } from './open-rule.ts';

/** Files from which on telling rules from events takes a noticeable time. */
const many = 100;

/** Opens files of any kind, told by their content: a rule takes the place of the one at hand, events are added. Never rejects. */
export async function openFiles(files: readonly File[]): Promise<void> {
  if (files.length >= many) tell(`Opening ${files.length} files`);
  const areRules = await areRuleFiles(files);
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

/** Without an engine none is: its reader of events says what is the matter. */
async function areRuleFiles(files: readonly File[]): Promise<readonly boolean[]> {
  return engine.request('are-rules', { files }).catch(() => []);
}
