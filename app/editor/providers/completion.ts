import type { CompletionItem } from '../../../rule-engine/index.ts';
import { KUSTO } from '../monaco/kusto-language.ts';
import { languages } from '../monaco/monaco.ts';
import { placeOf, rangeIn } from '../query-place.ts';
import { ask } from './ask.ts';

const kinds: Readonly<Record<CompletionItem['kind'], languages.CompletionItemKind>> = {
  table: languages.CompletionItemKind.Struct,
  column: languages.CompletionItemKind.Field,
  function: languages.CompletionItemKind.Function,
  aggregate: languages.CompletionItemKind.Method,
  operator: languages.CompletionItemKind.Operator,
  keyword: languages.CompletionItemKind.Keyword,
  variable: languages.CompletionItemKind.Variable,
  literal: languages.CompletionItemKind.Value,
  plugin: languages.CompletionItemKind.Module,
  other: languages.CompletionItemKind.Text,
};

/** A blank opens the list only where a name or an operator must follow; elsewhere it would be in the way. */
const OPENS_LIST = /(?:\||\b(?:where|filter|extend|project(?:-[a-z]+)?|summarize|by|and|or|distinct|join|union|on))\s$/;

/** Names and operators that can stand at the caret. */
export function registerCompletion(): void {
  languages.registerCompletionItemProvider(KUSTO, {
    triggerCharacters: [' ', '.', '|', '('],
    async provideCompletionItems(model, position, context, token) {
      const line = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      if (context.triggerCharacter === ' ' && !OPENS_LIST.test(line)) return { suggestions: [] };
      const place = placeOf(model);
      const caret = place.span.start + model.getOffsetAt(position);
      const items = await ask('complete', { text: place.text, position: caret }, token);
      if (items === undefined || model.isDisposed()) return { suggestions: [] };
      return {
        suggestions: items.flatMap((item) => {
          const range = rangeIn(model, place, item.replace);
          return range === undefined ? [] : [{ ...suggestionOf(item), range }];
        }),
      };
    },
  });
}

function suggestionOf(item: CompletionItem): Omit<languages.CompletionItem, 'range'> {
  const isCall = item.kind === 'function' || item.kind === 'aggregate';
  const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
  return {
    label: isCall ? { label: item.label, detail: item.detail } : { label: item.label, description: item.detail },
    kind: kinds[item.kind],
    insertText: `${escaped(item.before)}$0${escaped(item.after)}`,
    insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
    sortText: item.sortText,
    ...(isCall ? { command: { id: 'editor.action.triggerParameterHints', title: 'Show parameters' } } : {}),
  };
}
