import { lastResult, useEvaluationStore } from '../../stores/evaluation-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { editor, KeyCode, KeyMod } from '../monaco/monaco.ts';
import { queryPosition } from '../query-place.ts';
import { annotationFeed } from './live-annotations.ts';

const COMMAND = 'penumbra.showRowsOfLiteral';

/** A link in a hover that shows the rows which hold a literal's text. */
export function showRowsLink(literal: number): string {
  return `[Show these rows](command:${COMMAND}?${encodeURIComponent(JSON.stringify([literal]))})`;
}

/** What those links do. Once a page. */
export function registerShowRows(): void {
  editor.registerCommand(COMMAND, (_accessor: unknown, literal: unknown) => {
    if (typeof literal === 'number') showRows(literal);
  });
}

/** The same by keyboard and menu, for the literal at the caret. */
export function addShowRowsAction(shown: editor.IStandaloneCodeEditor): void {
  shown.addAction({
    id: 'penumbra.showRowsAtCaret',
    label: 'Show the rows that hold this text',
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    contextMenuGroupId: 'navigation',
    run: () => {
      const model = shown.getModel();
      const position = shown.getPosition();
      if (model === null || position === null) return;
      const at = queryPosition(model, position);
      const literal = annotationFeed()
        .current()
        .literals.find(({ span }) => at >= span.start && at <= span.start + span.length);
      if (literal !== undefined) showRows(literal.index);
    },
  });
}

function showRows(index: number): void {
  const literal = lastResult(useEvaluationStore.getState())?.evaluation.literals[index];
  if (literal === undefined) return;
  const { actions } = useViewStore.getState();
  actions.clearFilters();
  actions.setSearch(literal.text);
}
