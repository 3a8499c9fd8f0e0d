import type { Expr } from '../../plan/plan.ts';
import { Decimal } from '../../schema/decimal.ts';
import { dynamicKey } from '../../schema/scalar-key.ts';
import type { ScalarType } from '../../schema/scalar-type.ts';
import type { Scalar } from '../../schema/value.ts';
import type { Bound, BoundConstant } from './bound.ts';
import { nameOfKey } from './key-names.ts';

/** A longer key costs more than the masks that it would find. */
const LONGEST_KEY = 4000;

/** A bound constant. */
export function constant(value: Scalar, type: ScalarType, expr: Expr): BoundConstant {
  const text = value instanceof Decimal ? `${value.unscaled}e-${value.scale}` : dynamicKey(value);
  return { kind: 'constant', value, type, expr, key: `${type} ${text}` };
}

/** The key of a function of bound arguments; undefined when an argument has none or it would be too long. */
export function joinKey(name: string, args: readonly Bound[]): string | undefined {
  let key = `${name}(`;
  for (const arg of args) {
    if (arg.key === undefined) return undefined;
    key += `${arg.key},`;
    if (key.length > LONGEST_KEY && name !== 'any' && name !== 'all') return undefined;
  }
  return nameOfKey(`${key})`);
}
