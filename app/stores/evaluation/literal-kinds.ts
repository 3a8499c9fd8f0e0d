import { type ComposedQuery, type EvaluatedRows, type Span, spanContains } from '../../../rule-engine/index.ts';
import type { EvaluatedQuery } from './evaluation-store.ts';

/** What a literal does in the rule: it finds rows, takes them out again, or sets a flag. */
export type LiteralKind = 'detection' | 'exclusion' | 'flag';

/** The kind of each literal by its id. */
export type LiteralKinds = ReadonlyMap<number, LiteralKind>;

/** The kind of a literal by its place in the evaluated query. */
export function literalKindAt({ query }: Pick<EvaluatedQuery, 'query'>, span: Span): LiteralKind {
  const { exclusions, output } = query.spans;
  if (spanContains(exclusions, span)) return 'exclusion';
  return spanContains(output, span) ? 'flag' : 'detection';
}

/**
 * The kinds of a query's literals. `former`, of the evaluation before, is added to and given again while no literal has
 * another kind now: what is painted by it then stays as it is while the rule is typed.
 */
export function literalKinds(
  literals: EvaluatedRows['literals'],
  query: ComposedQuery,
  former: Map<number, LiteralKind> = new Map(),
): Map<number, LiteralKind> {
  const kinds = literals.map(({ id, span }) => [id, literalKindAt({ query }, span)] as const);
  if (kinds.some(([id, kind]) => (former.get(id) ?? kind) !== kind)) return new Map(kinds);
  for (const [id, kind] of kinds) former.set(id, kind);
  return former;
}
