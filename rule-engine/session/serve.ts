import { messageOf } from '../base/error-message.ts';
import { isOutOfMemory } from '../base/out-of-memory.ts';
import { QueryError } from '../diagnostics/diagnostic.ts';
import type { FromWorker, ToWorker, WorkerError } from './protocol/messages.ts';
import { SharedProgress } from './shared-progress.ts';

/** One request's surroundings: `signal` aborts when the page cancels it, `progress` tells the page how far it is. */
export interface RequestContext<Progress> {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

interface MethodShape {
  params: unknown;
  result: unknown;
  progress: unknown;
}

/** A function for each method of a protocol (`EngineMethods`, `LanguageMethods`). */
export type Handlers<M extends { [K in keyof M]: MethodShape }> = {
  readonly [K in keyof M]: (
    params: M[K]['params'],
    context: RequestContext<M[K]['progress']>,
  ) => M[K]['result'] | Promise<M[K]['result']>;
};

/** The worker's side of a channel: `self` in a dedicated worker, a `MessagePort` in a test. */
export interface Port {
  postMessage(message: FromWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
}

/**
 * Answers a port's requests with the handlers until the worker ends, and says `ready` at once. Requests run side by
 * side, each answered exactly once: with its result, or with a `WorkerError`; never with a throw.
 */
export function serve<M extends { [K in keyof M]: MethodShape }>(port: Port, handlers: Handlers<M>): void {
  const running = new Map<number, AbortController>();
  let shared: SharedProgress | undefined;
  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'share') shared = new SharedProgress(data.buffer);
    else if (data.kind === 'ping') port.postMessage({ kind: 'pong' });
    else if (data.kind === 'cancel') running.get(data.id)?.abort();
    else void answer(data);
  });
  port.postMessage({ kind: 'ready' });

  async function answer({ id, method, params, shares }: Extract<ToWorker, { kind: 'request' }>): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const handler = handlerNamed(handlers, method);
      const result = await handler(params, {
        signal: controller.signal,
        progress: (progress) => {
          if (controller.signal.aborted) return;
          const isShared = shares && shared?.write(id, progress);
          port.postMessage(isShared ? { kind: 'shared-progress', id } : { kind: 'progress', id, progress });
        },
      });
      controller.signal.throwIfAborted();
      port.postMessage({ kind: 'result', id, result });
    } catch (error) {
      port.postMessage({ kind: 'error', id, error: controller.signal.aborted ? cancelled : toWorkerError(error) });
    } finally {
      running.delete(id);
    }
  }
}

const cancelled: WorkerError = { code: 'cancelled', message: 'The request was cancelled' };

type AnyHandler = (params: unknown, context: RequestContext<unknown>) => unknown;

function handlerNamed(handlers: object, method: string): AnyHandler {
  const handler: unknown = Object.hasOwn(handlers, method) ? Reflect.get(handlers, method) : undefined;
  if (typeof handler !== 'function') throw new Error(`The worker has no method named ${method}`);
  return handler as AnyHandler;
}

/** What is told of an error that was thrown in a worker: by its diagnostic, else by its kind. */
function toWorkerError(error: unknown): WorkerError {
  if (error instanceof QueryError) {
    const { code, message, span } = error.diagnostic;
    return { code, message, span };
  }
  if (error instanceof Error) {
    if (error.name === 'AbortError') return cancelled;
    return { code: isOutOfMemory(error) ? 'out-of-memory' : 'internal', message: error.message };
  }
  return { code: 'internal', message: messageOf(error) };
}
