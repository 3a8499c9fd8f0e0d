import { useEffect, useState } from 'react';
import type { EngineMethods, WorkerError } from '../../rule-engine/index.ts';
import { isCancelled } from '../engine/client.ts';
import { engine } from '../engine/engine.ts';
import { useLabelRevision } from './label-revision.ts';
import { asWorkerError } from './worker-error.ts';

export type Answer<Result> =
  | { readonly phase: 'loading'; readonly result: undefined }
  /** `params`: what was asked; the answer to an older question stays until the new one is here. */
  | { readonly phase: 'done'; readonly result: Result; readonly params: unknown }
  | { readonly phase: 'failed'; readonly error: WorkerError; readonly result: undefined };

/**
 * What the engine answers; asked again when `params` (memoized by the caller; undefined asks nothing) or labels change.
 */
export function useAnswer<K extends keyof EngineMethods>(
  method: K,
  params: EngineMethods[K]['params'] | undefined,
): Answer<EngineMethods[K]['result']> {
  const revision = useLabelRevision((state) => state.revision);
  const [answer, setAnswer] = useState<Answer<EngineMethods[K]['result']>>({ phase: 'loading', result: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision of the labels has another answer.
  useEffect(() => {
    if (params === undefined) return;
    const controller = new AbortController();
    engine.request(method, params, { signal: controller.signal }).then(
      (result) => setAnswer({ phase: 'done', result, params }),
      (error: unknown) => {
        if (!isReplaced(error)) setAnswer({ phase: 'failed', error: asWorkerError(error), result: undefined });
      },
    );
    return () => controller.abort();
  }, [method, params, revision]);
  return answer;
}

/** True when the question is out of date: it was cancelled, or a newer run took the place of the one it was about. */
export function isReplaced(error: unknown): boolean {
  return isCancelled(error) || asWorkerError(error).code === 'stale-run';
}
