import { expect, test } from 'vitest';
import { type Plan, serializePlan } from '../../../rule-engine/index.ts';
import { keptPlan, usablePlan } from './kept-plan.ts';

const query = 'T | take 1';
const span = { start: 0, length: 1 };
const columns = [{ name: 'x', type: 'decimal' }] as const;
const table: Plan = { kind: 'table', name: 'T', columns, span };
const plan: Plan = { kind: 'shared', id: 1, input: table, columns, span };

const kept = keptPlan(serializePlan(plan), query);

test('a plan that was kept of a query is had again', () => {
  expect(usablePlan(structuredClone(kept), query)).toBe(serializePlan(plan));
});

test('a plan that is of another query, not whole or no plan is not used', () => {
  expect(usablePlan(kept, `${query}0`)).toBeUndefined();
  const [line] = kept.text.split('\n');
  for (const text of ['', line, kept.text.replace('"T"', '"U"'), '0 {"kind":']) {
    expect(usablePlan({ ...kept, text }, query)).toBeUndefined();
  }
  for (const other of [undefined, null, 'plan', {}, plan, { text: 1, seal: kept.seal }]) {
    expect(usablePlan(other, query)).toBeUndefined();
  }
});
