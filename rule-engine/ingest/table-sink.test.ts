import { expect, it, vi } from 'vitest';
import { StringDictionaryBuilder } from '../columnar/string-dictionary-builder.ts';
import { csvReader } from '../readers/csv/csv-reader.ts';
import { toBytes } from '../readers/read-text.test-helper.ts';
import { webAssembly } from '../webassembly/module.ts';
import { ErrorLog } from './error-log.ts';
import { TableSink } from './table-sink.ts';

const MEGABYTE = 1 << 20;

it('room for the rest of an input is judged by how much of it the rows so far are, also those that were read one by one', async () => {
  let share = 0;
  const sink = new TableSink({ name: 'T', schema: undefined }, new ErrorLog(), () => share);
  const parts = [
    [0.001, 'a,b\n1,2\n'],
    [0.8, `3,"${'x'.repeat(4 * MEGABYTE)}"y\n`],
    [0.9, '5,6\n'],
  ] as const;
  async function* chunks() {
    for (const [read, text] of parts) {
      share = read;
      yield toBytes(text);
    }
  }
  const before = webAssembly!.memory.buffer.byteLength;
  const context = { signal: new AbortController().signal, error: () => {} };
  for await (const _ of csvReader.scan!(chunks(), () => sink, context));
  expect(sink.rows).toBe(3);
  expect(webAssembly!.memory.buffer.byteLength - before).toBeLessThan(64 * MEGABYTE);
});

it('a column that has few values at first gets its room once it has many: they move no more', async () => {
  let share = 0;
  const sink = new TableSink({ name: 'T', schema: undefined }, new ErrorLog(), () => share);
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `${String(from + i).padStart(50, 'x')},y\n`).join('');
  const places: number[] = [];
  async function* chunks() {
    for (const [read, from, to] of [
      [0.01, 0, 20],
      [0.02, 20, 40],
      [0.2, 40, 4000],
      [0.4, 4000, 8000],
      [0.7, 8000, 14_000],
      [1, 14_000, 20_000],
    ]) {
      share = read;
      yield toBytes(`${from === 0 ? 'a,b\n' : ''}${rows(from, to)}`);
      const [column] = sink.finish().table.columns;
      places.push(column.kind === 'string' ? column.dictionary.arena.byteOffset : 0);
    }
  }
  const context = { signal: new AbortController().signal, error: () => {} };
  for await (const _ of csvReader.scan!(chunks(), () => sink, context));
  expect(sink.rows).toBe(20_000);
  expect(new Set(places.slice(-3)).size).toBe(1);
});

it('rows that are put one by one make room for the rest once they are enough to tell it', () => {
  let share = 0.0001;
  const sink = new TableSink({ name: 'T', schema: undefined }, new ErrorLog(), () => share);
  const put = (text: string) => {
    sink.beginRow();
    sink.put('a', () => 'a', text, 'string');
    sink.endRow(undefined);
  };
  const reserve = vi.spyOn(StringDictionaryBuilder.prototype, 'reserve');
  put('x'.repeat(MEGABYTE));
  share = 0.06;
  put('y');
  expect(reserve).not.toHaveBeenCalled();
  share = 0.07;
  // Room is made before this one: it is no part of what was read until then.
  sink.beginRow();
  expect(reserve.mock.calls).toEqual([[expect.closeTo(0.06 / 1.1)]]);
  put('z');
  expect(reserve).toHaveBeenCalledTimes(1);
  reserve.mockRestore();
});

it('a dictionary reserves no more than the allocator gives in one block', () => {
  const dictionary = new StringDictionaryBuilder();
  dictionary.add('x'.repeat(MEGABYTE));
  dictionary.reserve(0.0001);
  expect(dictionary.add('y')).toBe(2);
});
