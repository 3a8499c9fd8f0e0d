import { describe, expect, it } from 'vitest';
import { loadSource } from '../../ingest/load-source.ts';
import { detectFormat } from '../detect-format.ts';
import { readAll, toBytes } from '../read-text.test-helper.ts';
import { clixmlReader } from './clixml-reader.ts';

const objects = (...all: readonly string[]) =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n${all.join('\r\n')}\r\n</Objs>`;
const object = (id: number, members: string) =>
  `<Obj RefId="${id}"><TN RefId="0"><T>System.Object</T></TN><ToString>x</ToString>${members}</Obj>`;
const named = (name: string) => object(0, `<MS><S N="Name">${name}</S></MS>`);

describe('objects as Export-Clixml writes them', () => {
  it('have their members as fields, of every kind', async () => {
    const members = [
      '<S N="Text">a_x000D__x000A_b &lt;Obj&gt;</S><I32 N="Small">-7</I32><I64 N="Large">-9223372036854775808</I64>',
      '<B N="Yes">true</B><Db N="Half">0.5</Db><Nil N="None"/><DT N="When">2026-01-05T09:30:01.467+01:00</DT>',
      '<Obj N="Kind" RefId="2"><TNRef RefId="0"/><ToString>Info</ToString><I32>4</I32></Obj>',
      '<Obj N="List" RefId="3"><LST><Obj RefId="4"><Props><I32 N="Value">1</I32></Props></Obj><S>two</S></LST></Obj>',
      '<Obj N="Map" RefId="5"><DCT><En><S N="Key">k</S><I32 N="Value">1</I32></En></DCT></Obj><Ref N="Again" RefId="3"/>',
      '<S N="__proto__">p</S>',
    ].join('');
    const { records, errors } = await readAll(clixmlReader, objects(object(1, `<Props>${members}</Props>`)));
    expect(errors).toEqual([]);
    const { fields } = records[0];
    expect(Object.getOwnPropertyDescriptor(fields, '__proto__')?.value).toBe('p');
    const { ['__proto__']: _, ...others } = fields;
    expect(others).toEqual({
      Text: 'a\r\nb <Obj>',
      Small: -7,
      Large: -9223372036854775808n,
      Yes: true,
      Half: 0.5,
      None: null,
      When: '2026-01-05T09:30:01.467+01:00',
      Kind: 'Info',
      List: [{ Value: 1 }, 'two'],
      Map: { k: 1 },
      Again: [{ Value: 1 }, 'two'],
    });
  });

  it.each([
    ['a value that is no object', objects('<S>text</S>', named('b')), ['b'], 'no object, it was passed over: text'],
    [
      'an object that is not well-formed',
      objects(object(1, '<MS><S N="x">a</MS>'), named('b')),
      ['b'],
      "can't be read",
    ],
    ['an end within an object', objects(named('a'), '<Obj RefId="1"><MS>'), ['a'], 'ends within an object'],
  ])('of %s it is told, the others are kept', async (_, text, names, message) => {
    for (const size of [1, 1 << 16]) {
      const { records, errors } = await readAll(clixmlReader, text, size);
      expect(records.map(({ fields }) => fields.Name)).toEqual(names);
      expect(errors.map((error) => error.message)).toEqual([expect.stringContaining(message)]);
    }
  });

  it('are not looked for again and again in tags that are never closed', async () => {
    const { records, errors } = await readAll(clixmlReader, objects(named('a'), '<Obj '.repeat(400_000)), 1 << 20);
    expect(records.map(({ fields }) => fields.Name)).toEqual(['a']);
    expect(errors).toHaveLength(1);
  });

  it('leaves out an object that is too long and goes on', async () => {
    const long = object(1, `<MS><S N="Name">${'x'.repeat(17 * 1024 * 1024)}</S></MS>`);
    const { records, errors } = await readAll(clixmlReader, objects(named('a'), long, named('c')));
    expect(records.map(({ fields }) => fields.Name)).toEqual(['a', 'c']);
    expect(errors.map(({ message }) => message)).toEqual(['An object is longer than 16 MiB: it was left out']);
  });

  it('are known in UTF-16 too, and events of Get-WinEvent start processes', async () => {
    const message =
      'Process Create:_x000D__x000A_ProcessId: 4242_x000D__x000A_Image: C:\\lua.exe_x000D__x000A_CommandLine: lua -e 1';
    const event = object(
      1,
      `<Props><I32 N="Id">1</I32><I64 N="RecordId">9</I64><S N="ProviderName">Microsoft-Windows-Sysmon</S><S N="LogName">Microsoft-Windows-Sysmon/Operational</S><S N="MachineName">ws1</S><DT N="TimeCreated">2026-01-05T09:30:01.467+01:00</DT></Props><MS><S N="Message">${message}</S></MS>`,
    );
    const text = `\ufeff${objects(event)}`;
    const bytes = Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]));
    const { report, tables } = await loadSource(new File([bytes], 'events.xml'));
    expect(report).toMatchObject({ format: 'clixml', errorCount: 0 });
    const [{ table }] = tables.filter(({ name }) => name === 'DeviceProcessEvents');
    expect(
      ['DeviceName', 'FolderPath', 'ProcessId', 'ProcessCommandLine'].map((name) => table.column(name)?.get(0)),
    ).toEqual(['ws1', 'C:\\lua.exe', 4242n, 'lua -e 1']);
    expect(report.tables[0].timeRange?.[0]).toBe('2026-01-05T08:30:01.4670000Z');
    expect(detectFormat({ name: 'x', bytes: toBytes('<Objs><Obj/></Objs>'), complete: true })?.reader.format).not.toBe(
      'clixml',
    );
  });
});
