import { useRef } from 'react';
import type { EvaluatedQuery } from '../../stores/evaluation-store.ts';
import { type LiteralKind, type LiteralKinds, literalKinds } from '../../stores/literal-kinds.ts';

/** The kinds of an evaluation's literals, by which rows are painted: the same object while none has another kind. */
export function useLiteralKinds(result: EvaluatedQuery): LiteralKinds {
  const former = useRef<Map<number, LiteralKind>>(undefined);
  former.current = literalKinds(result, former.current);
  return former.current;
}
