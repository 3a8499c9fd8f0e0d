import { describe, expect, it } from 'vitest';
import { valueJson } from '../functions/value-text.ts';
import { loadSource } from './load-source.ts';

const ROW = {
  Timestamp: '2026-03-01T08:00:00.1234567Z',
  DeviceName: 'pc1',
  FileName: 'lua.exe',
  ProcessId: 7,
  ProcessCommandLine: 'lua x',
  InitiatingProcessFileName: 'cmd.exe',
  AdditionalFields: '{"a":1}',
  Unknown: 'u',
};

describe('rows of a known table that are wrapped', () => {
  it.each([
    ['in a search result', { hits: { hits: [{ _index: 'i', _id: '1', _source: ROW }] } }],
    ['as Elasticsearch exports them', { _index: 'i', _source: ROW }],
    ['as Splunk exports them', { preview: false, offset: 0, result: ROW }],
    ['for an event collector', { time: 1772352000, event: ROW }],
  ])('%s are those of the table', async (_, record) => {
    const { report, tables } = await loadSource(new File([JSON.stringify(record)], 'export.json'));
    expect(report.tables.map(({ table, mapping, rows }) => [table, mapping, rows])).toEqual([
      ['DeviceProcessEvents', 'column-names', 1],
    ]);
    const [{ table }] = tables;
    const cell = (name: string) => {
      const column = table.column(name);
      return column && JSON.parse(valueJson(column.get(0), column.type));
    };
    expect(['Timestamp', 'ProcessId', 'ProcessCommandLine', 'AdditionalFields'].map(cell)).toEqual([
      ROW.Timestamp,
      7,
      'lua x',
      { a: 1 },
    ]);
    expect(report.tables[0].leftover.map(({ field }) => field)).toEqual(['Unknown']);
  });
});
