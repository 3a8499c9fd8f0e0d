import type { ClassifiedSpan, SyntaxClass } from '../../../rule-engine/index.ts';
import { isLanguageStarted } from '../../workers/language.ts';
import { KUSTO } from '../monaco/kusto-language.ts';
import { CancellationTokenSource, type editor, languages } from '../monaco/monaco.ts';
import { placeOf } from '../query-place.ts';
import { ask } from './ask.ts';
import { encodeTokens } from './semantic-tokens.ts';

const tokenTypes: readonly SyntaxClass[] = [
  'table',
  'column',
  'function',
  'parameter',
  'variable',
  'keyword',
  'operator',
  'query-operator',
  'type',
  'option',
];

/** Colours names by what they are bound to. `onDidChange` fires when another segment may have changed that. */
export function registerSemanticColors(onDidChange: (listener: () => void) => { dispose(): void }): void {
  languages.registerDocumentSemanticTokensProvider(KUSTO, {
    onDidChange,
    getLegend: () => ({ tokenTypes: [...tokenTypes], tokenModifiers: [] }),
    async provideDocumentSemanticTokens(model, _last, token) {
      // Colours are no reason to start the worker before the first hits.
      if (!isLanguageStarted()) return null;
      const place = placeOf(model);
      const outdated = new CancellationTokenSource(token);
      const watch = model.onDidChangeContent(() => outdated.cancel());
      const classified = await ask('classify', { text: place.text }, outdated.token);
      watch.dispose();
      outdated.dispose();
      if (model.isDisposed()) return null;
      // Monaco's word for "keep the colours and ask again": the spans are of a text that is no more.
      if (classified === undefined) throw new Error('busy');
      return { data: encode(model, place.span.start, place.span.length, classified) };
    },
    releaseDocumentSemanticTokens: () => undefined,
  });
}

function encode(
  model: editor.ITextModel,
  start: number,
  length: number,
  classified: readonly ClassifiedSpan[],
): Uint32Array {
  const tokens = classified
    .filter(({ span }) => span.start >= start && span.start + span.length <= start + length)
    .map(({ span, kind }) => {
      const { lineNumber, column } = model.getPositionAt(span.start - start);
      return { line: lineNumber - 1, character: column - 1, length: span.length, type: tokenTypes.indexOf(kind) };
    });
  return encodeTokens(tokens);
}
