/** A half-open range of UTF-16 code units of a text: `[start, start + length)`. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** The span of what stands in no text: a request that can't be met, an expression that no query holds. */
export const NOWHERE: Span = { start: 0, length: 0 };

/** The position one past the last code unit of a span. */
export function spanEnd(span: Span): number {
  return span.start + span.length;
}

/** True when `inner` lies wholly within `outer`. */
export function spanContains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && spanEnd(inner) <= spanEnd(outer);
}
