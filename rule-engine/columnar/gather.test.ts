import { describe, expect, it } from 'vitest';
import { Bitmap } from './bitmap.ts';
import type { Column } from './column.ts';
import { codedColumn, constantColumn, int64Column, numberColumn, stringColumn, valueColumn } from './columns.ts';
import { gatherColumn, NO_ROW } from './gather.ts';
import { Int64Values } from './int64-values.ts';
import { StringDictionaryBuilder } from './string-dictionary-builder.ts';

const builder = new StringDictionaryBuilder();
const codes = Uint32Array.from(['a', '', 'b'], (text) => builder.add(text));
const noLast = Bitmap.fromRows(3, [2]);
const columns: readonly (readonly [name: string, column: Column, missing: unknown])[] = [
  ['string', stringColumn(codes, builder.finish()), ''],
  ['real', numberColumn('real', Float64Array.of(1.5, 2, 0), noLast), null],
  ['bool', numberColumn('bool', Uint8Array.of(1, 0, 1), undefined), null],
  ['long', int64Column('long', Int64Values.from(BigInt64Array.of(7n, 8n, 0n)), noLast), null],
  ['coded', codedColumn('int', Uint32Array.of(1, 0, 1), [4, 5]), null],
  ['constant', constantColumn('long', 9n, 3), null],
  ['value', valueColumn('dynamic', [[1], null, 'x']), null],
];
const rows = Uint32Array.of(2, NO_ROW, 0, 0, 1);

describe.each(columns)('a gathered column: %s', (_, column, missing) => {
  const expected = [...rows].map((row) => (row === NO_ROW ? missing : column.get(row)));

  it('has the values of the rows, and none where there is no row', () => {
    const gathered = gatherColumn(column, rows);
    expect(gathered.length).toBe(rows.length);
    expect([...rows.keys()].map((i) => gathered.get(i))).toEqual(expected);
  });

  it('says the same by its arrays, also of rows that were gathered before', () => {
    const again = gatherColumn(gatherColumn(column, rows), Uint32Array.of(4, 3, 2, 1, 0));
    const reversed = [...expected].reverse();
    if (again.kind === 'string') expect([...again.codes].map((code) => again.dictionary.get(code))).toEqual(reversed);
    else if (again.kind === 'coded') expect([...again.codes].map((code) => again.distinct[code])).toEqual(reversed);
    else if (again.kind === 'number' || again.kind === 'int64') {
      const isNull = reversed.map((_, i) => again.nulls?.has(i) ?? false);
      expect(isNull).toEqual(reversed.map((value) => value === null));
      const values = reversed.map((_, i) =>
        again.type === 'bool' ? again.values[i] === 1 : again.kind === 'int64' ? again.values.get(i) : again.values[i],
      );
      expect(values.filter((_, i) => !isNull[i])).toEqual(reversed.filter((value) => value !== null));
    } else if (again.kind === 'value') expect(again.values).toEqual(reversed);
  });
});

it('reads a column only when it is asked for', () => {
  let reads = 0;
  const column: Column = { kind: 'computed', type: 'long', length: 2, get: () => BigInt(++reads) };
  const gathered = gatherColumn(column, Uint32Array.of(1, 0));
  expect(reads).toBe(0);
  expect(gathered.kind === 'value' && gathered.values).toEqual([1n, 2n]);
  expect(gathered.kind === 'value' && gathered.values).toEqual([1n, 2n]);
});
