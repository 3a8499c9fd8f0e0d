import { segmentNames } from '../../rule-engine/index.ts';
import { asOneEdit } from '../stores/history/history-store.ts';
import { useRuleStore } from '../stores/rule/rule-store.ts';
import { languageClient } from '../workers/language.ts';
import { type editor, KeyCode, KeyMod } from './monaco/monaco.ts';
import { placeOf, rangeIn } from './query-place.ts';
import { applyToModel, ruleModels } from './rule-models.ts';

/** Formats all segments. A text that was changed meanwhile is left as it is. */
export async function formatRule(): Promise<void> {
  const { query } = useRuleStore.getState();
  const edits = await Promise.all(
    segmentNames.map((name) => languageClient().request('format', { text: query.text, span: query.spans[name] })),
  );
  if (useRuleStore.getState().query !== query) return;
  // All places are found before the first edit moves them.
  const operations = segmentNames.map((name, index) => {
    const model = ruleModels().model(name);
    const place = placeOf(model);
    return edits[index].flatMap(({ span, text }) => {
      const range = rangeIn(model, place, span);
      return range === undefined ? [] : [{ range, text }];
    });
  });
  asOneEdit('Format the rule', () => {
    for (const [index, name] of segmentNames.entries()) applyToModel(ruleModels().model(name), operations[index]);
  });
}

/** The same by key and menu, in place of what would format one segment. */
export function addFormatRuleAction(shown: editor.IStandaloneCodeEditor): void {
  shown.addAction({
    id: 'penumbra.formatRule',
    label: 'Format the rule',
    keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
    contextMenuGroupId: '1_modification',
    run: () => formatRule(),
  });
}
