import { NOWHERE, type Span, spanEnd } from '../base/span.ts';
import type { TextEdit } from '../base/text-edit.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { type ExclusionComment, formatExclusionComment } from '../rule/exclusion-comment.ts';
import { sectionMarkers } from '../rule/exclusion-sections.ts';
import { linesOf } from '../rule/text-lines.ts';
import type { ExclusionEffect } from './exclusion-candidate.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { exclusionKql } from './exclusion-kql.ts';

/**
 * The edit of an exclusions text that adds an exclusion under its comment: before the last End marker, else at the end.
 *
 * @throws QueryError `reason-needed` when it hides a labelled TP and the comment gives no reason
 */
export function writeExclusion(
  conditions: readonly ExclusionCondition[],
  comment: ExclusionComment,
  { tpHidden }: ExclusionEffect,
  text: string,
): TextEdit {
  if (tpHidden > 0 && (comment.tags.reason ?? '').trim() === '') {
    const rows = tpHidden === 1 ? 'a row labelled' : `${tpHidden} rows labelled`;
    throw invalid('reason-needed', `This exclusion hides ${rows} TP: it needs a reason`, NOWHERE);
  }
  const step = `${formatExclusionComment(comment)}${exclusionKql(conditions)}\n`;
  const markers = sectionMarkers(linesOf(text));
  const end = markers.filter(({ kind }) => kind === 'end').at(-1);
  const position = end?.start ?? text.length;
  const before = text.slice(0, position);
  const ownLine = before === '' || before.endsWith('\n') ? '' : '\n';
  return { span: { start: position, length: 0 }, text: `${ownLine}${step}` };
}

/** An edit of a part of a text as an edit of the whole. */
export function shiftEdit({ span, text }: TextEdit, part: Span): TextEdit {
  return { span: { start: part.start + Math.min(span.start, spanEnd(part)), length: span.length }, text };
}
