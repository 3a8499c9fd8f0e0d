import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Table } from '../columnar/table.ts';
import { loadSource } from './load-source.ts';

vi.resetModules();
vi.doMock('../webassembly/module.ts', () => ({ webAssembly: undefined }));
const { loadSource: loadWithoutSimd } = await import('./load-source.ts');

const utf8 = (texts: readonly string[]): Uint8Array[] => texts.map((text) => Buffer.from(text));

/** A file that is read in chunks of so many bytes, as a browser may give them. */
function fileInChunks(bytes: Uint8Array, name: string, size: number): File {
  const file = new File([Uint8Array.from(bytes)], name);
  const stream = (): ReadableStream<Uint8Array> =>
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
  return Object.assign(file, { stream });
}

function cellsOf(table: Table): unknown {
  const plain = (_: string, value: unknown) =>
    value instanceof Map ? [...value] : typeof value === 'bigint' ? `${value}n` : value;
  return table.columns.map((column) =>
    Array.from({ length: table.length }, (_, row) => JSON.stringify(column.get(row), plain)),
  );
}

async function told(load: typeof loadSource, bytes: Uint8Array, name: string, size: number): Promise<unknown> {
  const { report, tables } = await load(fileInChunks(bytes, name, size));
  const { milliseconds, ...rest } = report;
  return [rest, tables.map(({ name, table }) => [name, table.schema, cellsOf(table)])];
}

const csvPiece = fc.constantFrom(
  ...utf8([
    '"',
    '""',
    ',',
    ',',
    '\n',
    '\n',
    '\r\n',
    '\r',
    'a',
    'é',
    '\0',
    '"q, t"',
    '"a ""b"" c"',
    ',"x\ny",',
    ';',
    '\t',
  ]),
  ...utf8(['2026-01-01T00:00:00Z', '1', '-5', 'true', 'null', '{""a"":1}', '\u2028', '😀', 'x'.repeat(70)]),
);
const notUtf8 = fc.constantFrom(
  [0xff],
  [0xc3],
  [0xe2, 0x82],
  [0xf0, 0x9f],
  [0x80],
  [0xed, 0xa0, 0x80],
  [0xef, 0xbb, 0xbf],
);
const csv = fc
  .tuple(
    fc.constantFrom(
      ...utf8([
        'Timestamp,DeviceName,FileName,ProcessCommandLine,ProcessId\n',
        'one,two\n',
        '\ufeffTimestamp;DeviceName;ProcessCommandLine\r\n',
        'a,a,b\n',
      ]),
    ),
    fc.array(
      fc.oneof(
        { weight: 30, arbitrary: csvPiece },
        { weight: 1, arbitrary: notUtf8.map((bytes) => Buffer.from(bytes)) },
      ),
      { maxLength: 200 },
    ),
  )
  .map(([header, pieces]) => Buffer.concat([header, ...pieces]));

const names = ['Timestamp', 'DeviceName', 'FileName', 'ProcessCommandLine', 'ProcessId', 'AdditionalFields', 'é'];
const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('2026-01-01T00:00:00Z', 'line\nfeed', '\0', 'C:\\x', '\ud800', '', 'null'),
  fc.constantFrom<unknown>(0, -1, 1.5, 1e21, 1e-7, 12345678901234, true, null, { a: 1 }, [1, 'x']),
);
const record = fc.subarray(names).chain((fields) => fc.record(Object.fromEntries(fields.map((name) => [name, value]))));
const line = fc.oneof(
  { weight: 8, arbitrary: record.map((fields) => JSON.stringify(fields)) },
  { weight: 2, arbitrary: record.map((fields) => JSON.stringify(fields, null, 1).replace(/\n */g, ' ')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['', '{}', '{"a":1,"a":2}', '{"a":tru}', '{"a":1} x', '[1]', '{"a":"b', '{"DeviceName":"x\0y"}'],
      ...['{"DeviceName":1e400}', '{"ProcessId":1.0}', '{"ProcessId":00}', '{"DeviceName":"a"\u00a0}'],
    ),
  },
);
const jsonLines = fc
  .tuple(
    fc.array(line, { maxLength: 40 }),
    fc.constantFrom('\n', '\r\n'),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }),
  )
  .map(([lines, end, damage]) => {
    const first = '{"Timestamp":"2026-01-01T00:00:00Z","DeviceName":"host","FileName":"x","ProcessCommandLine":"x"}';
    const bytes = Buffer.from([first, ...lines].join(end));
    for (const [at, byte] of damage) if (at % 4 === 0) bytes[at % bytes.length] = byte;
    return bytes;
  });

it.each([
  ['events.csv', csv],
  ['events.ndjson', jsonLines],
])(
  '%s gives the same rows and the same report with SIMD and without, whatever its bytes and chunks',
  async (name, file) => {
    const size = fc.constantFrom(1, 7, 64, 1000, 1_000_000);
    await fc.assert(
      fc.asyncProperty(file, size, async (bytes, size) => {
        const whole = await told(loadWithoutSimd, bytes, name, bytes.length);
        expect(await told(loadSource, bytes, name, size)).toEqual(whole);
        expect(await told(loadWithoutSimd, bytes, name, size)).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  },
);
