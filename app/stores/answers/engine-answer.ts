import { useEffect, useRef, useState } from 'react';
import type { EngineMethods, WorkerError } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { isCancelled } from '../../workers/request-error.ts';
import { useLabelRevision } from './label-revision.ts';
import { asWorkerError } from './worker-error.ts';

export type Answer<Result, About> =
  | { readonly phase: 'loading'; readonly result: undefined }
  /** The answer to an older question stays until the new one is here; `about` is what it was about. */
  | { readonly phase: 'done'; readonly result: Result; readonly about: About }
  | { readonly phase: 'failed'; readonly error: WorkerError; readonly result: undefined };

/** Milliseconds without another run before the next question about runs: it must not stand between two keystrokes. */
const rest = 200;

/**
 * What the engine answers; asked again when `params` (memoized by the caller; undefined asks nothing) or labels change.
 * `about` comes back with the answer: the result that its indexes are of. What is asked about a result again and again, as
 * one replaces another, is asked once they rest.
 */
export function useAnswer<K extends keyof EngineMethods, About = undefined>(
  method: K,
  params: EngineMethods[K]['params'] | undefined,
  about?: About,
): Answer<EngineMethods[K]['result'], About> {
  type Result = EngineMethods[K]['result'];
  const revision = useLabelRevision((state) => state.revision);
  const [answer, setAnswer] = useState<Answer<Result, About>>({ phase: 'loading', result: undefined });
  const askedAbout = useRef<About>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels change by revision; `about` belongs to `params`; an answer asks nothing.
  useEffect(() => {
    if (params === undefined) return;
    const controller = new AbortController();
    const ask = (): void => {
      engine.request(method, params, { signal: controller.signal }).then(
        (result) => setAnswer({ phase: 'done', result, about: about as About }),
        (error: unknown) => {
          if (!isReplaced(error)) setAnswer({ phase: 'failed', error: asWorkerError(error), result: undefined });
        },
      );
    };
    const isFollowing = answer.phase === 'done' && about !== askedAbout.current;
    askedAbout.current = about;
    const timer = isFollowing ? setTimeout(ask, rest) : undefined;
    if (!isFollowing) ask();
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [method, params, revision]);
  return answer;
}

/** True when the question is out of date: it was cancelled, or a newer run took the place of the one it was about. */
export function isReplaced(error: unknown): boolean {
  return isCancelled(error) || asWorkerError(error).code === 'stale-run';
}
