import {
  applyEdits,
  type ComposedQuery,
  type Segments,
  type Span,
  type TextEdit,
  toSegmentSpans,
} from '../../../rule-engine/index.ts';

/** The segments after edits of the whole query. An edit lies in the segment where it begins. */
export function segmentsAfter(query: ComposedQuery, segments: Segments, edits: readonly TextEdit[]): Segments {
  const bySegment = new Map<keyof Segments, TextEdit[]>();
  for (const { span, text } of edits) {
    const [part] = toSegmentSpans(query, span);
    bySegment.set(part.segment, [...(bySegment.get(part.segment) ?? []), { span: part.span, text }]);
  }
  const next = { ...segments };
  for (const [segment, own] of bySegment) next[segment] = applyEdits(segments[segment], own);
  return next;
}

/** Where a span stands after edits: those before it move it, those within stretch it. */
export function movedBy(span: Span, edits: readonly TextEdit[]): Span {
  let { start, length } = span;
  for (const edit of edits) {
    const growth = edit.text.length - edit.span.length;
    const end = edit.span.start + edit.span.length;
    if (end <= span.start && edit.span.start < span.start) start += growth;
    else if (edit.span.start >= span.start && end <= span.start + span.length) length += growth;
  }
  return { start, length };
}
