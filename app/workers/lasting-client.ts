import type { Client, MethodShape, RequestOptions } from './client.ts';
import { RequestError } from './request-error.ts';

/** A worker that runs, and how to end it. */
export interface StartedWorker<M extends { [K in keyof M]: MethodShape }> {
  readonly client: Client<M>;
  readonly end: () => void;
}

/** A client whose worker can be started again in its place. */
export interface LastingClient<M extends { [K in keyof M]: MethodShape }> extends Client<M> {
  /** Starts the worker anew, whatever became of it. */
  restart(): void;
  /** Calls the listener when the worker was started anew by `restart`. */
  onRestart(listener: () => void): void;
}

/**
 * A client of a worker that holds nothing but what it was told last by one method. A worker that is lost is started again by
 * itself, once, and what it owed is asked again; the next loss is told by the requests that fail, until `restart`.
 */
export function createLastingClient<M extends { [K in keyof M]: MethodShape }, Told extends keyof M & string>(
  start: () => StartedWorker<M>,
  told: Told,
): LastingClient<M> {
  let current = start();
  let known: M[Told]['params'] | undefined;
  let isSpare = true;
  const listeners = new Set<() => void>();

  const startAgain = (): void => {
    current.end();
    current = start();
    // What fails here fails with the next request, which tells the reader.
    if (known !== undefined) current.client.request(told, known).catch(() => undefined);
  };

  const ask = async <K extends keyof M & string>(
    way: 'request' | 'latest',
    method: K,
    params: M[K]['params'],
    options?: RequestOptions<M[K]['progress']>,
  ): Promise<M[K]['result']> => {
    if (method === (told as string)) known = params as M[Told]['params'];
    const asked = current;
    try {
      return await asked.client[way](method, params, options);
    } catch (error) {
      if (!(error instanceof RequestError && error.code === 'worker-lost')) throw error;
      if (asked === current) {
        if (!isSpare) throw error;
        isSpare = false;
        startAgain();
      }
      return await current.client[way](method, params, options);
    }
  };

  return {
    request: (method, params, options) => ask('request', method, params, options),
    latest: (method, params, options) => ask('latest', method, params, options),
    get ready() {
      return current.client.ready;
    },
    get lost() {
      return current.client.lost;
    },
    giveUp: (reason) => current.client.giveUp(reason),
    restart: () => {
      isSpare = true;
      startAgain();
      for (const listener of listeners) listener();
    },
    onRestart: (listener) => listeners.add(listener),
  };
}
