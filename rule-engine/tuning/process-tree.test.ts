import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { logTable } from '../session/tuned-rule.test-helper.ts';
import { growProcessTree } from './grow-process-tree.ts';
import { ProcessEvents } from './process-events.ts';
import { ProcessIndex } from './process-index.ts';

const columns: readonly ColumnSchema[] = [
  { name: 'Timestamp', type: 'datetime' },
  { name: 'DeviceName', type: 'string' },
  { name: 'ActionType', type: 'string' },
  { name: 'ProcessId', type: 'long' },
  { name: 'ProcessCreationTime', type: 'datetime' },
  { name: 'FileName', type: 'string' },
  { name: 'ProcessCommandLine', type: 'string' },
  { name: 'InitiatingProcessId', type: 'long' },
  { name: 'InitiatingProcessCreationTime', type: 'datetime' },
  { name: 'InitiatingProcessFileName', type: 'string' },
  { name: 'InitiatingProcessParentId', type: 'long' },
  { name: 'InitiatingProcessParentFileName', type: 'string' },
];

interface Started {
  readonly id: number;
  readonly at: number;
  readonly parent: number;
  readonly parentAt: number;
  readonly device?: string;
  readonly file?: string;
}

const at = (second: number): string =>
  `2026-01-01T10:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}Z`;

function rowOf({ id, at: second, parent, parentAt, device = 'ws', file = 'sh' }: Started, withTimes: boolean) {
  const time = at(second);
  const created = withTimes ? time : null;
  const parentCreated = withTimes ? at(parentAt) : null;
  return [
    time,
    device,
    'ProcessCreated',
    BigInt(id),
    created,
    file,
    `${file} ${id}`,
    BigInt(parent),
    parentCreated,
    'init',
    1n,
    'systemd',
  ];
}

async function treeOf(processes: readonly Started[], row: number, withTimes = true) {
  const table = logTable(
    columns,
    processes.map((process) => rowOf(process, withTimes)),
  );
  const events = ProcessEvents.of(table);
  if (events === undefined) throw new Error('no process events');
  return growProcessTree(row, await ProcessIndex.of(events, async () => {}));
}

describe('the process tree of an event', () => {
  const processes: readonly Started[] = [
    { id: 100, at: 10, parent: 50, parentAt: 1 },
    { id: 200, at: 20, parent: 100, parentAt: 10 },
    { id: 300, at: 30, parent: 200, parentAt: 20 },
    { id: 301, at: 31, parent: 200, parentAt: 20 },
    { id: 400, at: 40, parent: 300, parentAt: 30 },
    // the id 200 again, on the same device and on another
    { id: 200, at: 300, parent: 100, parentAt: 10 },
    { id: 500, at: 310, parent: 200, parentAt: 300 },
    { id: 600, at: 35, parent: 200, parentAt: 20, device: 'other' },
  ];
  const shape = ({ nodes }: Awaited<ReturnType<typeof treeOf>>) => nodes.map(({ row, parent }) => [row, parent]);

  it.each([true, false])(
    'has its ancestors and descendants, whatever took the ids again (creation times: %s)',
    async (times) => {
      const tree = await treeOf(processes, 1, times);
      expect(tree.focus).toBe(3);
      expect(shape(tree)).toEqual([
        [undefined, undefined],
        [undefined, 0],
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 3],
        [4, 4],
      ]);
      expect(tree.nodes.map(({ fileName }) => fileName)).toEqual(['systemd', 'init', 'sh', 'sh', 'sh', 'sh', 'sh']);
      expect(tree.nodes[3].commandLine).toBe('sh 200');
      expect(shape(await treeOf(processes, 6, times)).slice(2)).toEqual([
        [0, 1],
        [5, 2],
        [6, 3],
      ]);
    },
  );

  it('says how many children of an ancestor it leaves out', async () => {
    const { nodes, focus } = await treeOf(processes, 2);
    expect(nodes[focus - 1].moreChildren).toBe(1);
  });

  it('ends where a process is its own ancestor', async () => {
    const loop: readonly Started[] = [
      { id: 1, at: 10, parent: 2, parentAt: 10 },
      { id: 2, at: 10, parent: 1, parentAt: 10 },
      { id: 3, at: 11, parent: 3, parentAt: 11 },
    ];
    expect((await treeOf(loop, 0)).nodes.map(({ row }) => row)).toEqual([1, 0]);
    expect((await treeOf(loop, 2)).nodes.map(({ row }) => row)).toEqual([2]);
  });

  it('holds every process that was started below it, and no other', async () => {
    const forest = fc.array(fc.record({ id: fc.integer({ min: 10, max: 14 }), parent: fc.nat() }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(forest, fc.nat(), async (made, chosen) => {
        const started: Started[] = [{ id: 9, at: 1, parent: 1, parentAt: 0 }];
        const parents: (number | undefined)[] = [undefined];
        for (const [i, { id, parent }] of made.entries()) {
          const second = (i + 1) * 10;
          const above = parent % started.length;
          started.push({ id, at: second, parent: started[above].id, parentAt: started[above].at });
          parents.push(above);
        }
        const row = chosen % started.length;
        const tree = await treeOf(started, row);
        const isBelow = (process: number | undefined): boolean =>
          process !== undefined && (process === row || isBelow(parents[process]));
        const below = [...started.keys()].filter(isBelow);
        const ancestors: number[] = [];
        for (let up = parents[row]; up !== undefined; up = parents[up]) ancestors.push(up);
        const expected = [...ancestors, ...below].sort((a, b) => a - b);
        const found = tree.nodes.flatMap(({ row: own }) => own ?? []);
        if (Math.max(...below.map((process) => depthBelow(process, row, parents))) <= 8) {
          expect([...found].sort((a, b) => a - b)).toEqual(expected);
        }
        for (const { row: own, parent } of tree.nodes) {
          if (own === undefined || parents[own] === undefined) continue;
          expect(parent === undefined ? undefined : tree.nodes[parent].row).toBe(parents[own]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('needs a table with process ids', () => {
    expect(ProcessEvents.of(logTable(columns.slice(0, 3), []))).toBeUndefined();
  });
});

function depthBelow(process: number, top: number, parents: readonly (number | undefined)[]): number {
  let depth = 0;
  for (let up: number | undefined = process; up !== undefined && up !== top; up = parents[up]) depth++;
  return depth;
}
