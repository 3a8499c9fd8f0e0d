import { describe, expect, it } from 'vitest';
import { Bitmap } from '../columnar/bitmap.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { logTable } from '../session/tuned-rule.test-helper.ts';
import { EventFingerprints } from './event-fingerprint.ts';
import { findLabelledRows } from './find-labelled-rows.ts';
import { parseLabelFile } from './label-file.ts';
import { countLabels, labelRows } from './label-rows.ts';
import { LabelStore } from './label-store.ts';

const columns: readonly ColumnSchema[] = [
  { name: 'Timestamp', type: 'datetime' },
  { name: 'DeviceName', type: 'string' },
  { name: 'AccountName', type: 'string' },
  { name: 'FileName', type: 'string' },
  { name: 'ProcessCommandLine', type: 'string' },
  { name: 'InitiatingProcessFileName', type: 'string' },
  { name: 'ProcessId', type: 'long' },
  { name: 'ReportId', type: 'long' },
];
const rows = [
  ['2026-01-01T10:00:00Z', 'ws-1', 'ann', 'lua', 'lua a.lua', 'bash', 10n, 1n],
  ['2026-01-01T11:00:00Z', 'ws-1', 'ann', 'lua', 'lua b.lua', 'bash', 11n, 2n],
  ['2026-01-02T10:00:00Z', 'ws-1', 'ann', 'lua', 'lua a.lua', 'bash', 99n, 3n],
  ['2026-01-01T10:00:00Z', 'ws-2', 'ann', 'lua', 'lua a.lua', 'bash', 10n, 1n],
];
const checkpoint = async (): Promise<void> => {};
const name = 'DeviceProcessEvents';

describe('the fingerprint of an event', () => {
  it('is the same on another day with another process id, and differs by device, account, command or parent', async () => {
    const prints = await EventFingerprints.of(name, logTable(columns, rows), checkpoint);
    expect(prints.of(2)).toBe(prints.of(0));
    expect(new Set([0, 1, 3].map((row) => prints.of(row))).size).toBe(3);
    expect(prints.of(0)).toMatch(/^[0-9a-f]{16}$/);
    for (const column of [2, 3, 5]) {
      const other = rows[0].map((value, i) => (i === column ? 'other' : value));
      expect((await EventFingerprints.of(name, logTable(columns, [other]), checkpoint)).of(0)).not.toBe(prints.of(0));
    }
  });

  it('does not depend on the order of rows and columns, nor on columns that are empty', async () => {
    const prints = await EventFingerprints.of(name, logTable(columns, rows), checkpoint);
    const order = [7, 6, 5, 4, 3, 2, 1, 0];
    const turned = logTable(
      [...order.map((i) => columns[i]), { name: 'FolderPath', type: 'string' }],
      [...rows].reverse().map((row) => [...order.map((i) => row[i]), '']),
    );
    const others = await EventFingerprints.of(name, turned, checkpoint);
    expect(rows.map((_, row) => others.of(rows.length - 1 - row))).toEqual(rows.map((_, row) => prints.of(row)));
  });

  it('of other tables leaves out times and ids', async () => {
    const schema: readonly ColumnSchema[] = [
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'EventID', type: 'int' },
      { name: 'NewProcessId', type: 'string' },
      { name: 'CommandLine', type: 'string' },
    ];
    const table = logTable(schema, [
      ['2026-01-01T10:00:00Z', 4688, '0x10', 'lua x'],
      ['2026-01-05T10:00:00Z', 4688, '0x99', 'lua x'],
      ['2026-01-05T10:00:00Z', 4689, '0x99', 'lua x'],
    ]);
    const prints = await EventFingerprints.of('SecurityEvent', table, checkpoint);
    expect(prints.of(1)).toBe(prints.of(0));
    expect(prints.of(2)).not.toBe(prints.of(0));
  });

  it('finds its rows again', async () => {
    const prints = await EventFingerprints.of(name, logTable(columns, rows), checkpoint);
    for (const row of rows.keys()) {
      const same = [...rows.keys()].filter((other) => prints.of(other) === prints.of(row));
      expect(prints.rowsOf(prints.of(row))).toEqual(same);
    }
    expect(prints.rowsOf('0123456789abcdef')).toEqual([]);
  });
});

describe('labels', () => {
  it('are of every row of the same event, and are counted by rows', async () => {
    const prints = await EventFingerprints.of(name, logTable(columns, rows), checkpoint);
    const store = new LabelStore();
    store.set([
      [prints.of(0), { verdict: 'TP', note: '' }],
      [prints.of(1), { verdict: 'FP', note: 'build' }],
    ]);
    const labels = labelRows(store, prints, rows.length);
    expect([...labels.TP.toRows()]).toEqual([0, 2]);
    expect(countLabels(Bitmap.full(4), labels)).toEqual({ TP: 2, FP: 1, unsure: 0, unlabelled: 1 });
    expect(countLabels(Bitmap.fromRows(4, [2, 3]), labels)).toEqual({ TP: 1, FP: 0, unsure: 0, unlabelled: 1 });
  });

  it('are undone by setting what was before', () => {
    const store = new LabelStore();
    store.set([['a', { verdict: 'TP', note: '' }]]);
    const before = store.records();
    const changes = store.set([
      ['a', { verdict: 'FP', note: 'no' }],
      ['b', { verdict: 'unsure', note: '' }],
      ['c', null],
    ]);
    expect(changes.map(({ fingerprint }) => fingerprint)).toEqual(['a', 'b']);
    store.set(changes.map((change) => [change.fingerprint, change.before]));
    expect(store.records()).toEqual(before);
  });
});

describe('a file of labels', () => {
  it('is read by fingerprint and by row, and says which lines are none', () => {
    const file = parseLabelFile(
      [
        '{"fingerprint":"0123456789ABCDEF","verdict":"fp","note":"build"}',
        '',
        '{"ReportId":7,"DeviceName":"ws-1","Timestamp":"2026-01-01T10:00:00.0000000Z","scenario":"redis","event":"cli","label":"benign"}',
        'no json',
        '{"fingerprint":"12","verdict":"TP"}',
        '{"fingerprint":"0123456789abcdef","verdict":"constructor"}',
      ].join('\n'),
    );
    expect(file.byFingerprint).toEqual([['0123456789abcdef', { verdict: 'FP', note: 'build' }]]);
    expect(file.byRow).toMatchObject([{ reportId: '7', label: { verdict: 'FP', note: 'redis/cli' } }]);
    expect(file.errors.map(({ line }) => line)).toEqual([4, 5, 6]);
  });

  it('finds rows by device, report and time', async () => {
    const { byRow } = parseLabelFile(
      ['ws-1', 'ws-2', 'ws-3']
        .map((DeviceName) =>
          JSON.stringify({ ReportId: 1, DeviceName, Timestamp: '2026-01-01T10:00:00.0000000Z', label: 'TP' }),
        )
        .join('\n'),
    );
    const found = await findLabelledRows(byRow, logTable(columns, rows), checkpoint);
    expect([...found].map(([{ deviceName }, row]) => [deviceName, row])).toEqual([
      ['ws-1', 0],
      ['ws-2', 3],
    ]);
  });
});
