import { KUSTO } from '../monaco/kusto-language.ts';
import { languages } from '../monaco/monaco.ts';
import { locate, placeOf, querySpan } from '../query-place.ts';
import { ask } from './ask.ts';

/** Repairs of the faults under the caret. */
export function registerQuickFixes(): void {
  languages.registerCodeActionProvider(
    KUSTO,
    {
      async provideCodeActions(model, range, context, token) {
        const nothing = { actions: [], dispose: () => undefined };
        const place = placeOf(model);
        if (context.markers.length === 0 || place.tab === undefined || place.tab === 'whole') return nothing;
        const fixes = await ask('fixes', { text: place.text, span: querySpan(model, range) }, token);
        if (fixes === undefined || model.isDisposed()) return nothing;
        const actions = fixes.map(({ title, edits }, index) => ({
          title,
          kind: 'quickfix',
          isPreferred: index === 0,
          diagnostics: context.markers,
          edit: {
            edits: edits.map((edit) => {
              const target = locate(edit.span);
              return {
                resource: target.model.uri,
                textEdit: { range: target.range, text: edit.text },
                versionId: target.model.getVersionId(),
              };
            }),
          },
        }));
        return { ...nothing, actions };
      },
    },
    { providedCodeActionKinds: ['quickfix'] },
  );
}
