import { expect, test } from 'vitest';
import { contentOf } from './node-content.ts';
import type { ExtendPlan, LiteralExpr, Plan, TablePlan, WherePlan } from './plan.ts';
import { deserializePlan, PlanReader } from './read-plan.ts';
import { serializePlan } from './serialize.ts';

const columns = [{ name: 'x', type: 'string' }] as const;
const table: TablePlan = { kind: 'table', name: 'T', columns, span: { start: 0, length: 1 } };

function has(start: number, text: string): WherePlan['predicate'] {
  const needle: LiteralExpr = { kind: 'literal', type: 'string', value: text, span: { start: start + 6, length: 3 } };
  const left = { kind: 'column', name: 'x', type: 'string', span: { start, length: 1 } } as const;
  return { kind: 'list', operator: 'has_any', type: 'bool', left, list: [needle], span: { start, length: 9 } };
}

function where(input: Plan, start: number, text: string): WherePlan {
  const predicate = has(start + 6, text);
  return { kind: 'where', input, predicate, columns: input.columns, span: { start, length: 15 } };
}

function extend(input: Plan, start: number, name: string): ExtendPlan {
  const items = [{ name, expr: has(start + 7, 'a') }];
  const added = [...input.columns, { name, type: 'bool' } as const];
  return { kind: 'extend', input, items, columns: added, span: { start, length: 20 } };
}

test('a step that an edit moved is read as it stands, with the content that it had', () => {
  const plans = new PlanReader();
  const before = where(where(table, 4, 'lua'), 30, 'cmd');
  const after = where(where(table, 4, 'luajit'), 33, 'cmd');
  const first = plans.read(serializePlan(before));
  const second = plans.read(serializePlan(after));
  expect(first).toStrictEqual(before);
  expect(second).toEqual(after);
  expect(contentOf(second)).toBe(contentOf(first));
  expect(contentOf((second as WherePlan).input)).not.toBe(contentOf((first as WherePlan).input));
  expect((second as WherePlan).predicate).toBe((second as WherePlan).predicate);
  expect(first).toStrictEqual(before);
});

test('steps that nothing has changed are the same objects', () => {
  const plans = new PlanReader();
  const detection = where(table, 4, 'lua');
  const first = plans.read(serializePlan(where(detection, 30, 'cmd'))) as WherePlan;
  const second = plans.read(serializePlan(where(detection, 30, 'perl'))) as WherePlan;
  expect(second.input).toBe(first.input);
  expect(plans.read(serializePlan(where(detection, 30, 'perl')))).toBe(second);
});

test('a step over other columns has other content', () => {
  const plans = new PlanReader();
  const first = plans.read(serializePlan(where(extend(table, 4, 'a'), 30, 'cmd')));
  const after = where(extend(table, 4, 'b'), 30, 'cmd');
  const second = plans.read(serializePlan(after));
  expect(second).toEqual(after);
  expect(contentOf(second)).not.toBe(contentOf(first));
});

test('the same step twice is read at both places', () => {
  const twice = where(where(table, 4, 'lua'), 30, 'lua');
  expect(deserializePlan(serializePlan(twice))).toEqual(twice);
});

test('a node that holds plans within is read anew, with the plans as they are', () => {
  const plans = new PlanReader();
  const within = (start: number, text: string): Plan => ({
    kind: 'where',
    input: table,
    predicate: { kind: 'toscalar', plan: where(table, start + 20, text), type: 'bool', span: { start, length: 9 } },
    columns,
    span: { start, length: 40 },
  });
  for (const plan of [within(4, 'lua'), within(4, 'cmd'), within(6, 'cmd')]) {
    const read = plans.read(serializePlan(plan));
    expect(read).toEqual(plan);
    expect(contentOf(read)).toBeUndefined();
  }
});

test('lines that were seen long ago are read again', () => {
  const plans = new PlanReader();
  for (let i = 0; i < 40; i++) {
    const long = where(where(table, 4, `${i}${'-'.repeat(50_000)}`), 60_000, 'cmd');
    expect(plans.read(serializePlan(long))).toEqual(long);
  }
});
