import type { Span } from '../../rule-engine/index.ts';
import { useRuleStore } from '../stores/rule/rule-store.ts';
import { type Reveal, useViewStore } from '../stores/view/view-store.ts';
import { spanAfter } from './annotations/text-change.ts';
import { editor, type IRange, Range } from './monaco/monaco.ts';
import { locate } from './query-place.ts';
import { ruleModels } from './rule-models.ts';
import { switchTab } from './switch-tab.ts';

const FLASH_MILLISECONDS = 1200;

/** Shows a range of a model in the editor, in the tab that the model belongs to. */
function showRange(shown: editor.IStandaloneCodeEditor, model: editor.ITextModel, range: IRange): void {
  const tab = ruleModels().tabOf(model);
  if (tab !== undefined) {
    useViewStore.getState().actions.setRuleTab(tab);
    switchTab(shown, tab);
  }
  shown.setSelection(range);
  shown.revealRangeInCenterIfOutsideViewport(range, editor.ScrollType.Immediate);
  shown.focus();
}

/** Follows what the rest of the page asks to be shown: a literal behind a mark in the grid, a condition of the evidence. */
export function followReveals(shown: editor.IStandaloneCodeEditor): () => void {
  const flash = shown.createDecorationsCollection();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let revealed: IRange | undefined;
  // What comes up beside the editor's text may take the place that was revealed.
  const layout = shown.onDidLayoutChange(() => {
    if (revealed) shown.revealRangeInCenterIfOutsideViewport(revealed, editor.ScrollType.Immediate);
  });
  const follow = (reveal: Reveal | undefined): void => {
    const span = reveal && newestSpan(reveal);
    if (span === undefined) return;
    const { model, range } = locate(span);
    showRange(shown, model, range);
    flash.set([{ range, options: { className: 'reveal-flash' } }]);
    revealed = range;
    clearTimeout(timer);
    timer = setTimeout(() => {
      flash.clear();
      revealed = undefined;
    }, FLASH_MILLISECONDS);
  };
  const stop = useViewStore.subscribe((now, before) => {
    if (now.reveal !== before.reveal) follow(now.reveal);
  });
  return () => {
    clearTimeout(timer);
    layout.dispose();
    stop();
  };
}

/** Where a place of an older query stands in the newest text; undefined when an edit took it. */
function newestSpan({ segment, span, query }: Reveal): Span | undefined {
  const start = query.spans[segment].start + span.start;
  const newest = useRuleStore.getState().query.text;
  return ruleModels()
    .log.changesSince(query.text, newest)
    .reduce<Span | undefined>((at, change) => at && spanAfter(at, change), { start, length: span.length });
}

/** Lets a definition in another segment be shown in this editor. */
export function openDefinitionsIn(shown: editor.IStandaloneCodeEditor): () => void {
  const opener = editor.registerEditorOpener({
    openCodeEditor(_source, resource, selection) {
      const tab = ruleModels().tabOf({ uri: resource });
      if (tab === undefined) return false;
      const range = selection === undefined || 'startColumn' in selection ? selection : Range.fromPositions(selection);
      showRange(shown, ruleModels().model(tab), range ?? new Range(1, 1, 1, 1));
      return true;
    },
  });
  return () => opener.dispose();
}
