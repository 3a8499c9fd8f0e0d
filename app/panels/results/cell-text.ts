import type { Cell } from '../../../rule-engine/index.ts';

/** A piece of a cell's text; `literal` is set where a pattern matched it. */
export interface CellPiece {
  readonly text: string;
  readonly literal: number | undefined;
  /** Where it starts in the cell's text. */
  readonly start: number;
}

/** Characters painted beyond those that are wide: some are narrower, and the browser cuts the last one itself. */
const spare = 12;
/** Characters kept to the left of a match that the column would not show. */
const lead = 16;

/**
 * The pieces to paint of a cell that shows about `visible` characters. Where the first match would lie out of sight, the
 * text starts shortly before it, with an ellipsis. Of matches that start together the longest is painted.
 */
export function cellPieces({ text, marks = [] }: Cell, visible: number): readonly CellPiece[] {
  if (text === null) return [];
  const sorted = [...marks].sort((a, b) => a.span.start - b.span.start || b.span.length - a.span.length);
  const first = sorted[0]?.span;
  const hidden = first !== undefined && first.start + first.length > visible;
  const from = hidden ? Math.max(0, first.start - lead) : 0;
  const to = Math.min(text.length, from + visible + spare);
  const pieces: CellPiece[] = [];
  if (from > 0) pieces.push({ text: '…', literal: undefined, start: -1 });
  let at = from;
  for (const { span, literal } of sorted) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.start + span.length, to);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), literal: undefined, start: at });
    pieces.push({ text: text.slice(start, end), literal, start });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), literal: undefined, start: at });
  if (to < text.length) pieces.push({ text: '…', literal: undefined, start: to });
  return pieces;
}

/** True for a text of so many characters at most, each of which is as wide as the others. */
export function surelyFits(text: string, characters: number): boolean {
  return text.length <= characters && /^[ -~]*$/.test(text);
}

/** A datetime as people read it: `2026-03-01 12:00:00.123`, without trailing zeros of the fraction, in UTC. */
export function dateText(text: string): string {
  return text
    .replace('T', ' ')
    .replace(/Z$/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
