import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webAssembly } from '../../webassembly/module.ts';
import { readAll, scanAll, toBytes } from '../read-text.test-helper.ts';
import type { FieldValue, RowSink } from '../reader.ts';
import { jsonLinesReader } from './json-records.ts';
import { type JsonLinesHandler, SimdJsonLines } from './simd-json-lines.ts';

function textOf(value: FieldValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The text of a cell as `textOf` has it: what is nested comes as it is written. */
function cellText([kind, text]: readonly [string, string]): string {
  return kind === 'string' || !/^[[{]/.test(text) ? text : JSON.stringify(JSON.parse(text));
}

/** What the fast way must give: the records, without null and empty values, their tables, and the same faulty lines. */
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
    Object.fromEntries(
      Object.entries(cells)
        .map(([name, cell]) => [name, cellText(cell)] as const)
        .filter(([, value]) => value !== ''),
    ),
  );
  expect(rows).toEqual(expected);
  expect(scanned.rows.map(({ table }) => table)).toEqual(read.records.map(({ shape }) => shape?.table));
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
    '{"a": { "b" : [ ] , "c" : {} } ,"FileName":"x\\ny"}',
    `{"a":${'['.repeat(100)}${']'.repeat(100)}}`,
    '{"a":"{\\"b\\":1}","FileName":["\\u0041",null,true,-1.5e3]}',
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
    '{"a":[1,]}',
    '{"a":{"b" 1}}',
    '{"a":{b:1}}',
    '{"a":[1}',
    '{"a":{"b":"\\x"}}',
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

test('gives the events of envelopes, whatever their tables, as the careful way does', async () => {
  const event = fc.tuple(flat, fc.constantFrom<object>({}, { nested: { path: 'C:\\x', list: [1] } }));
  const envelope = fc
    .tuple(event, fc.constantFrom('DeviceProcessEvents', 'DeviceEvents'), fc.constantFrom('\u00e9', '\n', { a: [1] }))
    .map(([[fields, more], table, other]) => ({
      time: '2026-01-01T00:00:00Z',
      other,
      category: `AdvancedHunting-${table}`,
      properties: { ...fields, ...more },
    }));
  const reordered = envelope.map(({ properties, category, time }) => ({ properties, time, category }));
  const unusual = fc.constantFrom(
    '{"category":"AdvancedHunting-DeviceEvents"}',
    '{"category":"AdvancedHunting-DeviceEvents","properties":{}}',
    '{"category":"AdvancedHunting-DeviceEvents","properties":null}',
    '{"category":"AuditLogs","properties":{"a":1}}',
    '{"category":1,"properties":{"a":1}}',
    '{"category":"AdvancedHunting-DeviceEvents","properties":{"a":1},"properties":{"a":2}}',
    '{"category":"AdvancedHunting-DeviceEvents","category":"AdvancedHunting-DeviceInfo","properties":{"a":1}}',
    '{"category":"AdvancedHunting-DeviceEvents","properties":{"a":tru}}',
    '{"category":"AdvancedHunting-DeviceEvents","properties":{"a":1}',
    '{"a":"b"}',
  );
  const line = fc.oneof(
    { weight: 8, arbitrary: envelope.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: envelope.map((value) => JSON.stringify(value, null, 1).replace(/\n */g, ' ')) },
    { weight: 2, arbitrary: reordered.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: unusual },
  );
  const first = '{"category":"AdvancedHunting-DeviceProcessEvents","properties":{"DeviceName":"host","a":"x"}}';
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.integer({ min: 48, max: 700 }), async (lines, chunkSize) => {
      await expectSameRows([first, ...lines].join('\n'), chunkSize);
    }),
    { numRuns: 300 },
  );
});

test('many lines at once are read of envelopes and of objects with objects within', async () => {
  const careful: string[] = [];
  const line = (index: number) => ({ a: index, nested: { list: [index, { text: 'a "b"' }] } });
  const envelope = (index: number) => ({ category: 'AdvancedHunting-DeviceEvents', properties: line(index) });
  for (const lines of [
    Array.from({ length: 200 }, (_, i) => line(i)),
    Array.from({ length: 200 }, (_, i) => envelope(i)),
  ]) {
    const table = 'category' in lines[0] ? 'DeviceEvents' : undefined;
    let rows = 0;
    const sink: RowSink = {
      fieldId: (bytes, start, end) => ['a', 'nested'].indexOf(new TextDecoder().decode(bytes.subarray(start, end))),
      cell: () => {},
      endRow: () => {},
      addRows: (_, batch) => {
        rows += batch.rows;
      },
      restart: () => {},
    };
    const handler: JsonLinesHandler = {
      sink: () => sink,
      line: (bytes, start, end) => {
        careful.push(new TextDecoder().decode(bytes.subarray(start, end)));
        return { names: () => ['a', 'nested'], table };
      },
      tooLong: () => {},
    };
    const split = new SimdJsonLines(webAssembly!, handler, 1000);
    split.push(toBytes(`${lines.map((value) => JSON.stringify(value)).join('\n')}\n`));
    split.end();
    expect(rows).toBe(199);
  }
  expect(careful).toHaveLength(2);
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
      {
        sink: () => sink,
        line: (_bytes, _start, _end, line) => ({ names: () => [`field ${line}`] }),
        tooLong: () => {},
      },
      1000,
    );
    split.push(toBytes('{"unknown":1}\n'.repeat(lines)));
    split.end();
    return learnt.size;
  };
  expect(fieldsLearnt(400)).toBe(fieldsLearnt(200));
  expect(fieldsLearnt(20)).toBe(20);
});
