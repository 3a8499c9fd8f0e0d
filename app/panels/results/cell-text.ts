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

/** Characters up to which a text is looked through for some that are wider than others. */
const evenMost = 2000;

/**
 * The pieces to paint of a cell that shows about `visible` characters, `room` of them beside its padding. Where the first
 * match would lie out of sight, the text starts shortly before it, with an ellipsis. Of matches that start together the
 * longest is painted.
 */
export function cellPieces({ text, marks = [] }: Cell, visible: number, room: number): readonly CellPiece[] {
  if (text === null) return [];
  const sorted = [...marks].sort((a, b) => a.span.start - b.span.start || b.span.length - a.span.length);
  const first = sorted[0]?.span;
  const hidden = first !== undefined && first.start + first.length > visible;
  const from = hidden ? Math.max(0, first.start - lead) : 0;
  const left = from > 0 ? room - 1 : room;
  const isExact = !isCutByBrowser(text, room) && text.length - from > left;
  const to = isExact ? from + left - 1 : Math.min(text.length, from + visible + spare);
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

/**
 * True for a text that may be wider than so many characters however it is cut: not each of its own is surely as wide as
 * the others.
 */
export function isCutByBrowser(text: string, room: number): boolean {
  if (text.length > evenMost || !/^[ -~]*$/.test(text)) return true;
  return text.length > room && room < lead;
}

/** A datetime as people read it: `2026-03-01 12:00:00.123`, without trailing zeros of the fraction, in UTC. */
export function dateText(text: string): string {
  return text
    .replace('T', ' ')
    .replace(/Z$/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
