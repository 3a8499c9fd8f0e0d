import { describe, expect, it } from 'vitest';
import type { Table } from '../columnar/table.ts';
import { Workspace } from './workspace.ts';

const csv = (name: string, ...lines: string[]) => new File([lines.join('\n')], name);
const texts = (table: Table | undefined, column: string) =>
  Array.from({ length: table?.length ?? 0 }, (_, row) => table?.column(column)?.get(row));

const monday = csv(
  'monday.csv',
  'Timestamp,FileName,ProcessCommandLine,Score',
  '2026-01-05T00:00:00Z,lua,lua a,1',
  '2026-01-05T00:00:01Z,cmd,cmd b,2',
);
const tuesday = csv(
  'tuesday.csv',
  'Timestamp,FileName,ProcessCommandLine,Score',
  '2026-01-06T00:00:00Z,lua,lua c,high',
);

describe('Workspace', () => {
  it('knows tables that are not loaded, as empty', () => {
    const workspace = new Workspace();
    const table = workspace.table('DeviceProcessEvents');
    expect(table?.length).toBe(0);
    expect(table?.column('ProcessCommandLine')?.type).toBe('string');
    expect(workspace.table('Nonsense')).toBeUndefined();
    expect(workspace.tables()).toEqual([]);
  });

  it('adds up the sources of one table and knows where a row came from', async () => {
    const workspace = new Workspace();
    await workspace.load(monday);
    const before = workspace.table('DeviceProcessEvents');
    expect(workspace.table('DeviceProcessEvents')).toBe(before);
    await workspace.load(tuesday);
    const table = workspace.table('DeviceProcessEvents');
    expect(texts(table, 'ProcessCommandLine')).toEqual(['lua a', 'cmd b', 'lua c']);
    expect([0, 1, 2, 3].map((row) => workspace.sourceOf('DeviceProcessEvents', row)?.name)).toEqual([
      'monday.csv',
      'monday.csv',
      'tuesday.csv',
      undefined,
    ]);
    const names = table?.column('FileName');
    expect(names?.kind === 'string' && names.codes[0] === names.codes[2]).toBe(true);
  });

  it('writes a column as text where sources differ in its type', async () => {
    const workspace = new Workspace();
    await workspace.load(monday);
    expect(texts(workspace.table('DeviceProcessEvents'), 'Score')).toEqual([1n, 2n]);
    await workspace.load(tuesday);
    expect(texts(workspace.table('DeviceProcessEvents'), 'Score')).toEqual(['1', '2', 'high']);
  });

  it('tells of tables whose rows nobody has asked for yet, and joins all of them at once', async () => {
    const workspace = new Workspace();
    for (const file of [monday, monday, tuesday]) await workspace.load(file);
    const [told] = workspace.tables();
    expect(told.rows).toBe(5);
    expect(told.columns.find(({ name }) => name === 'Score')?.type).toBe('string');
    const table = workspace.table('DeviceProcessEvents');
    expect(table?.schema).toEqual(told.columns);
    expect(texts(table, 'Score')).toEqual(['1', '2', '1', '2', 'high']);
    expect([1, 2, 4].map((row) => workspace.sourceOf('DeviceProcessEvents', row)?.id)).toEqual([1, 2, 3]);
  });

  it('joins and removes sources with much text, which share its memory', async () => {
    const workspace = new Workspace();
    const lines = (name: string, count: number): [string, string[]] => {
      const commands = Array.from({ length: count }, (_, i) => `${name} ${'a'.repeat(60)} ${i % 2000}`);
      return [name, commands];
    };
    const load = async ([name, commands]: [string, string[]]): Promise<number> => {
      const rows = commands.map((command, i) => `2026-01-05T00:00:00Z,${i % 3 === 0 ? 'lua' : name},${command}`);
      return (await workspace.load(csv(`${name}.csv`, 'Timestamp,FileName,ProcessCommandLine', ...rows))).id;
    };
    const expectRows = (...sources: [string, string[]][]): void => {
      const table = workspace.table('DeviceProcessEvents');
      expect(texts(table, 'ProcessCommandLine')).toEqual(sources.flatMap(([, commands]) => commands));
      const files = sources.flatMap(([name, commands]) => commands.map((_, i) => (i % 3 === 0 ? 'lua' : name)));
      expect(texts(table, 'FileName')).toEqual(files);
    };
    const [small, large, other] = [lines('small', 40), lines('large', 5000), lines('other', 3000)];
    const first = await load(small);
    expectRows(small);
    const second = await load(large);
    const before = workspace.table('DeviceProcessEvents');
    expectRows(small, large);
    const third = await load(other);
    expectRows(small, large, other);
    expect(texts(before, 'ProcessCommandLine')).toEqual([...small[1], ...large[1]]);
    workspace.remove(second);
    workspace.releaseRemoved();
    expectRows(small, other);
    const again = await load(large);
    workspace.remove(first);
    workspace.remove(third);
    workspace.releaseRemoved();
    expectRows(large);
    workspace.remove(again);
    workspace.releaseRemoved();
    expect(workspace.tables()).toEqual([]);
  });

  it('removes a source with its rows, its columns and its times', async () => {
    const workspace = new Workspace();
    const first = await workspace.load(monday);
    const second = await workspace.load(
      csv('other.csv', 'Timestamp,FileName,ProcessCommandLine,Zone', '2026-01-07T00:00:00Z,lua,lua d,lab'),
    );
    const newest = workspace.newestEvent();
    workspace.remove(first.id);
    const table = workspace.table('DeviceProcessEvents');
    expect(texts(table, 'ProcessCommandLine')).toEqual(['lua d']);
    expect([table?.column('Score'), texts(table, 'Zone')]).toEqual([undefined, ['lab']]);
    expect(workspace.newestEvent()).toBe(newest);
    expect(workspace.sourceOf('DeviceProcessEvents', 0)?.id).toBe(second.id);
    workspace.remove(second.id);
    expect([workspace.tables(), workspace.sources(), workspace.newestEvent()]).toEqual([[], [], undefined]);
  });

  it('lists loaded tables with the columns of the schema first', async () => {
    const workspace = new Workspace();
    await workspace.load(monday);
    const [table] = workspace.tables();
    expect([table.name, table.rows, table.columns[0].name, table.columns.at(-1)?.name]).toEqual([
      'DeviceProcessEvents',
      2,
      'Timestamp',
      'Score',
    ]);
  });
});
