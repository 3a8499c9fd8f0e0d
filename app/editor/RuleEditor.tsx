import { useEffect, useRef } from 'react';
import { nextTask } from '../browser/next-task.ts';
import type { RuleTab } from '../stores/rule/rule-tab.ts';
import { showAnnotations } from './annotations/annotation-view.ts';
import { registerCountHover } from './annotations/count-hover.ts';
import { addShowRowsAction, registerShowRows } from './annotations/show-rows.ts';
import './editor.css';
import { optionsOfTab, ruleEditorOptions } from './editor-options.ts';
import { addFormatRuleAction } from './format-rule.ts';
import { pasteLongInput } from './long-input.ts';
import { registerKusto } from './monaco/kusto-language.ts';
import { editor } from './monaco/monaco.ts';
import { followTheme } from './monaco/themes.ts';
import { registerWaiting } from './monaco/waiting.ts';
import { registerProviders } from './providers/register-providers.ts';
import { followReveals, openDefinitionsIn } from './reveal.ts';
import { ruleModels } from './rule-models.ts';
import { switchTab } from './switch-tab.ts';

/** What the first editor needs besides, once a page; each a task of its own. */
export const preparations: readonly (() => void)[] = [
  registerWaiting,
  registerKusto,
  registerProviders,
  registerShowRows,
  registerCountHover,
  followTheme,
  pasteLongInput,
  ruleModels,
];

/** The editor of the rule: one segment, or the whole query to read. Its texts are the rule store's. */
export function RuleEditor({ tab }: { readonly tab: RuleTab }) {
  const container = useRef<HTMLDivElement>(null);
  const shown = useRef<editor.IStandaloneCodeEditor>(undefined);
  const firstTab = useRef(tab);
  useEffect(() => {
    if (container.current === null) return;
    const mounted = mountEditor(container.current, firstTab.current);
    shown.current = mounted.shown;
    return mounted.dispose;
  }, []);
  useEffect(() => {
    if (shown.current !== undefined) switchTab(shown.current, tab);
  }, [tab]);
  return <div ref={container} className="rule-editor" />;
}

function mountEditor(container: HTMLElement, tab: RuleTab) {
  const shown = editor.create(container, { ...ruleEditorOptions, ...optionsOfTab(tab), model: null });
  addShowRowsAction(shown);
  addFormatRuleAction(shown);
  const stops = [followReveals(shown), openDefinitionsIn(shown)];
  let isDisposed = false;
  const fill = async (): Promise<void> => {
    await nextTask();
    if (isDisposed) return;
    if (shown.getModel() === null) shown.setModel(ruleModels().model(tab));
    await nextTask();
    if (!isDisposed) stops.push(showAnnotations(shown));
    // Monaco measures characters once, maybe before the web font is there.
    await document.fonts.ready;
    editor.remeasureFonts();
  };
  void fill();
  const dispose = (): void => {
    isDisposed = true;
    for (const stop of stops) stop();
    shown.dispose();
  };
  return { shown, dispose };
}
