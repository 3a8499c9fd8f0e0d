import { expect, it, vi } from 'vitest';
import type { SourceReport } from '../../rule-engine/index.ts';
import { RequestError } from '../engine/client.ts';

interface RequestOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: object) => void;
}

const streams: { finish: (report: object) => void; onProgress: (progress: object) => void }[] = [];
const { request } = vi.hoisted(() => ({ request: vi.fn() }));
vi.mock('../engine/engine.ts', () => ({ engine: { request } }));
vi.mock('./current-query.ts', () => ({ currentQuery: () => ({}) }));
vi.mock('./memory-budget.ts', () => ({ memoryBudget: () => 1 }));

const { useEventsStore } = await import('./events-store.ts');
const { actions } = useEventsStore.getState();

/** An engine whose memory is too small for any file, and whose streams end when the test says so. */
let sources: Pick<SourceReport, 'id' | 'tables'>[] = [];
request.mockImplementation((method: string, params: { source?: number }, options?: RequestOptions) => {
  if (method === 'sources') return Promise.resolve(sources);
  if (method === 'tables') return Promise.resolve([]);
  if (method === 'load') return Promise.resolve({ overBudget: {} });
  if (method === 'stream') {
    return new Promise((resolve, reject) => {
      options?.signal.addEventListener('abort', () => reject(new RequestError({ code: 'cancelled', message: '' })));
      streams.push({ finish: resolve, onProgress: options?.onProgress ?? (() => {}) });
    });
  }
  if (method === 'remove-source') sources = sources.filter(({ id }) => id !== params.source);
  if (method === 'pause-stream') return Promise.resolve(add(2));
  return Promise.resolve(null);
});

function add(id: number): SourceReport {
  const report = { id, tables: [] } as unknown as SourceReport;
  sources.push(report);
  return report;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('what a paused stream found takes the place of what an earlier one had found of the file', async () => {
  const opened = actions.open([new File(['x'], 'large.csv')]);
  await settled();
  streams[0].finish(add(1));
  await opened;
  const again = actions.readAgain(1);
  await settled();
  streams[1].onProgress({ stream: 7, hits: 3 });
  await actions.pause(useEventsStore.getState().loading[0].key);
  expect(useEventsStore.getState().sources.map(({ id }) => id)).toEqual([2]);
  expect(useEventsStore.getState().loading[0].state).toMatchObject({ phase: 'streaming', paused: true, source: 2 });
  sources = [];
  streams[1].finish(add(3));
  await again;
  expect(useEventsStore.getState().sources.map(({ id }) => id)).toEqual([3]);
  expect(useEventsStore.getState().loading).toEqual([]);
});

it('a stream that was stopped when it was paused can be read again', async () => {
  sources = [];
  const opened = actions.open([new File(['x'], 'large.csv')]);
  await settled();
  streams[2].onProgress({ stream: 8, hits: 3 });
  const [{ key }] = useEventsStore.getState().loading;
  await actions.pause(key);
  actions.cancel(key);
  await opened;
  expect(useEventsStore.getState().loading).toEqual([]);
  void actions.readAgain(2);
  await settled();
  expect(streams).toHaveLength(4);
});
