import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Table } from '../columnar/table.ts';
import { parseDatetime } from '../functions/datetime-text.ts';
import type { Scalar } from '../schema/value.ts';
import { loadSource } from './load-source.ts';
import type { LoadProgress, SourceOverride } from './source-report.ts';

function load(name: string, content: string | Uint8Array, override: SourceOverride = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return loadSource(new File([bytes as Uint8Array<ArrayBuffer>], name), { override });
}

function values(table: Table, column: string): Scalar[] {
  return Array.from({ length: table.length }, (_, row) => table.column(column)?.get(row) ?? null);
}

const ticks = (iso: string) => parseDatetime(iso);

const portalCsv = [
  'Timestamp,DeviceName,FileName,ProcessId,ProcessCommandLine,AdditionalFields,MachineGroup',
  '2026-01-29T05:44:10.1234567Z,host1,lua.exe,4711,"lua -e ""os.execute(\'whoami\')""","{""a"":1}",lab',
  '2026-01-29T05:44:11Z,host1,cmd.exe,oops,cmd,,',
].join('\r\n');

describe('a portal export', () => {
  it('fills the table whose columns its header names, and says what it filled', async () => {
    const { report, tables } = await load('export.csv', portalCsv);
    const [{ name, table }] = tables;
    expect(name).toBe('DeviceProcessEvents');
    expect(values(table, 'Timestamp')).toEqual([ticks('2026-01-29T05:44:10.1234567Z'), ticks('2026-01-29T05:44:11Z')]);
    expect(values(table, 'TimeGenerated')).toEqual(values(table, 'Timestamp'));
    expect(values(table, 'ProcessCommandLine')).toEqual(['lua -e "os.execute(\'whoami\')"', 'cmd']);
    expect(values(table, 'AdditionalFields')).toEqual([new Map([['a', 1n]]), null]);
    expect(values(table, 'MachineGroup')).toEqual(['lab', '']);
    expect(values(table, 'AccountName')).toEqual(['', '']);
    const [tableReport] = report.tables;
    expect(tableReport.columns.find((column) => column.name === 'ProcessId')).toEqual({
      name: 'ProcessId',
      type: 'long',
      filled: 1,
      from: 'ProcessId',
    });
    expect(tableReport.missing).toContain('AccountName');
    expect(tableReport.timeRange).toEqual(['2026-01-29T05:44:10.1234567Z', '2026-01-29T05:44:11.0000000Z']);
    expect(report.errors).toEqual([{ line: 3, message: "ProcessId is a long, and 'oops' is none: it was left empty" }]);
  });

  it('takes null, a dash and their like for no value where a column holds no text', async () => {
    const csv = 'Timestamp,ProcessId,FileName\nnull,(null),null\n-,n/a,-\n2026-01-29T05:44:10Z,None,lua\n';
    const { report, tables } = await load('DeviceProcessEvents.csv', csv);
    const [{ table }] = tables;
    expect(report.errors).toEqual([]);
    expect(values(table, 'ProcessId')).toEqual([null, null, null]);
    expect(values(table, 'Timestamp')).toEqual([null, null, ticks('2026-01-29T05:44:10Z')]);
    expect(values(table, 'FileName')).toEqual(['null', '-', 'lua']);
  });

  it('reads the same with a byte order mark, as UTF-16, gzipped once or twice, and in several members', async () => {
    const expected = values((await load('export.csv', portalCsv)).tables[0].table, 'ProcessCommandLine');
    const utf8 = new TextEncoder().encode(portalCsv);
    const utf16 = Buffer.from(`\ufeff${portalCsv}`, 'utf16le');
    const members = [gzipSync(utf8.subarray(0, 100)), gzipSync(utf8.subarray(100))];
    const forms: [Uint8Array, string[]][] = [
      [new TextEncoder().encode(`\ufeff${portalCsv}`), []],
      [utf16, []],
      [utf16.subarray(2), []],
      [gzipSync(utf8), ['gzip']],
      [gzipSync(gzipSync(utf16)), ['gzip', 'gzip']],
      [new Uint8Array(Buffer.concat(members)), ['gzip']],
    ];
    for (const [bytes, containers] of forms) {
      const { report, tables } = await load('export.csv.gz', bytes);
      expect(report.containers).toEqual(containers);
      expect(values(tables[0].table, 'ProcessCommandLine')).toEqual(expected);
    }
  });

  it('keeps what came before damage in gzip and reports it', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `2026-01-29T05:44:10Z,host${i},cmd${Math.sin(i)}`).join('\n');
    const gzip = gzipSync(new TextEncoder().encode(`Timestamp,DeviceName,ProcessCommandLine\n${rows}`));
    const { report } = await load('cut.csv.gz', gzip.subarray(0, gzip.length - 500));
    expect(report.records).toBeGreaterThan(500);
    expect(report.errors.map((error) => error.message).join()).toContain('gzip');
  });

  it('takes Log Analytics headers, en-US times and other delimiters', async () => {
    const text =
      'TimeGenerated [UTC]\tDeviceName\tProcessCommandLine\n"1/29/2026, 5:44:10.950\u202fPM"\thost1\tlua x.lua\n';
    const { report, tables } = await load('query_data.tsv', text);
    expect(report.tables[0].table).toBe('DeviceProcessEvents');
    expect(values(tables[0].table, 'Timestamp')).toEqual([ticks('2026-01-29T17:44:10.95Z')]);
    expect(report.errorCount).toBe(0);
    const local = await load('query_data.tsv', text.replace('[UTC]', '[Local Time]'));
    expect(local.report.errors[0].message).toContain('time zone');
  });
});

