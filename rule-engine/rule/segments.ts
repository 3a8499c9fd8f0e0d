import { type Span, spanEnd } from '../base/span.ts';

/** The four editors over one query, in the order in which they are concatenated. */
export const segmentNames = ['patterns', 'detection', 'exclusions', 'output'] as const;

export type SegmentName = (typeof segmentNames)[number];

/** What a reader knows each segment by. */
export const segmentTitles: Readonly<Record<SegmentName, string>> = {
  patterns: 'Patterns',
  detection: 'Detection',
  exclusions: 'Exclusions',
  output: 'Output',
};

/** The text of each segment: the files `patterns.kql` … `output.kql` of a rule package. */
export type Segments = Readonly<Record<SegmentName, string>>;

/** A query with the place of each segment in it: `text.slice(span)` is the segment's text, unchanged. */
export interface ComposedQuery {
  readonly text: string;
  readonly spans: Readonly<Record<SegmentName, Span>>;
}

/** A place in a segment's own text. */
export interface SegmentPosition {
  readonly segment: SegmentName;
  readonly position: number;
}

/** A part of a segment's own text. */
export interface SegmentSpan {
  readonly segment: SegmentName;
  readonly span: Span;
}

/**
 * Concatenates the segments. Each keeps its text as it is; a segment that does not end in a line break is parted from
 * the next by one, so that a comment at its end can't swallow what follows.
 */
export function composeQuery(segments: Segments): ComposedQuery {
  let text = '';
  const place = (name: SegmentName): Span => {
    if (text !== '' && !text.endsWith('\n') && segments[name] !== '') text += '\n';
    const span = { start: text.length, length: segments[name].length };
    text += segments[name];
    return span;
  };
  const spans = {
    patterns: place('patterns'),
    detection: place('detection'),
    exclusions: place('exclusions'),
    output: place('output'),
  };
  return { text, spans };
}

/** A segment's text within a query. */
export function segmentText({ text, spans }: ComposedQuery, segment: SegmentName): string {
  const { start, length } = spans[segment];
  return text.slice(start, start + length);
}

/** The span in the whole query of a span in a segment. */
export function toQuerySpan(query: ComposedQuery, { segment, span }: SegmentSpan): Span {
  return { start: query.spans[segment].start + span.start, length: span.length };
}

/**
 * The segment that holds a position of the whole query. Where one segment ends and the next begins at the same place the
 * next one wins, unless it is empty; a position on a line break between two segments belongs to the end of the first.
 */
export function toSegmentPosition(query: ComposedQuery, position: number): SegmentPosition {
  let best: SegmentName = 'patterns';
  for (const name of segmentNames) {
    const span = query.spans[name];
    if (span.length > 0 && span.start <= position) best = name;
  }
  const span = query.spans[best];
  return { segment: best, position: Math.max(0, Math.min(position - span.start, span.length)) };
}

/**
 * The parts of a span of the whole query, segment by segment. A span that lies in one segment gives one part; an empty
 * span, or one on a line break between two segments, gives the empty part at its place, so a diagnostic is never lost.
 */
export function toSegmentSpans(query: ComposedQuery, span: Span): readonly SegmentSpan[] {
  const parts: SegmentSpan[] = [];
  for (const segment of segmentNames) {
    const whole = query.spans[segment];
    const start = Math.max(span.start, whole.start);
    const end = Math.min(spanEnd(span), spanEnd(whole));
    if (end > start) parts.push({ segment, span: { start: start - whole.start, length: end - start } });
  }
  if (parts.length > 0) return parts;
  const { segment, position } = toSegmentPosition(query, span.start);
  return [{ segment, span: { start: position, length: 0 } }];
}
