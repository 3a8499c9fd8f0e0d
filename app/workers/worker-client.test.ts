import { afterEach, describe, expect, it, vi } from 'vitest';
import { invalid } from '../../rule-engine/diagnostics/diagnostic.ts';
import type { FromWorker, ToWorker } from '../../rule-engine/index.ts';
import { type Handlers, serve } from '../../rule-engine/session/serve.ts';
import type { Client } from './client.ts';
import { isCancelled, RequestError } from './request-error.ts';
import { WorkerClient } from './worker-client.ts';

interface CountingMethods {
  double: { params: number; result: number; progress: never };
  count: { params: { to: number }; result: string; progress: number };
  wait: { params: null; result: null; progress: never };
  refuse: { params: null; result: null; progress: never };
}

/** A client and a server joined as a page and its worker are, by cloned messages that arrive later. */
function connect(
  handlers: Handlers<CountingMethods>,
  nextFrame?: (run: () => void) => void,
): {
  client: Client<CountingMethods>;
  crash: (message: string) => void;
} {
  const toPage: ((event: { readonly data: FromWorker }) => void)[] = [];
  const toWorker: ((event: { readonly data: ToWorker }) => void)[] = [];
  const onError: ((event: { readonly message?: string }) => void)[] = [];
  const deliver = <T>(listeners: ((event: { readonly data: T }) => void)[], message: T): void => {
    setTimeout(() => {
      for (const listener of listeners) listener({ data: structuredClone(message) });
    });
  };
  const client = new WorkerClient<CountingMethods>(
    {
      postMessage: (message) => deliver(toWorker, message),
      addEventListener: (type: string, listener: (event: never) => void) => {
        if (type === 'message') toPage.push(listener as (event: { readonly data: FromWorker }) => void);
        else onError.push(listener as (event: { readonly message?: string }) => void);
      },
    },
    nextFrame,
    { name: 'The counter' },
  );
  serve<CountingMethods>(
    { postMessage: (m) => deliver(toPage, m), addEventListener: (_, listener) => toWorker.push(listener) },
    handlers,
  );
  const crash = (message: string): void => {
    for (const listener of onError) listener({ message });
  };
  return { client, crash };
}

const stopped: string[] = [];
const handlers: Handlers<CountingMethods> = {
  double: (n) => n * 2,
  count: ({ to }, { progress }) => {
    for (let i = 1; i <= to; i++) progress(i);
    return `counted to ${to}`;
  },
  wait: (_, { signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        stopped.push('wait');
        reject(signal.reason);
      });
    }),
  refuse: () => {
    throw invalid('KS142', 'The name Foo does not refer to any known table', { start: 3, length: 3 });
  },
};

