import type { Line } from './text-lines.ts';

/** A line that published rules use to mark where a reader's own exclusions go. */
export interface SectionMarker {
  readonly kind: 'begin' | 'end';
  /** What it marks: `environment-specific filter`, `allow-list`. */
  readonly section: string;
  readonly start: number;
  readonly end: number;
}

const marker = /^\s*(begin|end)\b[\s:]*(.*?(?:filter|allow-?\s?list|exclusion|exception)s?\b.*?)[\s.:]*$/i;

/** True for a comment such as `Begin environment-specific filter.` or `End allow-list`. */
export function isSectionMarker(comment: string): boolean {
  return marker.test(comment);
}

/** The markers among full-line comments, in order. */
export function sectionMarkers(lines: readonly Line[]): readonly SectionMarker[] {
  return lines.flatMap((line) => {
    const match = line.comment === undefined ? null : marker.exec(line.comment);
    if (match === null) return [];
    const kind = match[1].toLowerCase() === 'begin' ? 'begin' : 'end';
    return [{ kind, section: match[2].trim(), start: line.start, end: line.end }];
  });
}

/** The section that a position lies in: the last `Begin` above it that no `End` closed. */
export function sectionAt(markers: readonly SectionMarker[], position: number): string | undefined {
  const last = markers.filter((marker) => marker.start <= position).at(-1);
  return last?.kind === 'begin' ? last.section : undefined;
}
