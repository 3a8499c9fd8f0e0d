import { describe, expect, it } from 'vitest';
import type { RowsParams, RowsWindow, View } from '../../../rule-engine/index.ts';
import type { Client } from '../../workers/client.ts';
import type { EngineWorkerMethods } from '../../workers/engine-methods.ts';
import { RowWindows } from './row-windows.ts';

const viewOf = (run: number): View => ({ run, tab: 'hits', sort: [], filters: [], search: '' });

/** An engine whose answers are given by hand, in the order that a test needs. */
function slowEngine(total: number) {
  const asked: (RowsParams & { readonly answer: () => void; readonly refuse: () => void })[] = [];
  const rowsOf = ({ view, start, end }: RowsParams): RowsWindow => ({
    start,
    total,
    columns: [{ name: 'FileName', type: 'string' }],
    rows: Array.from({ length: Math.max(0, Math.min(end, total) - start) }, (_, i) => ({
      row: start + i,
      cells: [{ text: `run ${view.run} row ${start + i}` }],
      verdict: { kind: 'hit' as const },
    })),
  });
  const request = (_method: string, params: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const rows = params as RowsParams;
      asked.push({ ...rows, answer: () => resolve(rowsOf(rows)), refuse: () => reject(new Error('no such run')) });
    });
  const engine = { request, latest: request, ready: Promise.resolve() } as unknown as Client<EngineWorkerMethods>;
  return { engine, asked };
}

const hit = (row: number, text: string): RowsWindow['rows'][number] => ({
  row,
  cells: [{ text }],
  verdict: { kind: 'hit' },
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const textAt = (rows: RowWindows, position: number) => rows.snapshot().rowAt(position)?.cells[0].text;

describe('windows of rows', () => {
  it('fetches the windows on screen and no others', async () => {
    const { engine, asked } = slowEngine(10_000);
    const rows = new RowWindows(engine);
    rows.show(viewOf(1));
    asked[0].answer();
    await settled();
    rows.look(5_000, 5_040);
    expect(asked.slice(1).map(({ start, end }) => [start, end])).toEqual([[4992, 5056]]);
    asked[1].answer();
    await settled();
    expect(textAt(rows, 5_000)).toBe('run 1 row 5000');
    expect(textAt(rows, 3_000)).toBeUndefined();
  });

  it('keeps the old rows on screen until the new ones are here', async () => {
    const { engine, asked } = slowEngine(300);
    const rows = new RowWindows(engine);
    rows.show(viewOf(1));
    asked[0].answer();
    await settled();
    rows.show(viewOf(2));
    expect(textAt(rows, 0)).toBe('run 1 row 0');
    expect(rows.snapshot().stale).toBe(true);
    asked[1].answer();
    await settled();
    expect(textAt(rows, 0)).toBe('run 2 row 0');
    expect(rows.snapshot().stale).toBe(false);
  });

  it('drops an answer to a view that a newer one replaced', async () => {
    const { engine, asked } = slowEngine(300);
    const rows = new RowWindows(engine);
    rows.show(viewOf(1));
    rows.show(viewOf(2));
    asked[1].answer();
    asked[0].answer();
    await settled();
    expect(textAt(rows, 0)).toBe('run 2 row 0');
  });

  it('fetches again from the start when the new view is shorter than the place on screen', async () => {
    const long = slowEngine(10_000);
    const rows = new RowWindows(long.engine);
    rows.show(viewOf(1));
    rows.look(9_900, 9_940);
    for (const request of long.asked) request.answer();
    await settled();
    expect(textAt(rows, 9_900)).toBe('run 1 row 9900');
  });

  it('keeps what is shown when a window is refused', async () => {
    const { engine, asked } = slowEngine(300);
    const rows = new RowWindows(engine);
    rows.show(viewOf(1));
    asked[0].answer();
    await settled();
    rows.show(viewOf(2));
    asked[1].refuse();
    await settled();
    expect(textAt(rows, 0)).toBe('run 1 row 0');
    expect(rows.snapshot().stale).toBe(false);
  });

  it('shows the rows that came with a view at once', () => {
    const { engine, asked } = slowEngine(300);
    const rows = new RowWindows(engine);
    rows.show(viewOf(1), { start: 0, total: 1, columns: [], rows: [hit(7, 'lua.exe')] });
    expect(textAt(rows, 0)).toBe('lua.exe');
    expect(rows.snapshot()).toMatchObject({ total: 1, stale: false });
    expect(asked).toEqual([]);
  });

  it('asks only for what is on screen and did not come', () => {
    const { engine, asked } = slowEngine(300);
    const rows = new RowWindows(engine);
    rows.look(60, 100);
    expect(rows.wanted).toEqual({ start: 0, end: 128 });
    const some = Array.from({ length: 64 }, (_, row) => hit(row, `row ${row}`));
    rows.show(viewOf(1), { start: 0, total: 300, columns: [], rows: some });
    expect(asked.map(({ start }) => start)).toEqual([64]);
  });

  it('keeps the objects of rows that are painted as before', () => {
    const { engine } = slowEngine(300);
    const rows = new RowWindows(engine);
    const window = (...found: RowsWindow['rows']): RowsWindow => ({
      start: 0,
      total: found.length,
      columns: [{ name: 'FileName', type: 'string' }],
      rows: found,
    });
    rows.show(viewOf(1), window(hit(7, 'lua.exe'), hit(8, 'luac')));
    const former = [0, 1].map((position) => rows.snapshot().rowAt(position));
    const { columns } = rows.snapshot();
    rows.show(viewOf(2), window(hit(3, 'new'), hit(7, 'lua.exe'), hit(8, 'luac.exe')));
    expect(rows.snapshot().rowAt(1)).toBe(former[0]);
    expect(rows.snapshot().rowAt(2)).not.toBe(former[1]);
    expect(rows.snapshot().columns).toBe(columns);
  });

  it('tells of rows that came without changing what else it says', async () => {
    const { engine, asked } = slowEngine(10_000);
    const rows = new RowWindows(engine);
    rows.show(viewOf(1));
    asked[0].answer();
    await settled();
    const [shown, arrivals] = [rows.snapshot(), rows.arrivals()];
    rows.look(5_000, 5_040);
    asked[1].answer();
    await settled();
    expect(rows.snapshot()).toBe(shown);
    expect(rows.arrivals()).toBe(arrivals + 1);
  });
});
