import {
  applyEdits,
  type ComposedQuery,
  type Segments,
  type TextEdit,
  toSegmentSpans,
} from '../../rule-engine/index.ts';

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
