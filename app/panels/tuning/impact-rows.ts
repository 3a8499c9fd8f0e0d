import { type ImpactReport, type LabelCounts, toSegmentSpans } from '../../../rule-engine/index.ts';
import { formatCount } from '../../components/format.ts';
import type { EvaluatedQuery } from '../../stores/evaluation/evaluation-store.ts';

/** A line of the impact table. */
export interface ImpactRow {
  readonly kind: 'pattern' | 'exclusion';
  /** Index in `Evaluation.literals` or `Evaluation.exclusions`. */
  readonly index: number;
  readonly name: string;
  /** Rows that a pattern matches, or that an exclusion removes. */
  readonly rows: number;
  /** Of a pattern: those that come through the exclusions. Undefined for an exclusion. */
  readonly hits: number | undefined;
  /** Of a pattern: those that no other pattern matches. Of an exclusion: those that no other removes. */
  readonly unique: number;
  readonly labels: LabelCounts;
  /** What is wrong or notable with it; empty when nothing is. */
  readonly remark: string;
  readonly tone: 'dead' | 'shadowed' | 'plain';
}

/** The patterns of the detection, then the exclusions, in the text's order. */
export function impactRows(
  result: EvaluatedQuery,
  { patterns, exclusions }: ImpactReport,
  exclusionName: (index: number) => string,
): readonly ImpactRow[] {
  const { evaluation } = result;
  const shown = patterns.filter(({ role }) => role === 'pattern');
  const literals = shown.map(({ literal }) => literal);
  const literalName = literalNames(result, literals);
  return [
    ...shown.map((pattern): ImpactRow => {
      const { rows, unique } = evaluation.literals[pattern.literal];
      const overlaps = pattern.overlaps.map((overlap) => ({
        name: literalName(overlap.literal),
        rows: overlap.rows,
      }));
      const names = pattern.shadowedBy.map(literalName);
      return {
        kind: 'pattern',
        index: pattern.literal,
        name: literalName(pattern.literal),
        rows,
        hits: pattern.hits,
        unique,
        labels: pattern.labels,
        ...remarkOf(pattern.dead, names, overlaps),
      };
    }),
    ...exclusions.map((exclusion): ImpactRow => {
      const overlaps = exclusion.overlaps.map((overlap) => ({
        name: exclusionName(overlap.exclusion),
        rows: overlap.rows,
      }));
      return {
        kind: 'exclusion',
        index: exclusion.exclusion,
        name: exclusionName(exclusion.exclusion),
        rows: evaluation.exclusions[exclusion.exclusion].removed,
        hits: undefined,
        unique: exclusion.unique,
        labels: exclusion.labels,
        ...remarkOf(exclusion.dead, exclusion.shadowedBy.map(exclusionName), overlaps),
      };
    }),
  ];
}

/** The worst that can be said of a pattern or an exclusion, in a few words. */
export function remarkOf(
  dead: boolean,
  shadowedBy: readonly string[],
  overlaps: readonly { readonly name: string; readonly rows: number }[],
): Pick<ImpactRow, 'remark' | 'tone'> {
  if (dead) return { remark: 'dead', tone: 'dead' };
  const [first, ...more] = shadowedBy;
  if (first !== undefined) {
    const others = more.length > 0 ? ` and ${more.length} more` : '';
    return { remark: `shadowed by ${first}${others}`, tone: 'shadowed' };
  }
  const [most] = overlaps;
  return { remark: most ? `${formatCount(most.rows)} also ${most.name}` : '', tone: 'plain' };
}

/** Names literals by their text; with its segment where another of those shown has the same. */
export function literalNames(
  { evaluation, query }: EvaluatedQuery,
  shown: readonly number[],
): (index: number) => string {
  const ofText = new Map<string, number>();
  const shared = new Set<string>();
  for (const index of shown) {
    const text = evaluation.literals[index]?.text;
    if (text === undefined) continue;
    if (ofText.has(text)) shared.add(text);
    else ofText.set(text, index);
  }
  return (index) => {
    const literal = evaluation.literals[index];
    if (!literal) return '';
    const { text, span } = literal;
    const isAlone = !shared.has(text) && (ofText.get(text) ?? index) === index;
    return isAlone ? text : `${text} (${toSegmentSpans(query, span)[0].segment})`;
  };
}
