import { describe, expect, it } from 'vitest';
import { readAll } from '../read-text.test-helper.ts';
import type { FieldValue } from '../reader.ts';
import { crc32 } from './crc32.ts';
import { evtxReader } from './evtx-reader.ts';
import { fileTimeText } from './file-time.ts';
import { value, type WrittenEvent, writeEvtx } from './write-evtx.test-helper.ts';

const event = (command: string): WrittenEvent => ({
  id: 1,
  ticks: 133_497_774_001_234_567n,
  data: { CommandLine: value.text(command), ProcessId: value.number(7), LogonId: value.hexadecimal(0x3e7n) },
});

function commands(records: readonly { readonly fields: { readonly [name: string]: FieldValue } }[]): unknown[] {
  return records.map(({ fields }) => {
    const { EventData } = fields.Event as { EventData: { CommandLine: FieldValue } };
    return EventData.CommandLine;
  });
}

describe('EVTX', () => {
  it('reads a template, its names and values, and the times to 100 ns', async () => {
    const { records, errors } = await readAll(evtxReader, writeEvtx([[event('lua a'), event('lua b')]]), 1000);
    expect(errors).toEqual([]);
    expect(records.map(({ offset }) => offset)).toEqual([4608, expect.any(Number)]);
    expect(records[1].fields).toEqual({
      Event: {
        System: {
          Provider: { '#attributes': { Name: 'Microsoft-Windows-Sysmon' } },
          EventID: 1,
          TimeCreated: { '#attributes': { SystemTime: '2024-01-15T07:30:00.1234567Z' } },
          Channel: 'Microsoft-Windows-Sysmon/Operational',
          Computer: 'host.example',
          EventRecordID: 2,
        },
        EventData: { CommandLine: 'lua b', ProcessId: 7, LogonId: '0x3e7' },
      },
    });
  });

  it('knows each type', async () => {
    const typed: WrittenEvent = {
      id: 5,
      data: {
        Guid: value.guid([0x5f, 0x38, 0x70, 0x57, 0x2a, 0xc2, 0xe0, 0x43, 0xbf, 0x4c, 6, 0xf5, 0x69, 0x8f, 0xfb, 0xd9]),
        User: value.sid(18),
        None: value.none(),
        Names: value.texts('a', 'b'),
        Flag: { type: 13, bytes: Uint8Array.from([1, 0, 0, 0]) },
        Signed: { type: 7, bytes: Uint8Array.from([0xff, 0xff, 0xff, 0xff]) },
        Large: { type: 10, bytes: Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]) },
        Binary: { type: 14, bytes: Uint8Array.from([1, 0xab]) },
        Ansi: { type: 2, bytes: new TextEncoder().encode('abc\0') },
        When: { type: 18, bytes: Uint8Array.from([0xea, 7, 1, 0, 0, 0, 5, 0, 4, 0, 3, 0, 2, 0, 1, 0]) },
        Numbers: { type: 0x88, bytes: Uint8Array.from([1, 0, 0, 0, 2, 0, 0, 0]) },
        '': value.text('unnamed'),
      },
    };
    const { records, errors } = await readAll(evtxReader, writeEvtx([[typed]]));
    expect(errors).toEqual([]);
    expect(records[0].fields).toMatchObject({
      Event: {
        EventData: {
          Guid: '5770385F-C22A-43E0-BF4C-06F5698FFBD9',
          User: 'S-1-5-18',
          None: null,
          Names: ['a', 'b'],
          Flag: true,
          Signed: -1,
          Large: 18446744073709551615n,
          Binary: '01AB',
          Ansi: 'abc',
          When: '2026-01-05T04:03:02.001Z',
          Numbers: [1, 2],
          Data: 'unnamed',
        },
      },
    });
  });

  it('reads every chunk that is there, whatever the header counts', async () => {
    const bytes = writeEvtx([[event('a')], [event('b')], [event('c')]]);
    bytes.fill(0, 4096 + 65536, 4096 + 2 * 65536);
    new DataView(bytes.buffer).setUint16(42, 1, true);
    const { records } = await readAll(evtxReader, bytes);
    expect(commands(records)).toEqual(['a', 'c']);
  });

  it('reads records that a chunk which was not closed states no end of', async () => {
    const events = ['a', 'b', 'c', 'd'].map(event);
    const { records, errors } = await readAll(evtxReader, writeEvtx([events], true));
    expect([commands(records), errors]).toEqual([['a', 'b', 'c', 'd'], []]);
  });

  it('keeps whole records of a file that is cut off, and says where', async () => {
    const bytes = writeEvtx([['a', 'b', 'c'].map(event)]);
    const { records: whole } = await readAll(evtxReader, bytes);
    const { records, errors } = await readAll(evtxReader, bytes.subarray(0, whole[2].offset! + 40));
    expect(commands(records)).toEqual(['a', 'b']);
    expect(errors[0]).toMatchObject({ offset: whole[2].offset });
  });

  it('passes over a damaged record and reports a checksum', async () => {
    const bytes = writeEvtx([['a', 'b', 'c'].map(event)]);
    const { records: whole } = await readAll(evtxReader, bytes);
    new DataView(bytes.buffer).setUint32(whole[1].offset! + 4, 60000, true);
    const { records, errors } = await readAll(evtxReader, bytes);
    expect(commands(records)).toEqual(['a', 'c']);
    expect(errors.map(({ offset }) => offset)).toEqual([4096, whole[1].offset]);
  });

  it('has the checksum and the times of the specification', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(fileTimeText(0xd53e8000, 0x019db1de)).toBe('1970-01-01T00:00:00.0000000Z');
    expect(fileTimeText(0, 0)).toBe('1601-01-01T00:00:00.0000000Z');
    expect(fileTimeText(0xffffffff, 0xffffffff)).toBe('0xffffffffffffffff');
  });
});
