import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { Bitmap } from './bitmap.ts';
import { codedColumn, constantColumn, maskColumn } from './columns.ts';
import { concatTables, joinTables, takeRanges } from './concat-tables.ts';
import type { Table } from './table.ts';
import { tableFromRows } from './table-builder.ts';

const schema: readonly ColumnSchema[] = [
  { name: 'Timestamp', type: 'datetime' },
  { name: 'FileName', type: 'string' },
  { name: 'ProcessId', type: 'long' },
  { name: 'LocalPort', type: 'int' },
  { name: 'IsSigned', type: 'bool' },
  { name: 'Score', type: 'real' },
  { name: 'AdditionalFields', type: 'dynamic' },
  { name: 'ReportGuid', type: 'guid' },
];

const orNull = <T extends Scalar>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const rowOfEvent: fc.Arbitrary<Scalar[]> = fc.tuple(
  orNull(int64),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  orNull(int64),
  orNull(fc.integer()),
  orNull(fc.boolean()),
  orNull(fc.double()),
  orNull(fc.constantFrom<Scalar>('text', 1n, 2.5, true)),
  orNull(fc.uuid()),
);
const events = fc.array(rowOfEvent, { maxLength: 40 });

function rowsOf(table: Table): Scalar[][] {
  return Array.from({ length: table.length }, (_, row) => table.columns.map((column) => column.get(row)));
}

describe('TableBuilder', () => {
  it('gives back every value of every type, nulls among them', () => {
    fc.assert(
      fc.property(events, (rows) => {
        expect(rowsOf(tableFromRows(schema, rows))).toEqual(rows);
      }),
    );
  });

  it('keeps codes of equal strings equal within a column', () => {
    const table = tableFromRows([{ name: 'FileName', type: 'string' }], [['lua.exe'], ['cmd.exe'], ['lua.exe'], ['']]);
    const [column] = table.columns;
    expect(column.kind === 'string' && [...column.codes]).toEqual([1, 2, 1, 0]);
  });

  it('grows past several chunks', () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => [BigInt(i) * 10_000_000_000_000n]);
    const table = tableFromRows([{ name: 'Timestamp', type: 'datetime' }], rows);
    expect([0, 255, 256, 65_536, 199_999].map((row) => table.columns[0].get(row))).toEqual(
      [0, 255, 256, 65_536, 199_999].map((row) => rows[row][0]),
    );
  });

  it('makes a column without any value a constant one', () => {
    const table = tableFromRows(schema, [schema.map((column) => (column.type === 'string' ? '' : null))]);
    expect(table.columns.every((column) => column.kind === 'constant')).toBe(true);
  });

  it('has rows even without columns', () => {
    expect(tableFromRows([], [[], []]).length).toBe(2);
  });
});

describe('concatTables', () => {
  it('adds tables up in order', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 4 }), (files) => {
        const tables = files.map((rows) => tableFromRows(schema, rows));
        expect(rowsOf(concatTables(schema, tables))).toEqual(files.flat());
      }),
    );
  });

  it('fills columns that a table lacks', () => {
    const one = tableFromRows([{ name: 'FileName', type: 'string' }], [['lua']]);
    const two = tableFromRows([{ name: 'ProcessId', type: 'long' }], [[7n]]);
    const both = concatTables([...one.schema, ...two.schema], [one, two]);
    expect(rowsOf(both)).toEqual([
      ['lua', null],
      ['', 7n],
    ]);
  });
});

describe('joinTables', () => {
  it('adds tables up in order, of much text too, and leaves each as it was', () => {
    const padding = 'lua '.repeat(1000);
    fc.assert(
      fc.property(fc.array(events, { maxLength: 4 }), fc.array(events, { maxLength: 2 }), (files, later) => {
        const padded = (rows: Scalar[][]) => rows.map((row) => row.with(1, `${padding}${row[1]}`));
        const tables = files.map((rows) => tableFromRows(schema, padded(rows)));
        const joined = joinTables(schema, tables);
        const again = joinTables(schema, [joined, ...later.map((rows) => tableFromRows(schema, padded(rows)))]);
        expect(rowsOf(again)).toEqual([...files, ...later].flatMap(padded));
        expect(rowsOf(joined)).toEqual(files.flatMap(padded));
        for (const [i, table] of tables.entries()) expect(rowsOf(table)).toEqual(padded(files[i]));
        for (const { name } of schema) {
          const column = again.column(name);
          const codeOf = (row: number) => (column?.kind === 'string' ? column.codes[row] : row);
          const codes = Array.from({ length: again.length }, (_, row) => [column?.get(row), codeOf(row)] as const);
          if (column?.kind === 'string') expect(new Map(codes).size).toBe(new Set(codes.map(([, code]) => code)).size);
        }
      }),
    );
  });
});

describe('takeRanges', () => {
  it('keeps the rows of the ranges and drops values that none of them has', () => {
    fc.assert(
      fc.property(events, fc.nat(40), fc.nat(40), (rows, a, b) => {
        const [start, end] = [Math.min(a, b, rows.length), Math.min(Math.max(a, b), rows.length)];
        const table = takeRanges(tableFromRows(schema, rows), [
          [0, start],
          [end, rows.length],
        ]);
        expect(rowsOf(table)).toEqual([...rows.slice(0, start), ...rows.slice(end)]);
      }),
    );
    const [names] = takeRanges(tableFromRows([{ name: 'FileName', type: 'string' }], [['a'], ['b']]), [[1, 2]]).columns;
    expect(names.kind === 'string' && names.dictionary.codeOf('a')).toBe(-1);
  });
});

describe('other columns', () => {
  it('reads coded, constant and mask columns', () => {
    expect(codedColumn('int', Uint32Array.of(1, 0), [10, 20]).get(0)).toBe(20);
    expect(constantColumn('int', 5, 3).get(2)).toBe(5);
    const mask = maskColumn(Bitmap.fromRows(3, [0]), Bitmap.fromRows(3, [2]));
    expect([0, 1, 2].map((row) => mask.get(row))).toEqual([true, false, null]);
  });
});
