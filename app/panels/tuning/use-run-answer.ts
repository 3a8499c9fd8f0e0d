import { useMemo } from 'react';
import type { EngineMethods } from '../../../rule-engine/index.ts';
import { type Answer, useAnswer } from '../../stores/answers/engine-answer.ts';
import type { EvaluatedQuery } from '../../stores/evaluation/evaluation-store.ts';

type RunMethod = {
  [K in keyof EngineMethods]: EngineMethods[K]['params'] extends { readonly run: number } ? K : never;
}[keyof EngineMethods];

/**
 * What the engine says of a result; `about` is the result that the answer is of, which may be an older one for a moment.
 * `more`: the method's other parameters, the same object while they are the same.
 */
export function useRunAnswer<K extends RunMethod>(
  method: K,
  result: EvaluatedQuery,
  more: Omit<EngineMethods[K]['params'], 'run'>,
): Answer<EngineMethods[K]['result'], EvaluatedQuery> {
  const { run } = result.evaluation;
  const params = useMemo(() => ({ ...more, run }) as EngineMethods[K]['params'], [run, more]);
  return useAnswer(method, params, result);
}
