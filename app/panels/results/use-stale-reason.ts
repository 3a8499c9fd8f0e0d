import type { ComposedQuery, Span } from '../../../rule-engine/index.ts';
import { useLasting } from '../../components/use-lasting.ts';
import type { LostWorker } from '../../stores/answers/lost-worker.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { isUnchecked, useRuleStore } from '../../stores/rule/rule-store.ts';

/** Milliseconds without a keystroke after which an error is one: half a word is not. */
const settled = 700;

export interface StaleReason {
  readonly message: string;
  readonly span: Span | undefined;
  /** The query that the span is of. */
  readonly query: ComposedQuery;
  /** False where the rows answer the newest text all the same: its plan was had without the language service. */
  readonly isOlder: boolean;
  /** What is to be started anew. */
  readonly lost: LostWorker | undefined;
}

/**
 * Why the rows on screen may answer an older text: it has an error now, can't be checked, or its evaluation failed.
 * Undefined while they do not, and while the reader is still typing.
 */
export function useStaleReason(): StaleReason | undefined {
  const error = useRuleStore((state) => state.diagnostics.find(({ severity }) => severity === 'error'));
  const failure = useEvaluationStore(({ state }) => (state.phase === 'failed' ? state.error : undefined));
  const isStale = error !== undefined || failure !== undefined;
  const query = useRuleStore((state) => (isStale ? state.query : undefined));
  const compiled = useRuleStore((state) => (isStale ? state.compiled : undefined));
  const answered = useEvaluationStore((state) => (isStale ? lastResult(state)?.query : undefined));
  const isShown = useLasting(isStale, settled, query);
  if (!isShown || !query) return undefined;
  if (error && isUnchecked(error)) {
    const isOlder = answered?.text !== query.text;
    return { message: error.message, span: undefined, query, isOlder, lost: 'language' };
  }
  if (error) return { message: error.message, span: error.span, query, isOlder: true, lost: undefined };
  if (!failure) return undefined;
  const lost = failure.code === 'worker-lost' ? 'engine' : undefined;
  return { message: failure.message, span: failure.span, query: compiled?.query ?? query, isOlder: true, lost };
}
