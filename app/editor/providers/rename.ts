import { asOneEdit } from '../../stores/history/history-store.ts';
import { useRuleStore } from '../../stores/rule/rule-store.ts';
import { languageClient } from '../../workers/language.ts';
import { RequestError } from '../../workers/request-error.ts';
import { KUSTO } from '../monaco/kusto-language.ts';
import { type editor, languages } from '../monaco/monaco.ts';
import { locate, placeOf, queryPosition } from '../query-place.ts';
import { applyToModel } from '../rule-models.ts';

/**
 * Renames a `let` or a computed column in every segment that names it. It is done here, and monaco is given nothing to do:
 * so it is one edit to undo, in whatever segments it is.
 */
export function registerRename(): void {
  languages.registerRenameProvider(KUSTO, {
    async provideRenameEdits(model, position, name) {
      const { text } = placeOf(model);
      try {
        const params = { text, position: queryPosition(model, position), name };
        const edits = await languageClient().request('rename', params);
        if (useRuleStore.getState().query.text !== text) return rejected('The rule has changed since: rename it again');
        const operations = new Map<editor.ITextModel, editor.IIdentifiedSingleEditOperation[]>();
        for (const edit of edits) {
          const target = locate(edit.span);
          operations.set(target.model, [
            ...(operations.get(target.model) ?? []),
            { range: target.range, text: edit.text },
          ]);
        }
        asOneEdit(`Rename to ${name}`, () => {
          for (const [target, own] of operations) applyToModel(target, own);
        });
        return { edits: [] };
      } catch (error) {
        return rejected(error instanceof RequestError ? error.message : 'The rename failed');
      }
    },
  });
}

function rejected(rejectReason: string) {
  return { edits: [], rejectReason };
}
