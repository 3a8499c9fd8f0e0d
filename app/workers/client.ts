import { type FromWorker, SharedProgress, type ToWorker } from '../../rule-engine/index.ts';
import { cancelledError, RequestError } from './request-error.ts';
import { SilenceWatch } from './silence-watch.ts';

/** What a method takes, answers and tells meanwhile. */
export interface MethodShape {
  params: unknown;
  result: unknown;
  progress: unknown;
}

export interface RequestOptions<Progress> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * Called in place of `onProgress` within an animation frame, when the worker has told its progress before that frame: what
   * follows from it is painted with what the page paints in it. Only of requests by `latest`.
   */
  readonly onProgressInFrame?: ((progress: Progress) => void) | undefined;
}

/** The page's side of a worker: promises for its methods. */
export interface Client<M extends { [K in keyof M]: MethodShape }> {
  /**
   * Asks the worker. Rejects with a `RequestError`. When `signal` aborts, the worker is told to stop and the promise
   * rejects at once with the code `cancelled`.
   */
  request<K extends keyof M & string>(
    method: K,
    params: M[K]['params'],
    options?: RequestOptions<M[K]['progress']>,
  ): Promise<M[K]['result']>;
  /** As `request`, and cancels the former `latest` of the same method that has not ended: the newest wins. */
  latest<K extends keyof M & string>(
    method: K,
    params: M[K]['params'],
    options?: RequestOptions<M[K]['progress']>,
  ): Promise<M[K]['result']>;
  /** Resolves when the worker can take requests; rejects when it fails to start. */
  readonly ready: Promise<void>;
  /** Resolves when the worker is lost, with what the browser said of it, for whoever looks for the cause; it may say nothing. */
  readonly lost: Promise<string>;
  /** Gives the worker up: what it owes, and all that it is asked later, fails with the code `worker-lost`. */
  giveUp(reason: string): void;
}

/** What a client needs of a `Worker`. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: RequestError) => void;
  readonly onProgress: ((progress: unknown) => void) | undefined;
  /** The number of what was told last of the shared memory, or 0. */
  told: number;
}

/** What a client does besides asking. */
export interface ClientOptions {
  /** What the worker is called where its loss is told. */
  readonly name?: string;
  /** Is told when the worker, which owes an answer, gives no sign of life for long, and when it gives one again. */
  readonly onSilence?: ((isSilent: boolean) => void) | undefined;
}

/**
 * A promise client over a worker that runs `serve` of the same protocol.
 *
 * @param nextFrame calls back within the next animation frame; without it nothing is told within frames, nor where page and
 *   worker may not share memory
 */
export function createClient<M extends { [K in keyof M]: MethodShape }>(
  worker: WorkerLike,
  nextFrame?: (run: () => void) => void,
  { name = 'The worker', onSilence }: ClientOptions = {},
): Client<M> {
  const shared = nextFrame && globalThis.crossOriginIsolated ? new SharedProgress() : undefined;
  if (shared) worker.postMessage({ kind: 'share', buffer: shared.buffer });
  const pending = new Map<number, Pending>();
  const cancelNewest = new Map<string, () => void>();
  let nextId = 1;
  let failure: RequestError | undefined;
  let started: () => void = () => undefined;
  let failed: (error: RequestError) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    started = resolve;
    failed = reject;
  });
  ready.catch(() => undefined);
  let isStarted = false;
  let tellLost: (said: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    tellLost = resolve;
  });

  const watch = onSilence && new SilenceWatch(() => worker.postMessage({ kind: 'ping' }), onSilence);

  worker.addEventListener('message', ({ data }) => {
    watch?.hear();
    if (data.kind === 'ready') {
      isStarted = true;
      watch?.begin(() => pending.size > 0);
      return started();
    }
    if (data.kind === 'pong') return;
    const waiting = pending.get(data.id);
    if (!waiting) return;
    if (data.kind === 'progress') return waiting.onProgress?.(data.progress);
    if (data.kind === 'shared-progress') return tellShared(data.id, waiting.onProgress);
    pending.delete(data.id);
    if (data.kind === 'result') waiting.resolve(data.result);
    else waiting.reject(new RequestError(data.error));
  });
  const giveUp = (reason: string): void => {
    watch?.end();
    const message = `${name} ${isStarted ? 'has stopped' : 'could not be started'}`;
    failure ??= new RequestError({ code: 'worker-lost', message });
    failed(failure);
    tellLost(reason);
    for (const { reject } of pending.values()) reject(failure);
    pending.clear();
  };
  worker.addEventListener('error', ({ message }) => giveUp(message ?? ''));

  const tellShared = (id: number, tell: Pending['onProgress']): void => {
    const waiting = pending.get(id);
    const read = waiting && shared?.read(id, waiting.told);
    if (!read) return;
    waiting.told = read.number;
    tell?.(read.progress);
  };

  const begin = <K extends keyof M & string>(
    method: K,
    params: M[K]['params'],
    { signal, onProgress, onProgressInFrame }: RequestOptions<M[K]['progress']> = {},
  ): { readonly answer: Promise<M[K]['result']>; readonly cancel: () => void } => {
    const id = nextId++;
    let cancel = (): void => undefined;
    const answer = new Promise<M[K]['result']>((resolve, reject) => {
      if (failure) return reject(failure);
      if (signal?.aborted) return reject(cancelledError());
      cancel = () => {
        if (!pending.delete(id)) return;
        worker.postMessage({ kind: 'cancel', id });
        reject(cancelledError());
      };
      signal?.addEventListener('abort', cancel, { once: true });
      pending.set(id, {
        resolve: (result) => {
          signal?.removeEventListener('abort', cancel);
          resolve(result as M[K]['result']);
        },
        reject: (error) => {
          signal?.removeEventListener('abort', cancel);
          reject(error);
        },
        onProgress: onProgress as Pending['onProgress'],
        told: 0,
      });
      const shares = shared !== undefined && onProgressInFrame !== undefined;
      worker.postMessage({ kind: 'request', id, method, params, shares });
      if (shares) nextFrame?.(() => tellShared(id, onProgressInFrame as Pending['onProgress']));
    });
    return { answer, cancel };
  };

  const request: Client<M>['request'] = (method, params, options) => begin(method, params, options).answer;

  const latest: Client<M>['latest'] = (method, params, options) => {
    // Not by a signal of its own: making and aborting one takes half a millisecond of each key.
    cancelNewest.get(method)?.();
    const { answer, cancel } = begin(method, params, options);
    cancelNewest.set(method, cancel);
    return answer;
  };

  return { request, latest, ready, lost, giveUp };
}
