import type { Span } from '../../base/span.ts';
import { items, language } from '../load.ts';
import { type Code, codeService, textOfCode } from './code-service.ts';
import { operatorHelp } from './operator-help.ts';

/** What is known of the element at a position. */
export interface Hover {
  readonly span: Span;
  /** CommonMark. */
  readonly markdown: string;
}

/** A `let` of a long list is shown by its beginning. */
const LONGEST_CODE = 400;

/** What the element at a position is: its type, its value when it is a `let`, its description. Null when it is nothing. */
export function hoverAt(code: Code, position: number): Hover | null {
  const service = codeService(code);
  const element = service.GetElement(position);
  const span = { start: element.Start, length: element.Length };
  const word = textOfCode(code).slice(span.start, span.start + span.length);
  const help = operatorHelp(word);
  if (help !== undefined) return { span, markdown: `\`${word}\`: ${help}.` };
  const options = language.Editor.QuickInfoOptions.Default?.WithShowDiagnostics(false) ?? null;
  const texts = items<Kusto.Language.Editor.QuickInfoItem>(service.GetQuickInfo(position, options)?.Items)
    .map((item) => item.Text ?? '')
    .filter((text) => text !== '');
  if (texts.length === 0) return null;
  return { span, markdown: texts.map(toMarkdown).join('\n\n') };
}

/** The service gives the declaration, then a blank line, then its description. */
function toMarkdown(text: string): string {
  const [declaration = '', ...description] = text.split(/\r?\n\r?\n/);
  const shown = declaration.length > LONGEST_CODE ? `${declaration.slice(0, LONGEST_CODE)} …` : declaration;
  return [`~~~~kusto\n${shown}\n~~~~`, ...description.map(escapeMarkdown)].join('\n\n');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
