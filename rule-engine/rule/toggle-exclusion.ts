import { spanEnd } from '../base/span.ts';
import type { TextEdit } from '../base/text-edit.ts';
import { bracketBalance, continuationMark, showsContinuation } from './commented-steps.ts';
import type { Exclusion } from './exclusions.ts';
import { type Line, lineStartingAt, linesOf } from './text-lines.ts';

/**
 * The edits that switch an exclusion off (its lines become comments) or on again. Off and on gives the same text, to the
 * character; only a step that shares a line with another one is first given lines of its own.
 */
export function toggleExclusion(text: string, exclusion: Exclusion): readonly TextEdit[] {
  const lines = linesOf(text);
  const first = lineStartingAt(lines, exclusion.span.start);
  const last = lineStartingAt(lines, spanEnd(exclusion.span));
  const own = lines.slice(first, last + 1);
  return exclusion.enabled ? switchOff(text, exclusion, own) : own.map(switchOn);
}

function switchOn(line: Line): TextEdit {
  const blank = /^[ \t]/.test(line.comment ?? '') ? 1 : 0;
  return { span: { start: line.start + line.indent.length, length: 2 + blank }, text: '' };
}

function switchOff(text: string, { span }: Exclusion, own: readonly Line[]): readonly TextEdit[] {
  const contents = own.map((line) => text.slice(Math.max(line.start, span.start), line.end));
  const balances = contents.map(bracketBalance);
  const closes = balances.reduce((depth, balance) => Math.max(0, depth + balance), 0) === 0;
  let depth = 0;
  const edits = own.map((line, index): TextEdit => {
    if (index === 0) {
      depth = Math.max(0, balances[0]);
      const shares = text.slice(line.start, span.start).trim() !== '';
      return shares ? insert(span.start, '\n// ') : insert(line.start, '// ');
    }
    const shown = closes && (depth > 0 || showsContinuation(contents[index]));
    depth = Math.max(0, depth + balances[index]);
    if (!shown) return insert(line.start, continuationMark);
    return insert(line.start, contents[index] === '' ? '//' : '// ');
  });
  const behind = text.slice(spanEnd(span), own[own.length - 1].end).trimStart();
  return behind === '' || behind.startsWith('//') ? edits : [...edits, insert(spanEnd(span), '\n')];
}

function insert(start: number, text: string): TextEdit {
  return { span: { start, length: 0 }, text };
}
