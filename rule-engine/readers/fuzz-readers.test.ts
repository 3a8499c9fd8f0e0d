import { tableFromArrays, tableToIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { value, writeEvtx } from './evtx/write-evtx.test-helper.ts';
import { readAll, toBytes } from './read-text.test-helper.ts';
import { readers } from './registry.ts';

const event = (command: string) => ({
  id: 1,
  data: { CommandLine: value.text(command), Names: value.texts('a', 'b'), User: value.sid(18), Id: value.number(1) },
});
const AUDIT = `type=SYSCALL msg=audit(1604994496.155:92733): arch=c000003e syscall=59 success=yes ppid=1 pid=2 comm="arp" exe="/usr/sbin/arp" key=(null)\x1dUID="root"
type=EXECVE msg=audit(1604994496.155:92733): argc=3 a0="arp" a1=2D61 a2_len=4 a2[0]=C3 a2[1]=A9
type=PROCTITLE msg=audit(1604994496.155:92733): proctitle=617270002D61
`;
const XML = `<Event xmlns='x'><System><Provider Name="Linux-Sysmon"/><EventID>1</EventID></System><EventData><Data Name='A'>b &amp; &#65;</Data></EventData></Event>\n`;
const TEXT = `03/12/2021 10:48:14 AM
LogName=Security
EventCode=4688
Message=A new process has been created.

Creator Subject:
	Account Name:		ada
Process Information:
	New Process Name:	C:\\lua.exe
`;

/** Sound inputs of every format, by its id. */
const SEEDS: { readonly [format: string]: Uint8Array } = {
  evtx: writeEvtx([['lua -e 1', 'cmd /c x'].map(event)]).subarray(0, 8192),
  auditd: toBytes(AUDIT.repeat(3)),
  'windows-event-xml': toBytes(XML.repeat(3)),
  'sysmon-linux': toBytes(`Nov 24 08:30:01 host sysmon: ${XML}`.repeat(3)),
  clixml: toBytes(
    `<Objs xmlns="http://schemas.microsoft.com/powershell/2004/04">${'<Obj RefId="0"><Props><S N="a">x_x000A_y</S><Obj N="b"><LST><I32>1</I32></LST></Obj></Props></Obj>\n'.repeat(2)}</Objs>`,
  ),
  'windows-event-text': toBytes(TEXT.repeat(2)),
  parquet: new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'a', data: ['x', 'y', 'x'], type: 'STRING' }] })),
  arrow: tableToIPC(tableFromArrays({ a: ['x', null], b: [1, 2] }), { format: 'file' })!,
  xlsx: await writeXlsx({
    sheets: [
      {
        name: 'Events',
        rows: [
          ['a', 'b'],
          ['x', 1],
          [new Date(0), true],
        ],
      },
    ],
  }),
  ndjson: toBytes('{"a":1,"b":{"c":["x"]}}\n{"a":2}\n'),
  json: toBytes('[{"a":1},\n{"a":"\\u00e9"}]'),
  syslog: toBytes('<34>1 2026-03-01T08:00:00Z web1 app 7 ID [a@1 b="c"] hello\nMar  1 08:00:01 web1 cron[7]: x\n'),
  'wevtutil-text': toBytes(
    'Event[0]:\n  Log Name: Security\n  Event ID: 1\n  Date: 2026-01-05T08:30:01.1\n  Description: \nA b:\nC: d\n\n'.repeat(
      2,
    ),
  ),
  cef: toBytes('CEF:0|a|b|1|2|c\\|d|5|src=1.2.3.4 msg=x\\=y z\n'.repeat(2)),
  journal: toBytes('{"__REALTIME_TIMESTAMP":"1772352000000000","MESSAGE":[104,105],"_PID":"7"}\n'.repeat(2)),
  'journal-export': toBytes(
    '__CURSOR=s=1\n__REALTIME_TIMESTAMP=1772352000000000\nMESSAGE\n\x03\0\0\0\0\0\0\0a\nb\n_PID=7\n\n'.repeat(2),
  ),
  'field-log': toBytes('#Fields: a b\n1 "x y"\n2 -\n'),
  csv: toBytes('a,b\n1,"x\ny"\n2,z\n'),
  'hunting-api': toBytes('{"Schema":[{"Name":"a","Type":"String"}],"Results":[{"a":"x"}]}'),
  'azure-monitor': toBytes('{"tables":[{"name":"T","columns":[{"name":"a","type":"long"}],"rows":[[1]]}]}'),
  'columns-and-rows': toBytes('{"columns":["a",{"name":"b"}],"rows":[[1,"x"],["y",null]]}'),
  'kusto-v1': toBytes('{"Tables":[{"TableName":"T","Columns":[{"ColumnName":"a"}],"Rows":[[1]]}]}'),
  'kusto-v2': toBytes('[{"FrameType":"DataTable","TableKind":"PrimaryResult","Columns":[],"Rows":[]}]'),
};

/** How many times more inputs than in a run of all tests; `npm run fuzz` asks for many. */
const EFFORT = Number(process.env.FUZZ_EFFORT ?? 1);

/** A seed with bytes changed, cut, doubled or put in. */
function damaged(seed: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: seed.length });
  const change = fc.record({
    at: place,
    byte: fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(0, 0xff, 0x22, 0x3c, 0x5b)),
  });
  return fc
    .record({
      changes: fc.array(change, { maxLength: 12 }),
      start: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, place),
      end: fc.oneof({ weight: 3, arbitrary: fc.constant(seed.length) }, place),
      inserted: fc.uint8Array({ maxLength: 16 }),
      insertAt: place,
    })
    .map(({ changes, start, end, inserted, insertAt }) => {
      const bytes = Uint8Array.from([...seed.subarray(0, insertAt), ...inserted, ...seed.subarray(insertAt)]);
      for (const { at, byte } of changes) bytes[at] = byte;
      return bytes.slice(Math.min(start, end), Math.max(start, end));
    });
}

describe('every reader', () => {
  it('has a seed here', () => {
    expect(readers.map(({ format }) => format).filter((format) => SEEDS[format] === undefined)).toEqual([]);
  });

  describe.each(readers.map((reader) => [reader.format, reader] as const))('%s', (format, reader) => {
    it('reads its seed without an error', async () => {
      const { records } = await readAll(reader, SEEDS[format]);
      expect(records.length).toBeGreaterThanOrEqual(format === 'kusto-v2' ? 0 : 1);
    });

    it('gives records or reports, never throws, on damaged input', async () => {
      await fc.assert(
        fc.asyncProperty(damaged(SEEDS[format]), fc.integer({ min: 1, max: 5000 }), async (bytes, size) => {
          expect(reader.detect({ name: 'x', bytes, complete: true })).toBeGreaterThanOrEqual(0);
          const { records } = await readAll(reader, bytes, size);
          for (const { fields } of records) expect(typeof fields).toBe('object');
        }),
        { numRuns: EFFORT * (format === 'evtx' ? 300 : 150) },
      );
    });

    it('gives records or reports, never throws, on any bytes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
          reader.detect({ name: 'x', bytes, complete: false });
          await readAll(reader, bytes, 64);
        }),
        { numRuns: EFFORT * 100 },
      );
    });

    it('gives the same records whatever the pieces are', async () => {
      const whole = await readAll(reader, SEEDS[format]);
      for (const size of [1, 7, 100]) expect(await readAll(reader, SEEDS[format], size)).toEqual(whole);
    });
  });
});
