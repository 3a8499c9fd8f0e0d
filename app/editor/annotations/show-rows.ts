import type { Count } from '../../../rule-engine/index.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { exclusionName } from '../../stores/evaluation/exclusion-names.ts';
import { showCountedRows } from '../../stores/rows/counted-rows.ts';
import { editor, KeyCode, KeyMod } from '../monaco/monaco.ts';
import { queryPosition } from '../query-place.ts';
import { annotationFeed } from './live-annotations.ts';

const COMMAND = 'penumbra.showCountedRows';

/** A link in a hover that shows the rows of a count. `id`: that of its annotation. */
export function showRowsLink(id: string): string {
  return `[Show these rows](command:${COMMAND}?${encodeURIComponent(JSON.stringify([id]))})`;
}

/** What those links do. Once a page. */
export function registerShowRows(): void {
  editor.registerCommand(COMMAND, (_accessor: unknown, id: unknown) => {
    if (typeof id === 'string') showRowsOf(id);
  });
}

/** The same by keyboard and menu, for the literal or the exclusion at the caret. */
export function addShowRowsAction(shown: editor.IStandaloneCodeEditor): void {
  shown.addAction({
    id: 'penumbra.showRowsAtCaret',
    label: 'Show the rows that this matches',
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    contextMenuGroupId: 'navigation',
    run: () => {
      const model = shown.getModel();
      const position = shown.getPosition();
      if (model === null || position === null) return;
      const at = queryPosition(model, position);
      const isThere = ({ span }: { readonly span: { readonly start: number; readonly length: number } }): boolean =>
        at >= span.start && at <= span.start + span.length;
      const { literals, exclusions } = annotationFeed().current();
      const literal = literals.find(isThere);
      if (literal !== undefined) return showRowsOf(`literal ${literal.index}`);
      const exclusion = exclusions.find(isThere);
      if (exclusion !== undefined) showRowsOf(`exclusion ${exclusion.index}`);
    },
  });
}

/** Shows the rows that an annotation counts: those that a literal matches, or that an exclusion removes. */
export function showRowsOf(id: string): void {
  const result = lastResult(useEvaluationStore.getState());
  const [kind, index] = id.split(' ');
  if (result === undefined) return;
  const { run, literals } = result.evaluation;
  const show = (count: Count, title: string): void => void showCountedRows({ run, count, title });
  if (kind === 'literal') {
    const literal = Number(index);
    show({ kind, literal, part: 'rows' }, `Rows that “${literals[literal]?.text}” matches`);
  } else if (kind === 'exclusion') {
    const exclusion = Number(index);
    show({ kind, exclusion, part: 'removed' }, `Rows that “${exclusionName(result, exclusion)}” removes`);
  }
}
