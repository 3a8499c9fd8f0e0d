import { nextTask } from '../stores/next-task.ts';
import { monacoLayers } from './monaco/monaco-layers.ts';

/** The editor of the rule, made ready step by step, so that no step holds the page up for long. */
export async function loadEditor(): Promise<typeof import('./RuleEditor.tsx').RuleEditor> {
  for (const load of monacoLayers) {
    await load();
    await nextTask();
  }
  const { preparations, RuleEditor } = await import('./RuleEditor.tsx');
  for (const prepare of preparations) {
    await nextTask();
    prepare();
  }
  await nextTask();
  return RuleEditor;
}
