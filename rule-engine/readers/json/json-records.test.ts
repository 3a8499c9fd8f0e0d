import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll, scanAll, toBytes } from '../read-text.test-helper.ts';
import { jsonLinesReader, jsonReader } from './json-records.ts';

const event = fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
const normal = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item)));
const fieldsOf = (result: Awaited<ReturnType<typeof readAll>>) => result.records.map((record) => normal(record.fields));

describe('a search result of Elasticsearch', () => {
  it('has its records at hits.hits', async () => {
    const text =
      '{"took":1,"_shards":{"total":1},"hits":{"total":{"value":2},"max_score":null,"hits":[{"_source":{"a":1}},{"_source":{"a":2}}]}}';
    for (const size of [150, 4000]) {
      const { records, errors } = await readAll(jsonReader, text, size);
      expect([records.map(({ fields }) => fields), errors]).toEqual([
        [{ _source: { a: 1 } }, { _source: { a: 2 } }],
        [],
      ]);
    }
  });
});

describe('an answer that wraps its records', () => {
  const records = [{ a: 1 }, { a: 2 }];

  it.each([
    { body: records },
    { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: { value: records } },
    { statusCode: 200, body: { Schema: [{ Name: 'a', Type: 'Int64' }], Results: records } },
    { output: records },
    { result: records },
    { response: { data: records } },
    { data: { items: records }, nextLink: null },
  ])('%j', async (answer) => {
    for (const indent of [0, 1]) {
      const text = JSON.stringify(answer, null, indent);
      expect(jsonReader.detect({ name: 'x.json', bytes: toBytes(text), complete: true })).toBe(0.9);
      for (const size of [200, 4000]) {
        const result = await readAll(jsonReader, text, size);
        expect([fieldsOf(result), result.errors]).toEqual([records, []]);
      }
    }
  });

  it.each(['{"data":{"a":1}}', '{"body":["a","b"]}', '{"a":1,"data":{"b":{"value":[{"c":1}]}}}'])(
    'is told from an event: %s',
    async (text) => {
      expect(jsonLinesReader.detect({ name: 'x.json', bytes: toBytes(text), complete: true })).toBe(0.9);
    },
  );
});

describe('a bulk request of Elasticsearch', () => {
  const text =
    '{"index":{"_index":"logs","_id":"1"}}\n{"a":1}\n{"create":{}}\r\n{"a":2,"index":{"b":3}}\r\n{"delete":{"_id":"1"}}\n';

  it('has events without its actions', async () => {
    for (const size of [60, 4000]) {
      const result = await readAll(jsonLinesReader, text, size);
      expect([fieldsOf(result), result.errors]).toEqual([[{ a: 1 }, { a: 2, index: { b: 3 } }], []]);
      expect((await scanAll(jsonLinesReader, text, size)).rows).toHaveLength(2);
    }
  });

  it('is told by its first line', async () => {
    const { records } = await readAll(jsonLinesReader, '{"a":1}\n{"index":{"_id":"1"}}\n{"index":{"b":{"c":1}}}');
    expect(records).toHaveLength(3);
  });
});

describe('objects one after the other', () => {
  it.each(['{"a":1}{"a":2} {"a":"}{"}', '{"a":1}{"a":2}\n{"a":"}{"}'])(
    'are read where lines hold several: %j',
    async (text) => {
      const head = { name: 'x.json', bytes: toBytes(text), complete: true };
      expect(jsonLinesReader.detect(head)).toBe(0);
      for (const size of [3, 4000]) {
        const { records, errors } = await readAll(jsonReader, text, size);
        expect([records.map(({ fields }) => fields.a), errors]).toEqual([[1, 2, '}{'], []]);
      }
      expect((await scanAll(jsonReader, text)).rows).toHaveLength(3);
    },
  );

  it('are told from one long object by more than one line', () => {
    const text = '{"a":1}'.repeat(20);
    expect(jsonLinesReader.detect({ name: 'x.json', bytes: toBytes(text.slice(0, 100)), complete: false })).toBe(0);
    expect(jsonLinesReader.detect({ name: 'x.json', bytes: toBytes('{"a":[1,2,'), complete: false })).toBe(0.9);
  });
});

