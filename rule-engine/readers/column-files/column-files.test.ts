import { columnFromArray, TimeUnit, tableFromArrays, tableFromColumns, tableToIPC, timestamp } from '@uwdata/flechette';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readAll } from '../read-text.test-helper.ts';
import { arrowReader } from './arrow-reader.ts';
import { timeText } from './column-value.ts';
import { parquetReader } from './parquet-reader.ts';

const rows = { FileName: ['lua', 'cmd', null], ProcessId: [7, 8, 9] };

/** A column of 80 texts, lua.exe and cmd.exe in turn, as Arrow's C++ library writes it. */
const COMPRESSED = {
  lz4:
    '/////3gAAAAQAAAAAAAKAAwABgAFAAgACgAAAAABBAAMAAAACAAIAAAABAAIAAAABAAAAAEAAAAUAAAAEAAUAAgABgAHAAwAAAAQABAAAAAA' +
    'AAEFEAAAACAAAAAEAAAAAAAAAAgAAABGaWxlTmFtZQAAAAAEAAQABAAAAAAAAAD/////qAAAABQAAAAAAAAADAAYAAYABQAIAAwADAAAAAAD' +
    'BAAcAAAAkAEAAAAAAAAAAAAADAAcABAABAAIAAwADAAAAFgAAAAcAAAAFAAAAFAAAAAAAAAAAAAAAAQABAAEAAAAAwAAAAAAAAAAAAAAAAAA' +
    'AAAAAAAAAAAAAAAAAFsBAAAAAAAAYAEAAAAAAAAwAAAAAAAAAAAAAAABAAAAUAAAAAAAAAAAAAAAAAAAAEQBAAAAAAAABCJNGGBAgkQBAIAA' +
    'AAAABwAAAA4AAAAVAAAAHAAAACMAAAAqAAAAMQAAADgAAAA/AAAARgAAAE0AAABUAAAAWwAAAGIAAABpAAAAcAAAAHcAAAB+AAAAhQAAAIwA' +
    'AACTAAAAmgAAAKEAAACoAAAArwAAALYAAAC9AAAAxAAAAMsAAADSAAAA2QAAAOAAAADnAAAA7gAAAPUAAAD8AAAAAwEAAAoBAAARAQAAGAEA' +
    'AB8BAAAmAQAALQEAADQBAAA7AQAAQgEAAEkBAABQAQAAVwEAAF4BAABlAQAAbAEAAHMBAAB6AQAAgQEAAIgBAACPAQAAlgEAAJ0BAACkAQAA' +
    'qwEAALIBAAC5AQAAwAEAAMcBAADOAQAA1QEAANwBAADjAQAA6gEAAPEBAAD4AQAA/wEAAAYCAAANAgAAFAIAABsCAAAiAgAAKQIAADACAAAA' +
    'AAAAAAAAAAAwAgAAAAAAAAQiTRhgQIIZAAAAoGx1YS5leGVjbWQHAA8OAP//DFBkLmV4ZQAAAAD/////AAAAAA==',
  zstd:
    '/////3gAAAAQAAAAAAAKAAwABgAFAAgACgAAAAABBAAMAAAACAAIAAAABAAIAAAABAAAAAEAAAAUAAAAEAAUAAgABgAHAAwAAAAQABAAAAAA' +
    'AAEFEAAAACAAAAAEAAAAAAAAAAgAAABGaWxlTmFtZQAAAAAEAAQABAAAAAAAAAD/////sAAAABQAAAAAAAAADAAYAAYABQAIAAwADAAAAAAD' +
    'BAAcAAAA8AAAAAAAAAAAAAAADAAeABAABAAIAAwADAAAAGAAAAAkAAAAGAAAAFAAAAAAAAAAAAAAAAAABgAIAAcABgAAAAAAAAEDAAAAAAAA' +
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAyAAAAAAAAADIAAAAAAAAACcAAAAAAAAAAAAAAAEAAABQAAAAAAAAAAAAAAAAAAAARAEAAAAAAAAotS/9' +
    'YEQAtQUARpQsLlBXYRgDgAILSaDAQhIosJAECiwkgQILSaDAQhIosJAEOt6t0RIXXc5dzplsmQIcAB0AIQAmJ7nIQe5xjmsc4xanuMQh7nCG' +
    'J9zgAwd46qYPC3iqd3qkG53oQge6z3muc5zbnOYyh7nLWa5ylAfX8lZeyjt5JW/khbyP1/E2Xsa7eBVv4kW8h9fwFN7BIzivhRfCq+Al8Fq9' +
    'UK/SO3pFb+gFvZ/X83Zezrt5NW/mxbyXAQAwAgAAAAAAACi1L/1gMAGtAABwbHVhLmV4ZWNtZC5leGUBAB+imkoA/////wAAAAA=',
};

