import { Decimal } from './decimal.ts';
import { DynamicScalar, type DynamicValue, type Scalar } from './value.ts';

/** What a `Map` can tell apart: two scalars of one Kusto type are equal just when their keys are the same. */
export type ScalarKey = string | number | bigint | boolean | null;

/** The key of a scalar, for grouping and for sets. Text, numbers, bools and null are their own keys; NaN equals NaN. */
export function scalarKey(value: Scalar): ScalarKey {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Decimal) return value.normalized().toString();
  return dynamicKey(value);
}

/**
 * The key of a value of type `dynamic`, whose type is part of its identity: the string "1" is not the long 1. The order
 * of a bag's properties makes no difference.
 */
export function dynamicKey(value: DynamicValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value === 'number') return `r${value}`;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof DynamicScalar) {
    const inner = value.value instanceof Decimal ? value.value.normalized().toString() : String(value.value);
    return `${value.type}(${inner})`;
  }
  if (Array.isArray(value)) return `[${value.map(dynamicKey).join()}]`;
  const properties = [...(value as ReadonlyMap<string, DynamicValue>)].map(
    ([name, item]) => `${JSON.stringify(name)}:${dynamicKey(item)}`,
  );
  return `{${properties.sort().join()}}`;
}