describe('JSON', () => {
  it('fills the table of each streaming category', async () => {
    const record = (category: string, properties: object) => JSON.stringify({ time: 't', category, properties });
    const { report, tables } = await load(
      'insights.json',
      [
        record('AdvancedHunting-DeviceProcessEvents', {
          Timestamp: '2026-01-29T05:44:10Z',
          LogonId: 999,
          ProcessId: 7,
        }),
        record('AdvancedHunting-DeviceInfo', { DeviceId: 'd1', IsAzureADJoined: true }),
        'broken',
        '{"records": ]',
      ].join('\n'),
    );
    expect(tables.map(({ name, table }) => [name, table.length])).toEqual([
      ['DeviceProcessEvents', 1],
      ['DeviceInfo', 1],
    ]);
    expect(values(tables[1].table, 'IsAzureADJoined')).toEqual([true]);
    expect(report.errors.map((error) => error.line)).toEqual([3, 4]);
  });

  it('keeps 64-bit integers and epoch nanoseconds whole', async () => {
    const { tables } = await load('events.ndjson', '{"id":9007199254740993,"at":1700000000123456789}\n{"id":1,"at":2}');
    expect(values(tables[0].table, 'id')).toEqual([9007199254740993n, 1n]);
    expect(values(tables[0].table, 'at')).toEqual([1700000000123456789n, 2n]);
  });

  it('makes a table of its own of what fits no known one, and types its columns', async () => {
    const text =
      '[{"when":"2026-01-29T05:44:10Z","n":1,"r":1.5,"b":false,"t":"12","bag":{"x":[1]}},{"n":-2,"bag":null}]';
    const { report, tables } = await load('My events (2).json', text);
    expect(report.tables[0]).toMatchObject({ table: 'My_events_2', mapping: 'own-table', missing: [] });
    expect(tables[0].table.schema.map((column) => `${column.name}:${column.type}`)).toEqual([
      'when:datetime',
      'n:long',
      'r:real',
      'b:bool',
      't:string',
      'bag:dynamic',
    ]);
    expect(values(tables[0].table, 'bag')).toEqual([new Map([['x', [1n]]]), null]);
  });

  it('suggests process events by field names, and lets the user choose otherwise', async () => {
    const text =
      '{"ts":1769665450,"host":"web1","process":{"executable":"/usr/bin/lua","command_line":"lua -e 1","pid":7},"user":"LAB\\\\ada","x":1}';
    const { report, tables } = await load('fleet.ndjson', text);
    const table = tables[0].table;
    const row = [
      'Timestamp',
      'DeviceName',
      'FileName',
      'FolderPath',
      'ProcessId',
      'ProcessCommandLine',
      'AccountDomain',
      'AccountName',
    ];
    expect(row.map((column) => table.column(column)?.get(0))).toEqual([
      ticks('2026-01-29T05:44:10Z'),
      'web1',
      'lua',
      '/usr/bin/lua',
      7n,
      'lua -e 1',
      'LAB',
      'ada',
    ]);
    expect(report.tables[0].leftover).toEqual([{ field: 'x', records: 1 }]);
    expect(report.alternatives.mappings.map(({ id }) => id)).toContain('own-table');
    const own = await load('fleet.ndjson', text, { mapping: 'own-table' });
    expect(own.tables.map(({ name }) => name)).toEqual(['fleet']);
  });
});

