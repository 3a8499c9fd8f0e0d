import { describe, expect, it } from 'vitest';
import type { EngineMethods, RowsParams, RowsWindow, View } from '../../rule-engine/index.ts';
import type { Client } from '../engine/client.ts';
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
  const engine = { request, latest: request, ready: Promise.resolve() } as unknown as Client<EngineMethods>;
  return { engine, asked };
}

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
    expect(asked.slice(1).map(({ start, end }) => [start, end])).toEqual([[4992, 5120]]);
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
});
