import type { Span } from '../../../rule-engine/index.ts';
import type { Label } from './labels.ts';
import { lineOf, lineStarts } from './line-starts.ts';

/** A count to be written into a text: at the end of its line when it has the line for itself, else behind its place. */
export interface Annotation {
  readonly id: string;
  /** What it counts, in the text. */
  readonly span: Span;
  readonly label: Label;
  /** For a place that shares its line. */
  readonly shortLabel: Label;
  /** True to stand at the end of the line in any case. */
  readonly atLineEnd: boolean;
  /** Labels of one group stand in one column, wherever their lines are; without it only neighbouring lines do. */
  readonly group?: string;
}

export interface PlacedLabel {
  readonly id: string;
  /** The offset that it stands at. */
  readonly offset: number;
  /** Blanks before it, so that the labels of a list stand in a column. */
  readonly gap: string;
  readonly text: string;
  readonly tone: Label['tone'];
  readonly isInline: boolean;
}

/** Lines longer than this do not push the column of the list's labels to the right. */
const WIDEST = 40;
/** The column moves in steps, so that it stays where it is at most keystrokes. */
const STEP = 4;
/** A comment or a blank line between two literals does not part a list. */
const NEIGHBOURS = 3;
const BLANK = '\u00a0';

interface Row {
  readonly annotation: Annotation;
  readonly line: number;
  readonly lineEnd: number;
  readonly width: number;
}

/** Where each annotation stands in the text. */
export function layOut(text: string, annotations: readonly Annotation[]): readonly PlacedLabel[] {
  const lines = lineStarts(text);
  const sorted = [...annotations].sort((a, b) => a.span.start - b.span.start);
  const rows = sorted.map((annotation): Row => {
    const line = lineOf(lines, annotation.span.start);
    const start = lines[line];
    const lineEnd = (lines[line + 1] ?? text.length + 1) - 1;
    return { annotation, line, lineEnd, width: lineEnd - start };
  });
  const alone: Row[] = [];
  const inline: Row[] = [];
  for (const row of rows) (hasLineForItself(text, lines, row) ? alone : inline).push(row);
  return [...blocksOf(alone).flatMap(column), ...inline.map(behind)];
}

function behind({ annotation: { id, span, shortLabel } }: Row): PlacedLabel {
  const text = `${shortLabel.number}${shortLabel.rest}`;
  return { id, offset: span.start + span.length, gap: '', text, tone: shortLabel.tone, isInline: true };
}

/** Labels below each other: they begin at one column, numbers aligned right. */
function column(rows: readonly Row[]): PlacedLabel[] {
  const fitting = rows.map((row) => row.width).filter((width) => width <= WIDEST);
  const start = Math.ceil((Math.max(0, ...fitting) + 2) / STEP) * STEP;
  const digits = Math.max(...rows.map(({ annotation }) => annotation.label.number.length));
  return rows.map(({ annotation: { id, label }, lineEnd, width }) => ({
    id,
    offset: lineEnd,
    gap: BLANK.repeat(Math.max(2, start - width)),
    text: label.number.padStart(digits, BLANK) + (label.number === '' && digits > 0 ? BLANK : '') + label.rest,
    tone: label.tone,
    isInline: false,
  }));
}

/** The rows of each group, and those of neighbouring lines. */
function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const { group } = row.annotation;
    const block = blocks.find((other) =>
      group === undefined
        ? other[0].annotation.group === undefined && row.line - (other.at(-1)?.line ?? 0) <= NEIGHBOURS
        : other[0].annotation.group === group,
    );
    if (block === undefined) blocks.push([row]);
    else block.push(row);
  }
  return blocks;
}

function hasLineForItself(text: string, lines: readonly number[], { annotation, line, lineEnd }: Row): boolean {
  if (annotation.atLineEnd) return true;
  const { start, length } = annotation.span;
  if (start + length > lineEnd) return false;
  const before = text.slice(lines[line], start);
  const after = text.slice(start + length, lineEnd);
  return /^\s*$/.test(before) && /^[\s,;\])}]*(?:\/\/.*)?$/.test(after);
}