describe('a worker and its client', () => {
  it('is ready, and answers each request with its own result', async () => {
    const { client } = connect(handlers);
    await client.ready;
    expect(await Promise.all([client.request('double', 2), client.request('double', 21)])).toEqual([4, 42]);
  });

  it('reports progress in order before the result', async () => {
    const { client } = connect(handlers);
    const seen: number[] = [];
    expect(await client.request('count', { to: 3 }, { onProgress: (n) => seen.push(n) })).toBe('counted to 3');
    expect(seen).toEqual([1, 2, 3]);
  });

  it('carries a query error as its code, message and span', async () => {
    const { client } = connect(handlers);
    const error = await client.request('refuse', null).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ code: 'KS142', span: { start: 3, length: 3 } });
  });

  it('stops the work in the worker when the request is cancelled', async () => {
    stopped.length = 0;
    const { client } = connect(handlers);
    const controller = new AbortController();
    const answer = client.request('wait', null, { signal: controller.signal }).catch((e: unknown) => e);
    await client.request('double', 1);
    controller.abort();
    expect(isCancelled(await answer)).toBe(true);
    await client.request('double', 1);
    expect(stopped).toEqual(['wait']);
  });

  it('lets the newest of a method win and cancels the older', async () => {
    stopped.length = 0;
    const { client } = connect(handlers);
    const older = client.latest('wait', null).catch((e: unknown) => e);
    await client.request('double', 1);
    client.latest('wait', null).catch(() => undefined);
    expect(isCancelled(await older)).toBe(true);
    await client.request('double', 1);
    expect(stopped).toEqual(['wait']);
  });

  it('refuses a method that the worker does not have, also one that every object has', async () => {
    const { client } = connect(handlers);
    const unknown = client as unknown as Client<{ toString: { params: null; result: null; progress: never } }>;
    await expect(unknown.request('toString', null)).rejects.toMatchObject({ code: 'internal' });
  });

  it('rejects what is under way, and what comes later, when the worker dies', async () => {
    const { client, crash } = connect(handlers);
    const answer = client.request('wait', null).catch((e: unknown) => e);
    crash('Out of memory');
    expect(await answer).toMatchObject({ code: 'worker-lost', message: 'The counter could not be started' });
    await expect(client.request('double', 1)).rejects.toMatchObject({ code: 'worker-lost' });
  });

  it('tells in plain words that the worker stopped, and what the browser said of it to whoever asks', async () => {
    const { client, crash } = connect(handlers);
    await client.ready;
    crash('Uncaught RangeError: Array buffer allocation failed');
    expect(await client.lost).toBe('Uncaught RangeError: Array buffer allocation failed');
    await expect(client.request('double', 1)).rejects.toMatchObject({ message: 'The counter has stopped' });
  });
});

describe('a client that shares memory with its worker', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** Frames that come when they are told to, and the progress that was told, by how. */
  function watched() {
    vi.stubGlobal('crossOriginIsolated', true);
    const frames: (() => void)[] = [];
    const told: string[] = [];
    const { client } = connect(handlers, (run) => frames.push(run));
    const options = {
      onProgress: (n: number) => told.push(`message ${n}`),
      onProgressInFrame: (n: number) => told.push(`frame ${n}`),
    };
    return { client, told, options, frame: () => frames.splice(0).forEach((run) => void run()) };
  }

  it('tells in a frame what the worker has told before it, and not again by the message', async () => {
    const { client, told, options, frame } = watched();
    const answer = client.latest('count', { to: 1 }, options);
    // The worker takes its messages one task after the other.
    await new Promise((resolve) => setTimeout(resolve));
    frame();
    expect(told).toEqual(['frame 1']);
    expect(await answer).toBe('counted to 1');
    expect(told).toEqual(['frame 1']);
  });

  it('tells by the message what had not come before the frame', async () => {
    const { client, told, options, frame } = watched();
    const answer = client.latest('count', { to: 1 }, options);
    frame();
    expect(await answer).toBe('counted to 1');
    frame();
    expect(told).toEqual(['message 1']);
  });

  it('tells nothing of a request that a newer one has cancelled', async () => {
    const { client, told, options, frame } = watched();
    client.latest('count', { to: 1 }, options).catch(() => undefined);
    const answer = client.latest('count', { to: 1 }, { onProgress: options.onProgress });
    frame();
    expect(await answer).toBe('counted to 1');
    expect(told).toEqual(['message 1']);
  });

  it('tells each progress once, the last where several came before the frame', async () => {
    const { client, told, options, frame } = watched();
    const answer = client.latest('count', { to: 3 }, options);
    await new Promise((resolve) => setTimeout(resolve));
    frame();
    expect(await answer).toBe('counted to 3');
    expect(told).toEqual(['frame 3']);
  });

  it('tells by messages where memory may not be shared', async () => {
    const { told, options } = watched();
    vi.stubGlobal('crossOriginIsolated', false);
    const { client } = connect(handlers, (run) => run());
    expect(await client.latest('count', { to: 2 }, options)).toBe('counted to 2');
    expect(told).toEqual(['message 1', 'message 2']);
  });
});
