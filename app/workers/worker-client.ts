import { type FromWorker, SharedProgress, type ToWorker } from '../../rule-engine/index.ts';
import type { Client, MethodShape, RequestOptions } from './client.ts';
import { cancelledError, RequestError } from './request-error.ts';
import { SilenceWatch } from './silence-watch.ts';

/** What a client needs of a `Worker`. */
interface WorkerLike {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

/** What a client does besides asking. */
interface ClientOptions {
  /** What the worker is called where its loss is told. */
  readonly name?: string;
  /** Is told when the worker, which owes an answer, gives no sign of life for long, and when it gives one again. */
  readonly onSilence?: ((isSilent: boolean) => void) | undefined;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: RequestError) => void;
  readonly onProgress: ((progress: unknown) => void) | undefined;
  /** The number of what was told last of the shared memory, or 0. */
  told: number;
}

interface Asked<Result> {
  readonly answer: Promise<Result>;
  readonly cancel: () => void;
}

/** A promise client over a worker that runs `serve` of the same protocol. */
export class WorkerClient<M extends { [K in keyof M]: MethodShape }> implements Client<M> {
  readonly ready: Promise<void>;
  readonly lost: Promise<string>;
  readonly #worker: WorkerLike;
  readonly #nextFrame: ((run: () => void) => void) | undefined;
  readonly #name: string;
  readonly #shared: SharedProgress | undefined;
  readonly #watch: SilenceWatch | undefined;
  readonly #pending = new Map<number, Pending>();
  readonly #cancelNewest = new Map<string, () => void>();
  #lastId = 0;
  #isStarted = false;
  #failure: RequestError | undefined;
  #tellReady: () => void = () => undefined;
  #tellFailed: (error: RequestError) => void = () => undefined;
  #tellLost: (said: string) => void = () => undefined;

  /**
   * @param nextFrame calls back within the next animation frame; without it nothing is told within frames, nor where page
   *   and worker may not share memory
   */
  constructor(
    worker: WorkerLike,
    nextFrame?: (run: () => void) => void,
    { name = 'The worker', onSilence }: ClientOptions = {},
  ) {
    this.#worker = worker;
    this.#nextFrame = nextFrame;
    this.#name = name;
    this.#shared = nextFrame && globalThis.crossOriginIsolated ? new SharedProgress() : undefined;
    if (this.#shared) worker.postMessage({ kind: 'share', buffer: this.#shared.buffer });
    this.ready = new Promise((resolve, reject) => {
      this.#tellReady = resolve;
      this.#tellFailed = reject;
    });
    this.ready.catch(() => undefined);
    this.lost = new Promise((resolve) => {
      this.#tellLost = resolve;
    });
    this.#watch = onSilence && new SilenceWatch(() => worker.postMessage({ kind: 'ping' }), onSilence);
    worker.addEventListener('message', ({ data }) => this.#hear(data));
    worker.addEventListener('error', ({ message }) => this.giveUp(message ?? ''));
  }

  request<K extends keyof M & string>(
    method: K,
    params: M[K]['params'],
    options?: RequestOptions<M[K]['progress']>,
  ): Promise<M[K]['result']> {
    return this.#ask(method, params, options).answer;
  }

  latest<K extends keyof M & string>(
    method: K,
    params: M[K]['params'],
    options?: RequestOptions<M[K]['progress']>,
  ): Promise<M[K]['result']> {
    // Not by a signal of its own: making and aborting one takes half a millisecond of each key.
    this.#cancelNewest.get(method)?.();
    const { answer, cancel } = this.#ask(method, params, options);
    this.#cancelNewest.set(method, cancel);
    return answer;
  }

  giveUp(reason: string): void {
    this.#watch?.end();
    const message = `${this.#name} ${this.#isStarted ? 'has stopped' : 'could not be started'}`;
    this.#failure ??= new RequestError({ code: 'worker-lost', message });
    this.#tellFailed(this.#failure);
    this.#tellLost(reason);
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }

  #ask<K extends keyof M & string>(
    method: K,
    params: M[K]['params'],
    { signal, onProgress, onProgressInFrame }: RequestOptions<M[K]['progress']> = {},
  ): Asked<M[K]['result']> {
    const id = ++this.#lastId;
    let cancel = (): void => undefined;
    const answer = new Promise<M[K]['result']>((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      if (signal?.aborted) return reject(cancelledError());
      cancel = () => {
        if (!this.#pending.delete(id)) return;
        this.#worker.postMessage({ kind: 'cancel', id });
        reject(cancelledError());
      };
      signal?.addEventListener('abort', cancel, { once: true });
      this.#pending.set(id, {
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
      const shares = this.#shared !== undefined && onProgressInFrame !== undefined;
      this.#worker.postMessage({ kind: 'request', id, method, params, shares });
      if (shares) this.#nextFrame?.(() => this.#tellShared(id, onProgressInFrame as Pending['onProgress']));
    });
    return { answer, cancel };
  }

  #hear(message: FromWorker): void {
    this.#watch?.hear();
    if (message.kind === 'ready') {
      this.#isStarted = true;
      this.#watch?.begin(() => this.#pending.size > 0);
      this.#tellReady();
    } else if (message.kind !== 'pong') {
      const waiting = this.#pending.get(message.id);
      if (waiting) this.#answer(message, waiting);
    }
  }

  #answer(message: Extract<FromWorker, { readonly id: number }>, waiting: Pending): void {
    if (message.kind === 'progress') {
      waiting.onProgress?.(message.progress);
      return;
    }
    if (message.kind === 'shared-progress') {
      this.#tellShared(message.id, waiting.onProgress);
      return;
    }
    this.#pending.delete(message.id);
    if (message.kind === 'result') waiting.resolve(message.result);
    else waiting.reject(new RequestError(message.error));
  }

  /** Tells what lies in the shared memory, once. */
  #tellShared(id: number, tell: Pending['onProgress']): void {
    const waiting = this.#pending.get(id);
    const read = waiting && this.#shared?.read(id, waiting.told);
    if (!read) return;
    waiting.told = read.number;
    tell?.(read.progress);
  }
}
