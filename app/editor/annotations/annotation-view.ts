import { useRuleStore } from '../../stores/rule/rule-store.ts';
import type { editor } from '../monaco/monaco.ts';
import { ruleModels } from '../rule-models.ts';
import { annotationsOf, spanOfTab, within } from './annotations-of.ts';
import { flowLines } from './flow.ts';
import { FlowZones } from './flow-zones.ts';
import { LabelDecorations } from './label-decorations.ts';
import { layOut, type PlacedLabel } from './layout.ts';
import { annotationFeed } from './live-annotations.ts';
import { showRowsOf } from './show-rows.ts';
import { StaleCounts } from './stale-counts.ts';

/** Shows the counts of the last evaluation in an editor, in whichever model it holds. Returns how to stop. */
export function showAnnotations(shown: editor.IStandaloneCodeEditor): () => void {
  const decorations = new LabelDecorations();
  const zones = new FlowZones(shown);
  const staleCounts = new StaleCounts(shown.getContainerDomNode());
  let labels: readonly PlacedLabel[] = [];
  const render = (): void => {
    const model = shown.getModel();
    const tab = model === null ? undefined : ruleModels().tabOf(model);
    if (model === null || tab === undefined) return;
    const live = annotationFeed().current();
    const { query } = useRuleStore.getState();
    labels = layOut(model.getValue(), annotationsOf(query, tab, live));
    decorations.show(model, labels);
    const steps = within(live.steps, spanOfTab(query, tab));
    const except = tab === 'whole' ? query.spans.exclusions : undefined;
    const lines = tab === 'exclusions' ? [] : flowLines(model.getValue(), steps, except);
    zones.show(lines);
    staleCounts.show(live.isStale);
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
    staleCounts.stop();
    decorations.clear();
    click.dispose();
    modelChange.dispose();
  };
}
