import { columnFromArray, TimeUnit, tableFromArrays, tableFromColumns, tableToIPC, timestamp } from '@uwdata/flechette';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readAll } from '../read-text.test-helper.ts';
import { arrowReader } from './arrow-reader.ts';
import { timeText } from './column-value.ts';
import { parquetReader } from './parquet-reader.ts';

const rows = { FileName: ['lua', 'cmd', null], ProcessId: [7, 8, 9] };

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
