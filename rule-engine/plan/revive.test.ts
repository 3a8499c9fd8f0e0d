import { describe, expect, it } from 'vitest';
import { Decimal } from '../schema/decimal.ts';
import { DynamicScalar, type Scalar } from '../schema/value.ts';
import type { DatatablePlan, Plan, UnionPlan } from './plan.ts';
import { revivePlan } from './revive.ts';

const span = { start: 0, length: 0 };

function datatable(...values: readonly Scalar[]): DatatablePlan {
  return {
    kind: 'datatable',
    columns: [{ name: 'value', type: 'dynamic' }],
    span,
    rows: values.map((value) => [value]),
  };
}

const cloned = (plan: Plan): Plan => revivePlan(structuredClone(plan));

describe('a plan after a structured clone', () => {
  it('has its decimals again', () => {
    const plan = datatable(new Decimal(15n, 1));
    expect(structuredClone(plan).rows[0][0]).not.toBeInstanceOf(Decimal);
    const [[value]] = (cloned(plan) as DatatablePlan).rows;
    expect(value).toBeInstanceOf(Decimal);
    expect(value).toEqual(new Decimal(15n, 1));
  });

  it('has the scalars within dynamic values again, also a decimal within a bag', () => {
    const bag = new Map<string, DynamicScalar>([
      ['when', new DynamicScalar('datetime', 638_000_000_000_000_000n)],
      ['amount', new DynamicScalar('decimal', new Decimal(1n, 3))],
    ]);
    const [[value]] = (cloned(datatable(bag)) as DatatablePlan).rows;
    const amount = (value as typeof bag).get('amount');
    expect((value as typeof bag).get('when')).toBeInstanceOf(DynamicScalar);
    expect(amount).toBeInstanceOf(DynamicScalar);
    expect(amount?.value).toBeInstanceOf(Decimal);
  });

  it('keeps a shared node shared, and everything else as it was', () => {
    const shared = datatable('lua', 1n, null, Number.NaN, true);
    const inputs = [
      { plan: shared, source: 'a' },
      { plan: shared, source: 'b' },
    ];
    const plan: UnionPlan = {
      kind: 'union',
      columns: shared.columns,
      span,
      inputs,
      mapping: [[0, 0]],
      withSource: undefined,
    };
    const revived = cloned(plan) as UnionPlan;
    expect(revived).toEqual(plan);
    expect(revived.inputs[0].plan).toBe(revived.inputs[1].plan);
  });
});
