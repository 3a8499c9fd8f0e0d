import { RequestError } from '../../engine/client.ts';
import { languageClient } from '../language.ts';
import { KUSTO } from '../monaco/kusto-language.ts';
import { languages } from '../monaco/monaco.ts';
import { locate, placeOf, queryPosition } from '../query-place.ts';

/** Renames a `let` or a computed column in every segment that names it. */
export function registerRename(): void {
  languages.registerRenameProvider(KUSTO, {
    async provideRenameEdits(model, position, newName) {
      const params = { text: placeOf(model).text, position: queryPosition(model, position), name: newName };
      try {
        const edits = await languageClient().request('rename', params);
        return {
          edits: edits.map((edit) => {
            const target = locate(edit.span);
            return {
              resource: target.model.uri,
              textEdit: { range: target.range, text: edit.text },
              versionId: target.model.getVersionId(),
            };
          }),
        };
      } catch (error) {
        return { edits: [], rejectReason: error instanceof RequestError ? error.message : 'The rename failed' };
      }
    },
  });
}
