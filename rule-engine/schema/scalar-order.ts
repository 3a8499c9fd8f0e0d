import { Decimal } from './decimal.ts';
import { DynamicScalar, type DynamicValue, type Scalar } from './value.ts';

/** Below 0 when `a` comes first, above 0 when `b` does, 0 when they are equal. */
export type ScalarOrder = -1 | 0 | 1;

/**
 * The order of two scalars of one Kusto type, neither of them null: text by code point, false before true, NaN before
 * all numbers.
 */
export function compareScalars(a: Scalar, b: Scalar): ScalarOrder {
  if (a === b) return 0;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (a instanceof Decimal && b instanceof Decimal) return Math.sign(a.compare(b)) as ScalarOrder;
  if (isNumeric(a) && isNumeric(b)) {
    if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
    if (Number.isNaN(b)) return 1;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return a ? 1 : -1;
  return compareDynamic(a as DynamicValue, b as DynamicValue);
}

/** The order of two texts by Unicode code point, which UTF-16's own order is not where surrogates are involved. */
export function compareText(a: string, b: string): ScalarOrder {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let left = a.charCodeAt(i);
    let right = b.charCodeAt(i);
    if (left === right) continue;
    if (left >= 0xd800 && right >= 0xd800) {
      left = aboveSurrogates(left);
      right = aboveSurrogates(right);
    }
    return left < right ? -1 : 1;
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

function aboveSurrogates(unit: number): number {
  return unit <= 0xdfff ? unit + 0x10000 : unit;
}

function isNumeric(value: Scalar): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Dynamic values: of one kind by value, of different kinds by kind; arrays and bags are all alike. */
function compareDynamic(a: DynamicValue, b: DynamicValue): ScalarOrder {
  const rankA = dynamicRank(a);
  const rankB = dynamicRank(b);
  if (rankA !== rankB) return rankA < rankB ? -1 : 1;
  if (a instanceof DynamicScalar && b instanceof DynamicScalar) {
    if (a.type === b.type) return compareScalars(a.value, b.value);
    return compareText(a.type, b.type);
  }
  return 0;
}

function dynamicRank(value: DynamicValue): number {
  if (value === null) return 0;
  if (typeof value === 'boolean') return 1;
  if (isNumeric(value)) return 2;
  if (value instanceof DynamicScalar) return 3;
  return typeof value === 'string' ? 4 : 5;
}
