import { describe, expect, it } from 'vitest';
import { evaluate } from '../executor/evaluate.ts';
import { call, column, contextOf, literal, sort, table, tableOf, where } from '../executor/plans.test-helper.ts';
import type { Expr, Plan } from '../plan/plan.ts';
import type { ColumnSchema, ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { rowsOf } from './relation.ts';

const schema: readonly ColumnSchema[] = [
  { name: 'Name', type: 'string' },
  { name: 'Size', type: 'long' },
];
const data = tableOf(schema, [
  ['b', 2n],
  ['a', null],
  ['b', 2n],
  ['c', 1n],
]);
const source = table('T', schema);
const span = { start: 0, length: 0 };

async function valuesOf(plan: Plan): Promise<readonly (readonly Scalar[])[]> {
  const relation = await evaluate(plan, contextOf(data));
  return Array.from(rowsOf(relation), (row) => relation.columns.map((values) => values.get(row)));
}

const long = (value: bigint): Expr => literal(value, 'long');

function range(from: Scalar, to: Scalar, step: Scalar, type: ScalarType, stepType = type): Plan {
  const [first, last] = [literal(from, type), literal(to, type)];
  return { kind: 'range', from: first, to: last, step: literal(step, stepType), columns: [{ name: 'x', type }], span };
}

describe('operators that keep rows', () => {
  it('take gives no more rows than there are, and top the first in order', async () => {
    const take = (count: bigint): Plan => ({ kind: 'take', input: source, count: long(count), columns: schema, span });
    expect(await valuesOf(take(2n))).toEqual([
      ['b', 2n],
      ['a', null],
    ]);
    expect(await valuesOf(take(9n))).toHaveLength(4);
    expect(await valuesOf(take(0n))).toEqual([]);
    const key = { expr: column('Size', 'long'), order: 'desc' as const, nulls: 'last' as const };
    const top: Plan = { kind: 'top', input: source, count: long(3n), key, columns: schema, span };
    expect(await valuesOf(top)).toEqual([
      ['b', 2n],
      ['b', 2n],
      ['c', 1n],
    ]);
    await expect(valuesOf(take(-1n))).rejects.toMatchObject({ diagnostic: { code: 'row-limit' } });
  });

  it('sort puts nulls first ascending', async () => {
    expect((await valuesOf(sort(source, 'Size', 'long'))).map(([name]) => name)).toEqual(['a', 'c', 'b', 'b']);
  });

  it('project renames, computes, and drops the rest', async () => {
    const items = [
      { name: 'Double', expr: call('+', [column('Size', 'long'), column('Size', 'long')], 'long') },
      { name: 'Label', expr: column('Name') },
    ];
    const columns: ColumnSchema[] = [
      { name: 'Double', type: 'long' },
      { name: 'Label', type: 'string' },
    ];
    const project: Plan = { kind: 'project', operator: 'project', input: source, items, columns, span };
    expect(await valuesOf(project)).toEqual([
      [4n, 'b'],
      [null, 'a'],
      [4n, 'b'],
      [2n, 'c'],
    ]);
  });

  it('distinct gives each combination once, also of what is left after a filter', async () => {
    const items = schema.map(({ name, type }) => ({ name, expr: column(name, type) }));
    const distinct = (input: Plan): Plan => ({ kind: 'distinct', input, items, columns: schema, span });
    expect(await valuesOf(distinct(source))).toEqual([
      ['b', 2n],
      ['a', null],
      ['c', 1n],
    ]);
    const big = where(source, call('>', [column('Size', 'long'), long(1n)]));
    expect(await valuesOf(distinct(big))).toEqual([['b', 2n]]);
  });

  it('count counts what is in', async () => {
    const input = where(source, call('isnull', [column('Size', 'long')]));
    const count: Plan = { kind: 'count', input, columns: [{ name: 'Count', type: 'long' }], span };
    expect(await valuesOf(count)).toEqual([[1n]]);
  });

  it('a table that is not loaded has no rows, and a column that no source fills no values', async () => {
    expect(await valuesOf(table('Other', schema))).toEqual([]);
    const wider = table('T', [...schema, { name: 'Extra', type: 'string' }, { name: 'Missing', type: 'real' }]);
    expect((await valuesOf(wider))[0]).toEqual(['b', 2n, '', null]);
  });
});

describe('operators that make rows', () => {
  it('range goes up and down, ends at or before its end, and may be empty', async () => {
    expect(await valuesOf(range(1n, 6n, 2n, 'long'))).toEqual([[1n], [3n], [5n]]);
    expect(await valuesOf(range(3n, 1n, -1n, 'long'))).toEqual([[3n], [2n], [1n]]);
    expect(await valuesOf(range(1n, 0n, 1n, 'long'))).toEqual([]);
    expect(await valuesOf(range(0, 1, 0.5, 'real'))).toEqual([[0], [0.5], [1]]);
    expect(await valuesOf(range(100n, 300n, 100n, 'datetime', 'timespan'))).toEqual([[100n], [200n], [300n]]);
    expect(await valuesOf(range(2n ** 62n, 2n ** 62n + 1n, 1n, 'long'))).toEqual([[2n ** 62n], [2n ** 62n + 1n]]);
  });

  it('range refuses a step of zero and more rows than fit in memory', async () => {
    await expect(valuesOf(range(1n, 2n, 0n, 'long'))).rejects.toMatchObject({ diagnostic: { code: 'range-step' } });
    const endless = valuesOf(range(0n, 2n ** 60n, 1n, 'long'));
    await expect(endless).rejects.toMatchObject({ diagnostic: { code: 'out-of-memory' } });
  });

  it('print gives one row, getschema a row a column', async () => {
    const items = [{ name: 'x', expr: call('+', [long(1n), long(2n)], 'long') }];
    expect(await valuesOf({ kind: 'print', items, columns: [{ name: 'x', type: 'long' }], span })).toEqual([[3n]]);
    const columns: ColumnSchema[] = [
      { name: 'ColumnName', type: 'string' },
      { name: 'ColumnOrdinal', type: 'int' },
      { name: 'DataType', type: 'string' },
      { name: 'ColumnType', type: 'string' },
    ];
    expect(await valuesOf({ kind: 'getschema', input: source, columns, span })).toEqual([
      ['Name', 0, 'System.String', 'string'],
      ['Size', 1, 'System.Int64', 'long'],
    ]);
  });
});
