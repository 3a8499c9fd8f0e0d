import { KUSTO } from '../monaco/kusto-language.ts';
import { editor, type IRange, languages, Range } from '../monaco/monaco.ts';
import { locate, placeOf, querySpan } from '../query-place.ts';
import { ask } from './ask.ts';

/** Repairs of the faults on the caret's line: Microsoft's parser marks one sign of `x !has_any (…)`, far from the caret. */
export function registerQuickFixes(): void {
  languages.registerCodeActionProvider(
    KUSTO,
    {
      async provideCodeActions(model, range, context, token) {
        const nothing = { actions: [], dispose: () => undefined };
        const place = placeOf(model);
        if (place.tab === undefined || place.tab === 'whole') return nothing;
        const lines = wholeLines(model, range);
        const isFaulty = editor
          .getModelMarkers({ resource: model.uri })
          .some((marker) => lines.intersectRanges(marker));
        if (!isFaulty) return nothing;
        const fixes = await ask('fixes', { text: place.text, span: querySpan(model, lines) }, token);
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

function wholeLines(model: editor.ITextModel, { startLineNumber, endLineNumber }: IRange): Range {
  return new Range(startLineNumber, 1, endLineNumber, model.getLineMaxColumn(endLineNumber));
}
