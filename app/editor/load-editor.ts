import { nextTask } from '../browser/next-task.ts';
import { monacoLayers } from './monaco/monaco-layers.ts';

/** The editor of the rule, made ready step by step, so that no step holds the page up for long. */
export async function loadEditor(): Promise<typeof import('./RuleEditor.tsx').RuleEditor> {
  // Asked for together, each runs when it and those below it have come, in a task of its own.
  const layers = monacoLayers.map((load) => load());
  const [{ preparations, RuleEditor }] = await Promise.all([import('./RuleEditor.tsx'), ...layers]);
  for (const prepare of preparations) {
    await nextTask();
    prepare();
  }
  await nextTask();
  return RuleEditor;
}
