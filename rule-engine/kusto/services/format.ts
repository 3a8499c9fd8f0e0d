import type { Span } from '../../base/span.ts';
import { spanContains } from '../../base/span.ts';
import type { TextEdit } from '../../base/text-edit.ts';
import { language } from '../load.ts';
import { type Code, codeService, textOfCode } from './code-service.ts';

/**
 * Formats the query, or the part of it in `within`: edits of white space alone, so that a comment, a literal or the
 * place where one segment ends and the next begins is never touched. Empty when nothing is to be changed.
 */
export function formatQuery(code: Code, within?: Span): TextEdit[] {
  const { BrackettingStyle, FormattingOptions, PlacementStyle } = language.Editor;
  const options = FormattingOptions.Default?.WithIndentationSize(2)
    ?.WithInsertMissingTokens(false)
    ?.WithBrackettingStyle(BrackettingStyle.None)
    ?.WithPipeOperatorStyle(PlacementStyle.NewLine);
  const text = textOfCode(code);
  const formatted = codeService(code).GetFormattedText(options ?? null, 0)?.Text ?? text;
  // Microsoft's formatter breaks lines with \r\n, whatever the text does.
  const edits = whitespaceEdits(text, text.includes('\r\n') ? formatted : formatted.replaceAll('\r\n', '\n'));
  return within === undefined ? edits : edits.filter(({ span }) => spanContains(within, span));
}

/** The edits that lead from one text to another that differs in white space only; none when more differs. */
function whitespaceEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const start = i;
    const from = j;
    while (isSpace(before[i])) i++;
    while (isSpace(after[j])) j++;
    const text = after.slice(from, j);
    if (before.slice(start, i) !== text) edits.push({ span: { start, length: i - start }, text });
    if (before[i] !== after[j]) return [];
    if (i >= before.length) break;
    i++;
    j++;
  }
  return edits;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
