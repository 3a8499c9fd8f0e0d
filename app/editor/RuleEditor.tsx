import { useEffect, useRef } from 'react';
import type { RuleTab } from '../stores/view-store.ts';
import { showAnnotations } from './annotations/annotation-view.ts';
import { addShowRowsAction, registerShowRows } from './annotations/show-rows.ts';
import './editor.css';
import { optionsOfTab, ruleEditorOptions } from './editor-options.ts';
import { addFormatRuleAction } from './format-rule.ts';
import { editor } from './monaco/monaco.ts';
import { followTheme } from './monaco/themes.ts';
import { registerProviders } from './providers/register-providers.ts';
import { followReveals, openDefinitionsIn } from './reveal.ts';
import { ruleModels } from './rule-models.ts';
import { switchTab } from './switch-tab.ts';

registerProviders();
registerShowRows();
followTheme();

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
  const shown = editor.create(container, {
    ...ruleEditorOptions,
    ...optionsOfTab(tab),
    model: ruleModels().model(tab),
  });
  addShowRowsAction(shown);
  addFormatRuleAction(shown);
  const stops = [showAnnotations(shown), followReveals(shown), openDefinitionsIn(shown)];
  // Monaco measures characters once, maybe before the web font is there.
  void document.fonts.ready.then(() => editor.remeasureFonts());
  const dispose = (): void => {
    for (const stop of stops) stop();
    shown.dispose();
  };
  return { shown, dispose };
}
