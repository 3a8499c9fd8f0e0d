import type { EvaluatedQuery } from '../../stores/evaluation/evaluation-store.ts';
import { exclusionName } from '../../stores/evaluation/exclusion-names.ts';

/** A step of the pipeline, as the funnel shows it. */
export interface FunnelStep {
  /** Its text on one line. */
  readonly text: string;
  /** What it is called: an exclusion by its name, another step by its text. */
  readonly title: string;
  readonly start: number;
  readonly length: number;
  readonly rowsIn: number;
  readonly rowsOut: number;
  readonly isExclusion: boolean;
}

/** The steps of a result in the text's order. */
export function funnelSteps(result: EvaluatedQuery): readonly FunnelStep[] {
  const { evaluation, query } = result;
  const { exclusions } = query.spans;
  return [...evaluation.steps]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span: { start, length }, rowsIn, rowsOut }) => {
      const text = onOneLine(query.text.slice(start, start + length));
      const exclusion = evaluation.exclusions.findIndex(({ span }) => span.start === start);
      return {
        text,
        title: exclusion < 0 ? text : exclusionName(result, exclusion),
        start,
        length,
        rowsIn,
        rowsOut,
        isExclusion: start >= exclusions.start && start < exclusions.start + exclusions.length,
      };
    });
}

function onOneLine(step: string): string {
  return step
    .replace(/\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
