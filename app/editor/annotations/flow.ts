import { pipelineSteps, type Span, type StepCount } from '../../../rule-engine/index.ts';
import { stepLabel } from './labels.ts';
import { lineOf, lineStarts } from './line-starts.ts';
import type { Placed } from './live-annotations.ts';

/** What is written above a line with steps: the rows that go into each and come out. */
export interface FlowLine {
  /** The line, counted from 1. */
  readonly line: number;
  /** Empty as long as nothing was counted: the place is kept, so that nothing jumps when the numbers come. */
  readonly label: string;
  /** The share of the rows that pass the line's last step, 0 to 1; undefined when not counted. */
  readonly share: number | undefined;
}

/** What is longer, or has more lines of steps, is no rule but something that was pasted: its places would hold the page up. */
const longestText = 200_000;
const mostLines = 500;

/** A line for each line of the text on which steps begin, those within `except` left out; none in a text of thousands. */
export function flowLines(text: string, counts: readonly Placed<StepCount>[], except: Span | undefined): FlowLine[] {
  if (!text.includes('|') || text.length > longestText) return [];
  const lines = new Map<number, FlowLine>();
  const starts = lineStarts(text);
  const inOrder = [...counts].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  for (const { span } of pipelineSteps(text)) {
    const isLeftOut = except && span.start >= except.start && span.start < except.start + except.length;
    if (isLeftOut) continue;
    const line = lineOf(starts, span.start) + 1;
    while (next < inOrder.length && inOrder[next].span.start <= span.start) next++;
    const candidate = inOrder.at(next);
    const counted = candidate && candidate.span.start < span.start + span.length ? candidate : undefined;
    const label = counted === undefined ? '' : stepLabel(counted.count);
    const before = lines.get(line)?.label ?? '';
    lines.set(line, {
      line,
      label: before !== '' && label !== '' ? `${before}  ·  ${label}` : before || label,
      share: counted && shareOf(counted.count),
    });
  }
  return lines.size > mostLines ? [] : [...lines.values()];
}

function shareOf({ rowsIn, rowsOut }: StepCount): number {
  return rowsIn === 0 ? 0 : Math.min(1, rowsOut / rowsIn);
}
