import { applyEdits, type RuleDifference, type TextEdit } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import type { EvaluatedQuery } from '../evaluation/evaluation-store.ts';
import { asOneEdit } from '../history/history-store.ts';
import { tell } from '../notices/notice-store.ts';
import { compileText } from '../rule/compile-text.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { movedBy, segmentsAfter } from './rule-edits.ts';

/** What edits of an evaluated query would do. Its `lost` rows are those that the edits add, `gained` those they take. */
export async function previewEdits(
  { evaluation, query }: EvaluatedQuery,
  edits: readonly TextEdit[],
): Promise<RuleDifference> {
  const plan = await compileText(applyEdits(query.text, edits));
  if (!plan) throw new Error('the text with the edit has an error');
  const { exclusions } = query.spans;
  return engine.request('compare', { run: evaluation.run, other: { plan, exclusions: movedBy(exclusions, edits) } });
}

/** Makes edits of an evaluated query in the editors, to be undone at will. Nothing happens when the text has moved on. */
export function acceptEdits({ query }: EvaluatedQuery, title: string, edits: readonly TextEdit[]): void {
  const { query: newest, segments, actions } = useRuleStore.getState();
  if (newest.text !== query.text) {
    tell('The rule has changed since: look at the edit again', 'error');
    return;
  }
  const plain = title.replaceAll('`', '');
  asOneEdit(plain, () => actions.setSegments(segmentsAfter(query, segments, edits)));
  tell(`${plain}. Ctrl+Z undoes it`);
}