describe('messages of an event hub in an array', () => {
  it('have their records in `records`, whatever the chunks', async () => {
    const record = (device: string) =>
      `{"time":"t","category":"AdvancedHunting-DeviceInfo","properties":{"DeviceId":"${device}"}}`;
    const text = `[{"records":[${record('d1')},${record('d2')}]},\n{"records":[${record('d3')}]},{"records":[]}]`;
    for (const size of [200, 4000]) {
      const { rows, errors } = await scanAll(jsonReader, text, size);
      expect([rows.map(({ table, cells }) => [table, cells.DeviceId[1]]), errors]).toEqual([
        [
          ['DeviceInfo', 'd1'],
          ['DeviceInfo', 'd2'],
          ['DeviceInfo', 'd3'],
        ],
        [],
      ]);
    }
  });

  it('are no events that have lists of that name among others', async () => {
    const { records } = await readAll(jsonReader, '[{"a":1,"b":2,"c":3,"d":4,"records":[{"x":1}]}]');
    expect(records.map(({ fields }) => fields.a)).toEqual([1]);
  });

  it('lie in a list of any name where the input has no other and nothing but what a page of an answer says', async () => {
    const read = async (text: string) => (await readAll(jsonReader, text)).records.map(({ fields }) => fields);
    expect(await read('{"alerts":[{"a":1},{"a":2}]}')).toEqual([{ a: 1 }, { a: 2 }]);
    expect(await read('{"totalCount":2,"incidents":[\n{"a":1},{"a":2}],"nextLink":null}')).toEqual([
      { a: 1 },
      { a: 2 },
    ]);
    for (const one of [
      '{"title":"x","entities":[{"a":1},{"a":2}]}',
      '{"alerts":[{"a":1}],"users":[{"b":1}]}',
      '{"a":[1]}',
    ]) {
      expect(await read(one)).toEqual([JSON.parse(one)]);
    }
  });
});

describe('JSON lines', () => {
  it('reads each line, whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event), fc.integer({ min: 1, max: 40 }), async (events, size) => {
        const result = await readAll(jsonLinesReader, events.map((e) => `${JSON.stringify(e)}\r\n`).join(''), size);
        expect(fieldsOf(result)).toEqual(normal(events));
        expect(result.errors).toEqual([]);
      }),
    );
  });

  it('reports a bad line with its number and keeps the rest', async () => {
    const { records, errors } = await readAll(jsonLinesReader, '{"a":1}\n{"a":"open\n\n[1]\n{"a":2} x\n{"a":3}');
    expect(records.map((record) => [record.line, record.fields.a])).toEqual([
      [1, 1],
      [6, 3],
    ]);
    expect(errors.map((error) => error.line)).toEqual([2, 4, 5]);
  });

  it('leaves no half row of a bad line in the fast way', async () => {
    const { rows, errors } = await scanAll(
      jsonLinesReader,
      '{"a":1,"b":"\\u0041\\n"}\n{"a":7,"b":tru}\n{"a":null,"c":{"d":[1]}}',
    );
    expect(rows.map((row) => row.cells)).toEqual([
      { a: ['number', '1'], b: ['string', 'A\n'] },
      { c: ['nested', '{"d":[1]}'] },
    ]);
    expect(errors.map((error) => error.line)).toEqual([2]);
  });

  it('unwraps records of the streaming API', async () => {
    const line = '{"time":"t","category":"AdvancedHunting-DeviceInfo","properties":{"DeviceId":"d1"}}\n{"x":1}';
    expect((await scanAll(jsonLinesReader, line)).rows).toEqual([
      { table: 'DeviceInfo', cells: { DeviceId: ['string', 'd1'] } },
      { table: undefined, cells: { x: ['number', '1'] } },
    ]);
    const { records } = await readAll(jsonLinesReader, line);
    expect(records.map((record) => [record.shape?.table, record.fields])).toEqual([
      ['DeviceInfo', { DeviceId: 'd1' }],
      [undefined, { x: 1 }],
    ]);
  });
});

