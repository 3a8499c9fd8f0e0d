import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webAssembly } from '../../webassembly/module.ts';
import { readAll, scanAll, toBytes } from '../read-text.test-helper.ts';
import type { FieldValue, RowSink } from '../reader.ts';
import { jsonLinesReader } from './json-records.ts';
import { SimdJsonLines } from './simd-json-lines.ts';

function textOf(value: FieldValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What the fast way must give: the records, without null and empty values, and the same faulty lines. */
async function expectSameRows(text: string, chunkSize: number): Promise<void> {
  const read = await readAll(jsonLinesReader, text, chunkSize);
  const scanned = await scanAll(jsonLinesReader, text, chunkSize);
  const expected = read.records.map(({ fields }) =>
    Object.fromEntries(
      Object.entries(fields)
        .map(([name, value]) => [name, value === null ? '' : textOf(value)] as const)
        .filter(([, value]) => value !== ''),
    ),
  );
  const rows = scanned.rows.map(({ cells }) =>
    Object.fromEntries(Object.entries(cells).flatMap(([name, [, value]]) => (value === '' ? [] : [[name, value]]))),
  );
  expect(rows).toEqual(expected);
  expect(scanned.errors.map(({ line }) => line)).toEqual(read.errors.map(({ line }) => line));
}

const names = ['DeviceName', 'a', 'ProcessCommandLine', 'é', 'FileName', 'InitiatingProcessCommandLine'];
const scalar = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('quote "', 'C:\\Windows\\', 'line\nfeed\t', '\u0001\u001f', '\ud83d\ude00', '\ud800', '</script>'),
  fc.constantFrom(0, -1, 1.5, 1e21, 12345678),
  fc.boolean(),
  fc.constant(null),
);
const flat = fc
  .tuple(
    ...names.map((name) =>
      fc.option(
        scalar.map((value) => [name, value] as const),
        { freq: 4 },
      ),
    ),
  )
  .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== null)));
const spaced = flat.map((value) => JSON.stringify(value, null, 1).replace(/\n */g, ' '));
const asciiOnly = flat.map((value) =>
  JSON.stringify(value).replace(/[^\0-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
);

test('gives the records that the careful way gives', async () => {
  const unusual = fc.constantFrom(
    '',
    '  ',
    '{}',
    '{"a":{"b":[1]}}',
    '{"new":1,"a":2}',
    '{"a":1,"a":2}',
    '{"\\u0061":"x"}',
  );
  const faulty = fc.constantFrom(
    '{"a":tru}',
    '{"a":01}',
    '{"a":"\\x"}',
    '{"a" 1}',
    '{"a":1',
    '[1]',
    '{"a":1} x',
    '{"a":"b',
  );
  const line = fc.oneof(
    { weight: 8, arbitrary: flat.map((value) => JSON.stringify(value)) },
    { weight: 3, arbitrary: spaced },
    { weight: 3, arbitrary: asciiOnly },
    { weight: 2, arbitrary: unusual },
    { weight: 1, arbitrary: faulty },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 30 }),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 700 }),
      async (lines, end, chunkSize) => {
        const text = `{"DeviceName":"host","ProcessCommandLine":"x"}${end}${lines.join(end)}`;
        await expectSameRows(text, Math.max(chunkSize, 48));
      },
    ),
    { numRuns: 500 },
  );
});

test('lines of ever other fields are read to their end', async () => {
  const lines = Array.from({ length: 700 }, (_, i) => JSON.stringify({ [`field ${i}`]: i, same: 'x', nested: [i] }));
  await expectSameRows(lines.join('\n'), 1000);
});

test('no fields are learnt for a scan that was given up', () => {
  const fieldsLearnt = (lines: number): number => {
    const learnt = new Set<string>();
    const sink: RowSink = {
      fieldId: (bytes, start, end) => learnt.add(new TextDecoder().decode(bytes.subarray(start, end))).size,
      cell: () => {},
      endRow: () => {},
      addRows: () => {},
      restart: () => {},
    };
    const split = new SimdJsonLines(
      webAssembly!,
      { sink: () => sink, line: (_bytes, _start, _end, line) => [`field ${line}`], tooLong: () => {} },
      1000,
    );
    split.push(toBytes('{"nested":[1]}\n'.repeat(lines)));
    split.end();
    return learnt.size;
  };
  expect(fieldsLearnt(400)).toBe(fieldsLearnt(200));
  expect(fieldsLearnt(20)).toBe(20);
});
