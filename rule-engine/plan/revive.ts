import { Decimal } from '../schema/decimal.ts';
import { DynamicScalar } from '../schema/value.ts';
import type { Plan } from './plan.ts';

/**
 * A plan as it was before a structured clone (a worker's message, IndexedDB) took the classes from its values: decimals
 * and the scalars within dynamic values are instances again. Nodes that were shared stay shared.
 */
export function revivePlan(plan: Plan): Plan {
  const revived = new Map<object, unknown>();
  const revive = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (!revived.has(value)) revived.set(value, reviveObject(value, revive));
    return revived.get(value);
  };
  return revive(plan) as Plan;
}

function reviveObject(value: object, revive: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (value instanceof Map) return new Map([...value].map(([key, member]) => [key, revive(member)]));
  if (isDecimal(value)) return new Decimal(value.unscaled, value.scale);
  if (isDynamicScalar(value)) return new DynamicScalar(value.type, revive(value.value) as DynamicScalar['value']);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, revive(member)]));
}

/** No node of a plan has these members and no others. */
function isDecimal(value: object): value is Decimal {
  return Object.keys(value).length === 2 && 'unscaled' in value && 'scale' in value;
}

const scalarTypes: ReadonlySet<unknown> = new Set<DynamicScalar['type']>(['datetime', 'timespan', 'guid', 'decimal']);

function isDynamicScalar(value: object): value is DynamicScalar {
  return Object.keys(value).length === 2 && 'value' in value && 'type' in value && scalarTypes.has(value.type);
}
