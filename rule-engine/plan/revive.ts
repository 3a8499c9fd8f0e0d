import { Decimal } from '../schema/decimal.ts';
import { DynamicScalar } from '../schema/value.ts';
import type { Plan } from './plan.ts';

/**
 * A plan as it was before a structured clone (a worker's message, IndexedDB) took the classes from its values: decimals
 * and the scalars within dynamic values are instances again. The clone itself is mended, and shared nodes stay shared.
 */
export function revivePlan(plan: Plan): Plan {
  const revived = new Map<object, unknown>();
  const revive = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (revived.has(value)) return revived.get(value);
    const instance = instanceOf(value, revive);
    revived.set(value, instance);
    if (instance === value) reviveMembers(value, revive);
    return instance;
  };
  return revive(plan) as Plan;
}

/** The instance that an object stands for, or the object itself. */
function instanceOf(value: object, revive: (value: unknown) => unknown): unknown {
  if (isDecimal(value)) return new Decimal(value.unscaled, value.scale);
  if (isDynamicScalar(value)) return new DynamicScalar(value.type, revive(value.value) as DynamicScalar['value']);
  return value;
}

function reviveMembers(value: object, revive: (value: unknown) => unknown): void {
  if (value instanceof Map) {
    for (const [key, member] of value) value.set(key, revive(member));
    return;
  }
  for (const key in value) {
    const member: unknown = Reflect.get(value, key);
    const instance = revive(member);
    if (instance !== member) Reflect.set(value, key, instance);
  }
}

/** No node of a plan has these members and no others. */
function isDecimal(value: object): value is Decimal {
  return 'unscaled' in value && 'scale' in value && Object.keys(value).length === 2;
}

const scalarTypes: ReadonlySet<unknown> = new Set<DynamicScalar['type']>(['datetime', 'timespan', 'guid', 'decimal']);

function isDynamicScalar(value: object): value is DynamicScalar {
  return 'value' in value && 'type' in value && scalarTypes.has(value.type) && Object.keys(value).length === 2;
}
