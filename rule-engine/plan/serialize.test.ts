import { expect, test } from 'vitest';
import { Decimal } from '../schema/decimal.ts';
import { DynamicScalar, type Scalar } from '../schema/value.ts';
import type { Plan } from './plan.ts';
import { deserializePlan } from './read-plan.ts';
import { serializePlan } from './serialize.ts';

const span = { start: 0, length: 1 };
const columns = [{ name: 'x', type: 'dynamic' }] as const;

function datatable(...values: Scalar[]): Plan {
  return { kind: 'datatable', rows: values.map((value) => [value]), columns, span };
}

test('values that JSON has no form for come back as they were', () => {
  const values: Scalar[] = [
    2n ** 62n,
    Number.NaN,
    Number.NEGATIVE_INFINITY,
    -0,
    null,
    'text',
    new Decimal(12345678901234567890n, 4),
    new Map<string, bigint | null>([
      ['$', 1n],
      ['__proto__', null],
    ]),
    [new DynamicScalar('datetime', 5n), [true]],
  ];
  expect(deserializePlan(serializePlan(datatable(...values)))).toStrictEqual(datatable(...values));
});

test('a missing part stays missing', () => {
  const plan: Plan = { kind: 'union', inputs: [], mapping: [], withSource: undefined, columns, span };
  expect(deserializePlan(serializePlan(plan))).toStrictEqual(plan);
});

test('a node that stands twice in a plan is one node again', () => {
  const shared: Plan = { kind: 'shared', id: 1, input: datatable(1n), columns, span };
  const plan: Plan = {
    kind: 'union',
    inputs: [
      { plan: shared, source: 'a' },
      { plan: shared, source: 'b' },
    ],
    mapping: [[0, 0]],
    withSource: undefined,
    columns,
    span,
  };
  const read = deserializePlan(serializePlan(plan));
  expect(read).toStrictEqual(plan);
  if (read.kind !== 'union') throw new Error(read.kind);
  expect(read.inputs[0].plan).toBe(read.inputs[1].plan);
});

test('columns come back as they were, whatever their names, and those of one text as one list', () => {
  const lists: Plan['columns'][] = [
    [
      { name: 'a b', type: 'long' },
      { name: '', type: 'string' },
    ],
    [{ name: 'two\nlines', type: 'string' }],
    [{ name: 'x', type: 'guid', description: 'what it is' }],
    [],
  ];
  for (const list of lists) {
    const table: Plan = { kind: 'table', name: 'T', columns: list, span };
    const more: Plan['columns'] = [...list, { name: 'n', type: 'int' }];
    const plan: Plan = { kind: 'extend', input: table, items: [], columns: more, span };
    expect(deserializePlan(serializePlan(plan))).toStrictEqual(plan);
  }
  const text = serializePlan({ kind: 'table', name: 'T', columns: lists[0], span });
  expect(deserializePlan(text).columns).toBe(deserializePlan(text).columns);
});
