import { useRuleStore } from '../../stores/rule-store.ts';
import type { RuleTab } from '../../stores/view-store.ts';
import { editor, Range } from '../monaco/monaco.ts';
import { rangeOf } from '../query-place.ts';
import { ruleModels } from '../rule-models.ts';
import { annotationsOf, spanOfTab, within } from './annotations-of.ts';
import { flowLines } from './flow.ts';
import { FlowZones } from './flow-zones.ts';
import { exclusionSentence, literalSentence } from './labels.ts';
import { layOut, type PlacedLabel } from './layout.ts';
import { annotationFeed, type LiveAnnotations } from './live-annotations.ts';
import { showRowsLink, showRowsOf } from './show-rows.ts';

/** Shows the counts of the last evaluation in an editor, in whichever model it holds. Returns how to stop. */
export function showAnnotations(shown: editor.IStandaloneCodeEditor): () => void {
  const decorations = shown.createDecorationsCollection();
  const zones = new FlowZones(shown);
  let labels: readonly PlacedLabel[] = [];
  const render = (): void => {
    const model = shown.getModel();
    const tab = model === null ? undefined : ruleModels().tabOf(model);
    if (model === null || tab === undefined) return;
    const live = annotationFeed().current();
    const { query } = useRuleStore.getState();
    labels = layOut(model.getValue(), annotationsOf(query, tab, live));
    decorations.set([
      ...labels.map((label) => labelDecoration(model, label, live.isStale)),
      ...hovers(model, tab, live),
    ]);
    const steps = within(live.steps, spanOfTab(query, tab));
    const except = tab === 'whole' ? query.spans.exclusions : undefined;
    const lines = tab === 'exclusions' ? [] : flowLines(model.getValue(), steps, except);
    zones.show(lines, live.isStale);
  };
  const modelChange = shown.onDidChangeModel(() => {
    zones.forget();
    render();
  });
  const click = shown.onMouseDown(({ target }) => {
    const model = shown.getModel();
    if (model === null || target.position === null || !target.element?.classList.contains('annotation')) return;
    const offset = model.getOffsetAt(target.position);
    const label = labels.find((placed) => placed.offset === offset);
    if (label !== undefined) showRowsOf(label.id);
  });
  const stop = annotationFeed().subscribe(render);
  render();
  return () => {
    stop();
    click.dispose();
    modelChange.dispose();
  };
}

function labelDecoration(model: editor.ITextModel, label: PlacedLabel, isStale: boolean): editor.IModelDeltaDecoration {
  const { lineNumber, column } = model.getPositionAt(label.offset);
  const classes = ['annotation', `annotation-${label.tone}`];
  if (label.isInline) classes.push('annotation-inline');
  if (isStale) classes.push('annotation-stale');
  const { None } = editor.InjectedTextCursorStops;
  return {
    range: new Range(lineNumber, column, lineNumber, column),
    options: {
      showIfCollapsed: true,
      stickiness: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
      ...(label.gap === '' ? {} : { before: { content: label.gap, cursorStops: None } }),
      after: {
        content: label.text,
        inlineClassName: classes.join(' '),
        inlineClassNameAffectsLetterSpacing: true,
        cursorStops: None,
      },
    },
  };
}

/** What a count means, when the pointer rests on the literal or the exclusion. */
function hovers(model: editor.ITextModel, tab: RuleTab, live: LiveAnnotations): editor.IModelDeltaDecoration[] {
  const shown = spanOfTab(useRuleStore.getState().query, tab);
  const note = live.isStale ? '\n\n*Counted before the last edit.*' : '';
  return [
    ...within(live.literals, shown).map(({ index, count, span }) => ({
      range: rangeOf(model, span),
      options: {
        hoverMessage: {
          value: `${literalSentence(count)}${count.rows > 0 ? ` ${showRowsLink(`literal ${index}`)}` : ''}${note}`,
          isTrusted: true,
        },
      },
    })),
    ...within(live.exclusions, shown).map(({ index, count, span }) => ({
      range: rangeOf(model, span),
      options: {
        hoverMessage: {
          value: `${exclusionSentence(count)}${count.removed > 0 ? ` ${showRowsLink(`exclusion ${index}`)}` : ''}${note}`,
          isTrusted: true,
        },
      },
    })),
  ];
}
