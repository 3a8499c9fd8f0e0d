import type { ExclusionCount, LiteralCount, StepCount } from '../../../rule-engine/index.ts';
import { countOf, formatCount } from '../../components/format.ts';

/** What is written beside a count's place. */
export interface Label {
  /** The rows, so that labels below each other can be aligned by it; empty for a label without a number. */
  readonly number: string;
  readonly rest: string;
  readonly tone: 'count' | 'dead' | 'unique' | 'alarm';
}

/** `17 rows · 3 only here`, or `dead` when it matches nothing. */
export function literalLabel({ rows, unique }: LiteralCount): Label {
  if (rows === 0) return { number: '', rest: 'dead', tone: 'dead' };
  const only = unique === 0 ? '' : ` · ${formatCount(unique)} only here`;
  return {
    number: formatCount(rows),
    rest: `${rows === 1 ? ' row' : ' rows'}${only}`,
    tone: unique === 0 ? 'count' : 'unique',
  };
}

/** The short form for a literal among others on a line: `17`, `17 · 3 only`, `dead`. */
export function shortLiteralLabel({ rows, unique }: LiteralCount): Label {
  if (rows === 0) return { number: '', rest: 'dead', tone: 'dead' };
  const only = unique === 0 ? '' : ` · ${formatCount(unique)} only`;
  return { number: formatCount(rows), rest: only, tone: unique === 0 ? 'count' : 'unique' };
}

/**
 * `41 rows`, `41 rows · 57 alone` when other exclusions take some before it, `removes nothing`; `hides 2 labelled TP` comes
 * before all else.
 */
export function exclusionLabel({ removed, alone }: ExclusionCount, hidden = 0): Label {
  if (removed === 0 && alone === 0) return { number: '', rest: 'removes nothing', tone: 'dead' };
  const alarm = hidden > 0 ? ` · hides ${formatCount(hidden)} labelled TP` : '';
  const more = alone > removed ? ` · ${formatCount(alone)} alone` : '';
  return {
    number: formatCount(removed),
    rest: `${removed === 1 ? ' row' : ' rows'}${alarm}${more}`,
    tone: hidden > 0 ? 'alarm' : 'count',
  };
}

/** `2,004 → 131` */
export function stepLabel({ rowsIn, rowsOut }: StepCount): string {
  return `${formatCount(rowsIn)} → ${formatCount(rowsOut)}`;
}

/** What a literal's count means, as a sentence. */
export function literalSentence({ rows, unique }: LiteralCount): string {
  if (rows === 0) return 'Dead: it matches no row of what reaches this step.';
  const only =
    unique === 0 ? 'Without it the same rows would pass.' : `Without it ${countOf(unique, 'row')} would not pass.`;
  return `It matches ${countOf(rows, 'row')}. ${only}`;
}

/** What an exclusion's count means, as a sentence. */
export function exclusionSentence({ removed, alone }: ExclusionCount): string {
  if (alone === 0) return 'This exclusion removes no row.';
  return `This exclusion removes ${countOf(removed, 'row')} of those that reach it; alone it would remove ${formatCount(alone)}.`;
}

/** `2,004 rows`: what a pipeline begins with. */
export function sourceLabel({ rowsOut }: StepCount): Label {
  return { number: formatCount(rowsOut), rest: rowsOut === 1 ? ' row' : ' rows', tone: 'count' };
}
