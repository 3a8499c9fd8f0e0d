import type { EvaluatedQuery } from '../../stores/evaluation-store.ts';

/** A step of the pipeline, as the funnel shows it. */
export interface FunnelStep {
  readonly text: string;
  readonly start: number;
  readonly length: number;
  readonly rowsIn: number;
  readonly rowsOut: number;
  readonly isExclusion: boolean;
}

/** The steps of a result in the text's order, each on one line. */
export function funnelSteps({ evaluation, query }: EvaluatedQuery): readonly FunnelStep[] {
  const { exclusions } = query.spans;
  return [...evaluation.steps]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span: { start, length }, rowsIn, rowsOut }) => ({
      text: query.text
        .slice(start, start + length)
        .replace(/\/\/.*$/gm, '')
        .replace(/\s+/g, ' ')
        .trim(),
      start,
      length,
      rowsIn,
      rowsOut,
      isExclusion: start >= exclusions.start && start < exclusions.start + exclusions.length,
    }));
}
