import type { ComposedQuery, Span } from '../../../rule-engine/index.ts';
import { useLasting } from '../../components/use-lasting.ts';
import { useEvaluationStore } from '../../stores/evaluation-store.ts';
import { useRuleStore } from '../../stores/rule-store.ts';

/** Milliseconds without a keystroke after which an error is one: half a word is not. */
const settled = 700;

interface StaleReason {
  readonly message: string;
  readonly span: Span | undefined;
  /** The query that the span is of. */
  readonly query: ComposedQuery;
}

/**
 * Why the rows on screen answer an older text: it has an error now, or its evaluation failed. Undefined while they do
 * not, and while the reader is still typing.
 */
export function useStaleReason(): StaleReason | undefined {
  const error = useRuleStore((state) => state.diagnostics.find(({ severity }) => severity === 'error'));
  const failure = useEvaluationStore(({ state }) => (state.phase === 'failed' ? state.error : undefined));
  const isStale = error !== undefined || failure !== undefined;
  const query = useRuleStore((state) => (isStale ? state.query : undefined));
  const compiled = useRuleStore((state) => (isStale ? state.compiled : undefined));
  const isShown = useLasting(isStale, settled, query);
  if (!isShown || !query) return undefined;
  if (error) return { message: error.message, span: error.span, query };
  return failure && { message: failure.message, span: failure.span, query: compiled?.query ?? query };
}
