import type { RuleTab } from '../stores/rule/rule-tab.ts';
import { optionsOfTab } from './editor-options.ts';
import type { editor } from './monaco/monaco.ts';
import { ruleModels } from './rule-models.ts';

const states = new WeakMap<editor.ICodeEditor, Map<RuleTab, editor.ICodeEditorViewState | null>>();

/** Shows another of the rule's texts in an editor, scrolled and selected as it was left. */
export function switchTab(shown: editor.IStandaloneCodeEditor, tab: RuleTab): void {
  const model = ruleModels().model(tab);
  const old = shown.getModel();
  if (old === model) return;
  const left = states.get(shown) ?? new Map<RuleTab, editor.ICodeEditorViewState | null>();
  states.set(shown, left);
  const oldTab = old === null ? undefined : ruleModels().tabOf(old);
  if (oldTab !== undefined) left.set(oldTab, shown.saveViewState());
  const { placeholder, ...options } = optionsOfTab(tab);
  // Monaco asks whether a text is empty by its version alone: a text of the old one's version would keep its placeholder.
  shown.updateOptions({ ...options, placeholder: '' });
  shown.setModel(model);
  shown.updateOptions({ placeholder });
  shown.restoreViewState(left.get(tab) ?? null);
}