describe('JSON objects', () => {
  const writers = {
    array: (events: unknown[]) => JSON.stringify(events),
    'indented array': (events: unknown[]) => JSON.stringify(events, null, 2),
    'indented objects': (events: unknown[]) => events.map((e) => JSON.stringify(e, null, '\t')).join('\n'),
    'Event Hub records': (events: unknown[]) => JSON.stringify({ records: events }),
    'several messages': (events: unknown[]) => events.map((e) => `{"records":[${JSON.stringify(e)}]}`).join('\n'),
  };
  const nested = event.map((fields) => ({ ...fields, id: 1, list: [[1], {}] }));

  for (const [name, write] of Object.entries(writers)) {
    it(`reads ${name}, whatever the chunks`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(nested, { minLength: 1 }),
          fc.integer({ min: 70000, max: 80000 }),
          async (events, size) => {
            const result = await readAll(jsonReader, write(events), size);
            expect(result.errors).toEqual([]);
            expect(fieldsOf(result)).toEqual(normal(events));
          },
        ),
        { numRuns: 50 },
      );
    });
  }

  it('gives the same records when values are cut by chunks', async () => {
    const text = JSON.stringify([{ a: 'x"\\', b: [1, { c: null }] }, { a: true }, { a: -1.5e3 }], null, 1);
    for (let size = 1; size < 20; size++) {
      expect(fieldsOf(await readAll(jsonReader, text, size))).toEqual(JSON.parse(text));
    }
  });

  it('goes on after a broken element', async () => {
    const { records, errors } = await readAll(
      jsonReader,
      '[\n{"a":1},\n{"a":"open},\n{"a":3},\n{"a":tru},\n{"a":5}\n]',
    );
    expect(records.map((record) => record.fields.a)).toEqual([1, 3, 5]);
    expect(errors.map((error) => error.line)).toEqual([3, 5]);
  });

  it('makes no records of a truncated one', async () => {
    const whole = JSON.stringify([{ a: { b: 1 } }, { a: { b: 2 } }], null, 2);
    const { records, errors } = await readAll(jsonReader, whole.slice(0, -10));
    expect(records.map((record) => record.fields)).toEqual([{ a: { b: 1 } }]);
    expect(errors).toHaveLength(1);
  });
});

describe('hostile input', () => {
  it.each(['results', 'resources', 'items', 'data', 'rows'])('reads the objects of one that wraps %s', async (name) => {
    const wrapped = `{"total":2,"messages":[],"${name}":[{"a":1},{"a":2}]}`;
    const { records, errors } = await readAll(jsonReader, wrapped);
    expect([records.map(({ fields }) => fields), errors]).toEqual([[{ a: 1 }, { a: 2 }], []]);
    const head = { name: 'x', bytes: toBytes(`${wrapped}\n${wrapped}\n`), complete: true };
    expect(jsonLinesReader.detect(head)).toBeGreaterThan(0.5);
  });

  it('never throws and always ends, whatever bytes are changed', async () => {
    const text =
      '[{"records":[{"time":"t","category":"AdvancedHunting-X","properties":{"a":[1,2,{"b":"\\u00e9"}]}}]},\n {"a":1}]';
    const change = fc.tuple(
      fc.nat(text.length - 1),
      fc.constantFrom(0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x0a, 0x2c, 0, 0xff),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.integer({ min: 1, max: 200 }), async (changes, size) => {
        const bytes = toBytes(text);
        for (const [at, byte] of changes) bytes[at] = byte;
        for (const reader of [jsonReader, jsonLinesReader]) {
          await readAll(reader, bytes, size);
          await scanAll(reader, bytes, size);
        }
      }),
      { numRuns: 300 },
    );
  });
});
