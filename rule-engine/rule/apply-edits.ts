import { spanEnd } from '../base/span.ts';
import type { TextEdit } from '../base/text-edit.ts';

/** The text after edits that do not overlap. All spans are of the text before. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = spanEnd(edit.span);
  }
  return result + text.slice(at);
}
