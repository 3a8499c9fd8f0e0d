import { useRef } from 'react';
import { type EvaluatedQuery, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { type LiteralKind, type LiteralKinds, literalKinds } from '../../stores/evaluation/literal-kinds.ts';

/**
 * The kinds of the literals that rows are marked by, also of rows that came before their run was counted: the same object
 * while none has another kind.
 */
export function useLiteralKinds({ evaluation, query }: EvaluatedQuery): LiteralKinds {
  const former = useRef<Map<number, LiteralKind>>(undefined);
  const rows = useEvaluationStore((state) => state.rows);
  former.current = literalKinds(evaluation.literals, query, former.current);
  if (rows) former.current = literalKinds(rows.found.literals, rows.query, former.current);
  return former.current;
}
