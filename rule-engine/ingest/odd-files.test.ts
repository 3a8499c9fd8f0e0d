import { describe, expect, it } from 'vitest';
import { loadSource } from './load-source.ts';

const HEAD = 'Timestamp,DeviceName,FileName,ProcessCommandLine';
const ROW = '2026-01-05T08:30:01.467Z,ws1,lua.exe,"lua ""x"", y"';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

async function load(content: string | Buffer, name = 'events.csv') {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { report, tables } = await loadSource(new File([new Uint8Array(bytes)], name));
  const table = tables[0]?.table;
  const rows = Array.from({ length: table?.length ?? 0 }, (_, row) =>
    ['FileName', 'ProcessCommandLine'].map((column) => table.column(column)?.get(row)),
  );
  return { report, rows, name: tables[0]?.name };
}

describe('files as they are in the wild', () => {
  it.each([
    ['UTF-8 with a byte order mark', `\ufeff${HEAD}\n${ROW}\n`],
    ['UTF-16 with a byte order mark', utf16(`\ufeff${HEAD}\r\n${ROW}\r\n`)],
    ['UTF-16 without one', utf16(`${HEAD}\r\n${ROW}\r\n`)],
    ['carriage returns alone', `${HEAD}\r${ROW}\r`],
    ['blank lines', `\r\n\r\n${HEAD}\r\n\r\n${ROW}\r\n\r\n`],
    ['Excel’s line sep=,', `sep=,\r\n${HEAD}\r\n${ROW}\r\n`],
    ['Excel’s line sep=; and semicolons', `"sep=;"\r\n${`${HEAD}\r\n${ROW}`.replaceAll(/,(?! y)/g, ';')}`],
    ['a comment before the header', `# exported by a tool\n${HEAD}\n${ROW}\n`],
    ['commas at the ends of lines', `${HEAD},\n${ROW},\n`],
    ['commas at the ends of rows alone', `${HEAD}\n${ROW},,\n`],
  ])('%s', async (_, content) => {
    const { report, rows, name } = await load(content);
    expect([name, report.errors, report.assumptions]).toEqual(['DeviceProcessEvents', [], undefined]);
    expect(rows).toEqual([['lua.exe', 'lua "x", y']]);
  });

  it('lines keep their numbers behind what stands before the header', async () => {
    const { report } = await load(`sep=,\n# a tool\n${HEAD}\n${ROW}\nnever,ws1,lua.exe,x\n`);
    expect(report.errors).toMatchObject([{ line: 5 }]);
  });

  it('a header alone is an empty table of those columns', async () => {
    const { report, name } = await load(`${HEAD}\n`);
    expect([name, report.records, report.errors]).toEqual(['DeviceProcessEvents', 0, []]);
    expect(report.tables[0].missing).not.toContain('ProcessCommandLine');
  });

  it('events without a header are all kept, their columns numbered, and that is told', async () => {
    const first = '2026-01-05 08:30:01,ws1,lua\n';
    const { report, name } = await load(`${first}2026-01-05 08:30:02,ws2,lua\n`);
    expect([report.format, report.records, name]).toEqual(['csv', 2, 'events']);
    expect(report.tables[0].columns.map((column) => column.name)).toEqual(['Column1', 'Column2', 'Column3']);
    expect(report.assumptions).toEqual([
      { message: 'The first line is an event like the others: the columns have numbers for names', records: 0 },
    ]);
    expect((await load(first)).report.records).toBe(1);
  });

  it('of events without a header what their values tell fills DeviceProcessEvents', async () => {
    const row = (second: number, path: string) =>
      `"1/5/2026, 8:30:0${second}.000 AM",ws1,${path},"""${path}"" -e ""print(1, 2)"""\r\n`;
    const { rows } = await load(row(1, 'C:\\Lua\\lua.exe') + row(2, 'C:\\Lua\\luac.exe'));
    expect(rows).toEqual([
      ['lua.exe', '"C:\\Lua\\lua.exe" -e "print(1, 2)"'],
      ['luac.exe', '"C:\\Lua\\luac.exe" -e "print(1, 2)"'],
    ]);
  });

  it('a header may have dates for names', async () => {
    const { report } = await load('host,2026-01-05,2026-01-06\nws1,7,8\n');
    expect(report.tables[0].columns.map((column) => column.name)).toEqual(['host', '2026-01-05', '2026-01-06']);
  });

  it('text with a comma here and there is no CSV', async () => {
    const log = Array.from({ length: 9 }, (_, line) => `2026-01-05 08:30:01,${line} INFO started\n`).join('');
    const notes = await load(`${log}2026-01-05 08:30:02,1 INFO one, two, three\n`, 'sync.log');
    expect([notes.report.format, notes.report.records]).toEqual(['unknown', 0]);
    expect(notes.report.errors).toMatchObject([{ message: 'The file was not loaded: its format is unknown' }]);
  });

  it('text that is no UTF-8 is taken for Windows-1252, and the report says so', async () => {
    const { report, rows } = await load(Buffer.from(`${HEAD}\n2026-01-05T08:30:01Z,ws1,lua.exe,café\n`, 'latin1'));
    expect(rows).toEqual([['lua.exe', 'café']]);
    expect(report.assumptions).toEqual([
      { message: 'The text is not UTF-8: it was taken for Windows-1252', records: 0 },
    ]);
    const damaged = Buffer.concat([Buffer.from(`${HEAD}\n2026-01-05T08:30:01Z,ws1,ça.exe,été`), Buffer.from([0xe9])]);
    expect((await load(damaged)).rows).toEqual([['ça.exe', 'été\ufffd']]);
  });

  it.each([
    ['JSON lines', (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n')],
    ['a JSON array', (records: readonly object[]) => JSON.stringify(records)],
  ])('a first record longer than what the format is told by: %s', async (_, text) => {
    const record = { Timestamp: '2026-01-29T05:44:10Z', DeviceName: 'host', FileName: 'lua' };
    const long = { ...record, ProcessCommandLine: `lua ${'x'.repeat(1_000_000)}` };
    const { report } = await load(text([long, record]), 'export.json');
    expect(report.tables.map(({ table, rows }) => [table, rows])).toEqual([['DeviceProcessEvents', 2]]);
  });

  it('a zero byte is a character of its cell', async () => {
    const filler = `${ROW}\n`.repeat(20);
    const { rows } = await load(`${HEAD}\n${filler}2026-01-05T08:30:01Z,ws1,lua.exe,a\0b\n`);
    expect([rows.length, rows[20]]).toEqual([21, ['lua.exe', 'a\0b']]);
  });

  it('so it is in a small file, and what a crash left unwritten is reported', async () => {
    const small = await load(`${HEAD}\n${ROW}\n2026-01-05T08:30:01Z,ws1,lua.exe,a\0\0b\n`);
    expect(small.rows).toEqual([
      ['lua.exe', 'lua "x", y'],
      ['lua.exe', 'a\0\0b'],
    ]);
    const unwritten = await load(`${HEAD}\n${ROW}\n${'\0'.repeat(4096)}`);
    expect(unwritten.rows[0]).toEqual(['lua.exe', 'lua "x", y']);
    expect(unwritten.report.errors[0]).toMatchObject({ line: 3 });
  });

  it('a file that was never written is refused, whatever its name', async () => {
    const { report } = await load('\0'.repeat(5000), 'events.csv');
    expect([report.records, report.errors.map(({ message }) => message)]).toEqual([
      0,
      [expect.stringContaining('5000 of its first 5000 bytes are zero')],
    ]);
  });

  it('a file that is no text is refused with the reason', async () => {
    const bytes = Buffer.from(Uint8Array.from({ length: 1000 }, (_, at) => (at % 3 === 0 ? 0 : at % 251)));
    const { report } = await load(bytes, 'memory.dmp');
    expect(report.errors).toEqual([
      {
        message:
          'The file was not loaded: its format is unknown, and 336 of its first 1000 bytes are zero: it is a binary file, or damaged',
      },
    ]);
  });

  it.each([
    ['Level,Date and Time,Source,Event ID,Task Category', 'Information,1/5/2026 8:30:01 AM'],
    ['Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie', 'Informationen,05.01.2026 08:30:01'],
    ['Niveau,Date et heure,Source,ID de l’événement,Catégorie de la tâche', 'Information,05/01/2026 08:30:01'],
  ])('Event Viewer’s CSV has the message in a cell without a header: %s', async (header, event) => {
    const message =
      'Process Create:\r\nRuleName: -\r\nUtcTime: 2026-01-05 08:30:01.467\r\nImage: C:\\lua.exe\r\nCommandLine: lua x';
    const { report, rows } = await load(
      `\ufeff${header}\r\n${event},Microsoft-Windows-Sysmon,1,Process Create,"${message}"\r\n`,
    );
    expect([report.errors, rows]).toEqual([[], [['lua.exe', 'lua x']]]);
    expect(report.formatTitle).toContain('Event Viewer');
    expect(report.assumptions?.map((one) => one.message).join()).toContain('no time zone');
  });

  it.each([
    [[0xd0, 0xcf, 0x11, 0xe0, 1], 'an old Excel workbook or one with a password'],
    [[0x37, 0x7a, 0xbc, 0xaf, 1], '7-Zip'],
    [[0x42, 0x5a, 0x68, 0x39], 'bzip2'],
  ])('another format is named, with advice', async (bytes, text) => {
    const { report } = await load(Buffer.from(bytes), 'events.bin');
    expect(report.errors).toEqual([{ message: expect.stringContaining(text) }]);
  });
});
