import { type Span, spanContains } from '../../rule-engine/index.ts';
import type { EvaluatedQuery } from './evaluation-store.ts';

/** What a literal does in the rule: it finds rows, takes them out again, or sets a flag. */
export type LiteralKind = 'detection' | 'exclusion' | 'flag';

/** The kind of a literal by its place in the evaluated query. */
export function literalKindAt({ query }: EvaluatedQuery, span: Span): LiteralKind {
  const { exclusions, output } = query.spans;
  if (spanContains(exclusions, span)) return 'exclusion';
  return spanContains(output, span) ? 'flag' : 'detection';
}

/** The kind of each literal of an evaluation, by its index. */
export function literalKinds(result: EvaluatedQuery): readonly LiteralKind[] {
  return result.evaluation.literals.map(({ span }) => literalKindAt(result, span));
}
