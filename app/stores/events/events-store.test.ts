import { expect, it, vi } from 'vitest';
import type { SourceReport } from '../../../rule-engine/index.ts';
import { RequestError } from '../../workers/request-error.ts';

interface RequestOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: object) => void;
}

const streams: { finish: (report: object) => void; onProgress: (progress: object) => void }[] = [];
const { request } = vi.hoisted(() => ({ request: vi.fn() }));
vi.mock('../../workers/engine.ts', () => ({ engine: { request } }));
vi.mock('../rule/current-query.ts', () => ({ currentQuery: () => ({}) }));
vi.mock('./memory-budget.ts', () => ({ memoryBudget: () => 1 }));

const { unreadCount, useEventsStore } = await import('./events-store.ts');
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

it('of files that are opened first, the others are read once the page has done what comes before', async () => {
  sources = [];
  useEventsStore.setState({ sources: [], loading: [] });
  const begun = streams.length;
  let done = (): void => undefined;
  const opened = actions.open(
    [new File(['x'], 'first.csv'), new File(['x'], 'other.csv')],
    () =>
      new Promise((resolve) => {
        done = resolve;
      }),
  );
  await settled();
  streams[begun].finish(add(10));
  await settled();
  expect(useEventsStore.getState().sources.map(({ id }) => id)).toEqual([10]);
  expect(streams).toHaveLength(begun + 1);
  done();
  await settled();
  streams[begun + 1].finish(add(11));
  await opened;
  expect(useEventsStore.getState().sources.map(({ id }) => id)).toEqual([10, 11]);
});

it('how far a file is, is shown from time to time: not of a file that is read at once', async () => {
  sources = [];
  useEventsStore.setState({ sources: [], loading: [] });
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const shown: unknown[] = [];
  request.mockImplementationOnce((_method, _params, { onProgress }: RequestOptions) => {
    for (const [time, rows] of [
      [10, 1],
      [200, 2],
      [210, 3],
    ]) {
      now.mockReturnValue(time);
      onProgress({ bytesRead: 0, bytesTotal: 1, rows });
      const [{ state }] = useEventsStore.getState().loading;
      if (state.phase === 'loading') shown.push(state.progress.rows);
    }
    return Promise.resolve(add(20));
  });
  await actions.open([new File(['x'], 'other.csv')]);
  now.mockRestore();
  expect(shown).toEqual([0, 2, 2]);
});

it('counts the files of which nothing could be made', () => {
  const read = { tables: [{ table: 'T', rows: 1 }], errorCount: 3 };
  const sources = [read, { tables: [], errorCount: 1 }, { tables: [], errorCount: 0 }] as unknown as SourceReport[];
  const error = { code: 'internal', message: 'The worker stopped' } as const;
  const loading = [{ key: 1, name: 'a', bytes: 0, state: { phase: 'failed', error } }] as const;
  expect(unreadCount({ sources, loading })).toBe(2);
});