describe('Arrow', () => {
  it.each(['stream', 'file'] as const)('reads a %s', async (format) => {
    const bytes = tableToIPC(tableFromArrays(rows), { format })!;
    expect(arrowReader.detect({ name: 'x', bytes, complete: true })).toBeGreaterThan(0.8);
    const { records, errors } = await readAll(arrowReader, bytes, 50);
    expect(errors).toEqual([]);
    expect(records.map(({ fields }) => fields)).toEqual([
      { FileName: 'lua', ProcessId: 7 },
      { FileName: 'cmd', ProcessId: 8 },
      { ProcessId: 9 },
    ]);
  });

  it('keeps times to 100 ns', async () => {
    const column = columnFromArray([1767225600123.4], timestamp(TimeUnit.MICROSECOND));
    const bytes = tableToIPC(tableFromColumns({ Timestamp: column }), { format: 'file' })!;
    const { records } = await readAll(arrowReader, bytes);
    expect(records[0].fields).toEqual({ Timestamp: '2026-01-01T00:00:00.1234000Z' });
    expect(timeText(-1n, 1_000_000_000n)).toBe('1969-12-31T23:59:59.9999999Z');
    expect(timeText(1_767_225_600_123_456_789n, 1_000_000_000n)).toBe('2026-01-01T00:00:00.1234567Z');
  });

  it.each(Object.entries(COMPRESSED))('reads buffers compressed by %s, and reports damaged ones', async (_, base64) => {
    const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
    const { records, errors } = await readAll(arrowReader, bytes, 50);
    expect(errors).toEqual([]);
    expect(records.map(({ fields }) => fields.FileName)).toEqual(
      Array.from({ length: 80 }, (_, row) => (row % 2 === 0 ? 'lua.exe' : 'cmd.exe')),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = bytes.slice();
        damaged[at] = byte;
        await readAll(arrowReader, damaged);
      }),
    );
  });

  it('reports what is cut off', async () => {
    const bytes = tableToIPC(tableFromArrays(rows), { format: 'file' })!;
    const { errors } = await readAll(arrowReader, bytes.subarray(0, 100));
    expect(errors.length).toBe(1);
  });
});

describe('Parquet', () => {
  it('reads rows of several row groups, with times to 100 ns', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'FileName', data: ['lua', null, 'cmd'], type: 'STRING' },
        { name: 'ProcessId', data: [7n, 8n, 2n ** 62n], type: 'INT64' },
        { name: 'Timestamp', data: [1, 2, 3].map((ms) => new Date(1767225600000 + ms)), type: 'TIMESTAMP' },
      ],
      rowGroupSize: 2,
    });
    const bytes = new Uint8Array(buffer);
    expect(parquetReader.detect({ name: 'x', bytes, complete: true })).toBe(1);
    const { records, errors } = await readAll(parquetReader, bytes, 100);
    expect(errors).toEqual([]);
    expect(records.map(({ fields }) => fields)).toEqual([
      { FileName: 'lua', ProcessId: 7, Timestamp: '2026-01-01T00:00:00.0010000Z' },
      { FileName: null, ProcessId: 8, Timestamp: '2026-01-01T00:00:00.0020000Z' },
      { FileName: 'cmd', ProcessId: 2n ** 62n, Timestamp: '2026-01-01T00:00:00.0030000Z' },
    ]);
  });

  it('reports a file without a directory', async () => {
    const { records, errors } = await readAll(parquetReader, 'PAR1 and no more');
    expect([records, errors.length]).toEqual([[], 1]);
  });
});
