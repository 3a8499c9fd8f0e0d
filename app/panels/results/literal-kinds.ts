import { createContext } from 'react';
import { spanContains } from '../../../rule-engine/index.ts';
import type { EvaluatedQuery } from '../../stores/evaluation-store.ts';

/** What a literal does in the rule: it finds rows, takes them out again, or sets a flag. */
export type LiteralKind = 'detection' | 'exclusion' | 'flag';

/** The kind of each literal of an evaluation, by its index. */
export function literalKinds({ evaluation, query }: EvaluatedQuery): readonly LiteralKind[] {
  const { exclusions, output } = query.spans;
  return evaluation.literals.map(({ span }) => {
    if (spanContains(exclusions, span)) return 'exclusion';
    return spanContains(output, span) ? 'flag' : 'detection';
  });
}

/** Given by the grid to its cells. */
export const LiteralKinds = createContext<readonly LiteralKind[]>([]);
