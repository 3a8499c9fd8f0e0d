import type { Span } from '../../../rule-engine/index.ts';
import { KUSTO } from '../monaco/kusto-language.ts';
import { type editor, languages } from '../monaco/monaco.ts';
import { placeOf, querySpan, rangeIn } from '../query-place.ts';
import { ask } from './ask.ts';

/** Formats a segment, or a selection in it; what stands in other segments is left alone. */
export function registerFormatting(): void {
  languages.registerDocumentFormattingEditProvider(KUSTO, {
    displayName: 'KQL',
    provideDocumentFormattingEdits: (model, _options, token) => format(model, placeOf(model).span, token),
  });
  languages.registerDocumentRangeFormattingEditProvider(KUSTO, {
    displayName: 'KQL',
    provideDocumentRangeFormattingEdits: (model, range, _options, token) =>
      format(model, querySpan(model, range), token),
  });
}

async function format(
  model: editor.ITextModel,
  span: Span,
  token: Parameters<typeof ask>[2],
): Promise<languages.TextEdit[]> {
  const place = placeOf(model);
  const edits = await ask('format', { text: place.text, span }, token);
  if (edits === undefined || model.isDisposed()) return [];
  return edits.flatMap((edit) => {
    const range = rangeIn(model, place, edit.span);
    return range === undefined ? [] : [{ range, text: edit.text }];
  });
}