describe('hostile input', () => {
  it('keeps a bounded number of columns when every record names new fields', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `{"always":${i},"field${i}":1}`);
    const { report, tables } = await load('fields.ndjson', lines.join('\n'));
    expect(values(tables[0].table, 'always').at(-1)).toBe(2999n);
    expect(tables[0].table.columns.length).toBeLessThan(2100);
    const [further] = report.tables[0].leftover;
    expect(further.field).toBe('(further fields)');
    expect(further.records + tables[0].table.columns.length - 1).toBe(3000);
  });
});

describe('overrides', () => {
  it('reads as the format and into the table that the user chose', async () => {
    const { report, tables } = await load('notes.txt', 'FileName;ProcessCommandLine\nlua;lua x\n', {
      format: 'csv',
      table: 'DeviceEvents',
    });
    expect(report.formatReason).toBe('You chose this format.');
    expect(tables.map(({ name, table }) => [name, values(table, 'FileName')])).toEqual([['DeviceEvents', ['lua']]]);
  });
});

describe('what can not be loaded', () => {
  it('is reported', async () => {
    expect((await load('empty.csv', '')).report.errors).toEqual([{ message: 'The file is empty' }]);
    const { report, tables } = await load('photo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3));
    expect([report.format, tables.length, report.errorCount]).toEqual(['unknown', 0, 1]);
  });

  it('tells how far it is at most a hundred times, and last that all is read', async () => {
    const line = `${'x'.repeat(9_999)}\n`;
    const bytes = new TextEncoder().encode(`Text\n${line.repeat(4_000)}`);
    const told: LoadProgress[] = [];
    await loadSource(new File([bytes], 'long.csv'), { onProgress: (progress) => void told.push(progress) });
    expect(told.length).toBeGreaterThan(10);
    expect(told.length).toBeLessThanOrEqual(101);
    expect(told.at(-1)).toEqual({ bytesRead: bytes.length, bytesTotal: bytes.length, rows: 4_000 });
  });

  it('stops when cancelled, and drops the rows', async () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `{"ProcessCommandLine":"lua ${i}","FileName":"lua"}`);
    const cancel = new AbortController();
    const progress: number[] = [];
    const { report, tables } = await loadSource(new File([lines.join('\n')], 'big.ndjson'), {
      signal: cancel.signal,
      onProgress: ({ bytesRead }) => {
        progress.push(bytesRead);
        cancel.abort();
      },
    });
    expect([report.cancelled, report.records, tables, report.tables]).toEqual([true, 0, [], []]);
    expect(progress).toHaveLength(1);
  });

  it('never throws, whatever bytes are changed', async () => {
    const texts = [
      portalCsv,
      `[${JSON.stringify({ FileName: 'lua', bag: { a: [1, null] }, at: '2026-01-29T05:44:10Z' })}]`,
    ];
    const change = fc.tuple(fc.nat(300), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.array(change, { maxLength: 8 }),
        fc.boolean(),
        async (text, changes, gzip) => {
          const encoded = new TextEncoder().encode(text);
          const bytes = gzip ? gzipSync(encoded) : encoded;
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const { report, tables } = await load('fuzz', bytes);
          for (const { table } of tables)
            for (const column of table.columns) for (let row = 0; row < table.length; row++) column.get(row);
          expect(report.errorCount).toBeGreaterThanOrEqual(report.errors.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
