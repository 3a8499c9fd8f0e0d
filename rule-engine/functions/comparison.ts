import type { Decimal } from '../schema/decimal.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { DynamicValue, Scalar } from '../schema/value.ts';
import { convert, decimalOf, dynamicScalarType, realOf } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { dynamicJson, isBag, isDynamicArray, valueText } from './value-text.ts';

/** `==`, `!=`, `<`, `<=`, `>`, `>=`, `between` and `!between`. */
export const comparisonOperators: readonly ScalarFunction[] = [
  { name: '==', nulls: 'kernel', bind: (call) => bindEquality(call, false) },
  { name: '!=', aliases: ['<>'], nulls: 'kernel', bind: (call) => bindEquality(call, true) },
  ordering('<', (order) => order < 0),
  ordering('<=', (order) => order <= 0),
  ordering('>', (order) => order > 0),
  ordering('>=', (order) => order >= 0),
  { name: 'between', nulls: 'propagate', bind: (call) => bindBetween(call, false) },
  { name: '!between', nulls: 'propagate', bind: (call) => bindBetween(call, true) },
];

/** Compares two values that are not null: negative, zero, positive, or NaN where they have no order. */
export type Comparer = (left: Scalar, right: Scalar) => number;

function bindEquality(call: CallSite, negate: boolean): Kernel {
  const [leftType, rightType] = call.argumentTypes;
  const compare = comparer(leftType, rightType);
  return ([left, right]) => {
    if (left === null || right === null) return left === right ? null : negate;
    return (compare(left, right) === 0) !== negate;
  };
}

function ordering(name: string, accept: (order: number) => boolean): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const compare = comparer(call.argumentTypes[0], call.argumentTypes[1]);
      return ([left, right]) => accept(compare(left, right));
    },
  };
}

function bindBetween(call: CallSite, negate: boolean): Kernel {
  const [type, fromType, toType] = call.argumentTypes;
  const compareFrom = comparer(type, fromType);
  const spanAfterStart = toType === 'timespan' && fromType === 'datetime';
  const compareTo = comparer(type, spanAfterStart ? 'datetime' : toType);
  return ([value, from, to]) => {
    const end = spanAfterStart ? (from as bigint) + (to as bigint) : to;
    return (compareFrom(value, from) >= 0 && compareTo(value, end) <= 0) !== negate;
  };
}

/** How values of two types compare; numbers of different types by value, a dynamic by the scalar that it holds. */
export function comparer(leftType: ScalarType, rightType: ScalarType): Comparer {
  if (leftType === 'dynamic' || rightType === 'dynamic') return dynamicComparer(leftType, rightType);
  if (leftType === 'decimal' || rightType === 'decimal') {
    return (left, right) => {
      const [a, b] = [decimalOf(left, leftType), decimalOf(right, rightType)];
      return a === null || b === null ? Number.NaN : a.compare(b);
    };
  }
  if (leftType === rightType) return leftType === 'string' ? compareText : comparePlain;
  if (leftType === 'string' || rightType === 'string') {
    if (leftType === 'bool' || rightType === 'bool') return boolComparer(leftType, rightType);
    return leftType === 'string'
      ? (left, right) => compareText(left, valueText(right, rightType))
      : (left, right) => compareText(valueText(left, leftType), right);
  }
  return comparePlain;
}

/** A text is compared with a bool as the bool that it spells, in either case: `_IsBillable == true` of "true" and "True". */
function boolComparer(leftType: ScalarType, rightType: ScalarType): Comparer {
  return (left, right) => {
    const [a, b] = [convert(left, leftType, 'bool'), convert(right, rightType, 'bool')];
    return a === null || b === null ? Number.NaN : comparePlain(a, b);
  };
}

/** Text by code point, as Kusto sorts it. */
export function compareText(left: Scalar, right: Scalar): number {
  const [a, b] = [left as string, right as string];
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return surrogateLast(x) - surrogateLast(y);
  }
  return a.length - b.length;
}

/** Code units in the order of the code points that they belong to. */
function surrogateLast(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** JavaScript compares a bigint and a number by value, exactly. */
function comparePlain(left: Scalar, right: Scalar): number {
  const [a, b] = [left as number | bigint | boolean | string, right as number | bigint | boolean | string];
  if (a < b) return -1;
  if (a > b) return 1;
  return a === b || (a as number) >= (b as number) ? 0 : Number.NaN;
}

function dynamicComparer(leftType: ScalarType, rightType: ScalarType): Comparer {
  return (left, right) => {
    const a = held(left, leftType);
    const b = held(right, rightType);
    if (a.type === undefined || b.type === undefined) {
      const sameKind = a.type === b.type;
      return sameKind && dynamicJson(a.value as DynamicValue) === dynamicJson(b.value as DynamicValue) ? 0 : Number.NaN;
    }
    if (a.type === b.type || (isNumeric(a.type) && isNumeric(b.type)))
      return comparer(a.type, b.type)(a.value, b.value);
    const target = leftType === 'dynamic' ? b.type : a.type;
    // The text of a dynamic is its JSON's, `true`, as `tostring` gives it: not that of the scalar that it holds, `True`.
    const [x, y] =
      target === 'string'
        ? [valueText(left, leftType), valueText(right, rightType)]
        : [convert(a.value, a.type, target), convert(b.value, b.type, target)];
    return x === null || y === null ? Number.NaN : comparer(target, target)(x, y);
  };
}

function held(value: Scalar, type: ScalarType): { readonly type: ScalarType | undefined; readonly value: Scalar } {
  if (type !== 'dynamic') return { type, value };
  const dynamic = value as DynamicValue;
  if (isBag(dynamic) || isDynamicArray(dynamic)) return { type: undefined, value: dynamic };
  const inner = dynamicScalarType(dynamic);
  return { type: inner, value: inner === undefined ? dynamic : convert(dynamic, 'dynamic', inner) };
}

function isNumeric(type: ScalarType): boolean {
  return type === 'int' || type === 'long' || type === 'real' || type === 'decimal';
}

/**
 * A total order of one type's values for sorting, min and max: nulls first, NaN next, then ascending; dynamics by type
 * and text.
 */
export function sortComparer(type: ScalarType): Comparer {
  const compare = type === 'dynamic' ? compareDynamic : comparer(type, type);
  return (left, right) => {
    if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
    if (type !== 'real') return compare(left, right);
    const [leftNaN, rightNaN] = [Number.isNaN(left), Number.isNaN(right)];
    return leftNaN || rightNaN ? Number(rightNaN) - Number(leftNaN) : compare(left, right);
  };
}

/** Orders dynamic values: numbers, then text and all the rest by their text. */
export function compareDynamic(left: Scalar, right: Scalar): number {
  const [a, b] = [held(left, 'dynamic'), held(right, 'dynamic')];
  if (a.type !== undefined && b.type !== undefined) {
    if (a.type === b.type || (isNumeric(a.type) && isNumeric(b.type)))
      return comparer(a.type, b.type)(a.value, b.value);
    if (isNumeric(a.type) || isNumeric(b.type)) return isNumeric(a.type) ? -1 : 1;
  }
  return compareText(valueText(left, 'dynamic'), valueText(right, 'dynamic'));
}

/** Sign of a number of any type that is not null. */
export function signOf(value: Scalar, type: ScalarType): number {
  if (type === 'decimal') return Number((value as Decimal).unscaled > 0n) - Number((value as Decimal).unscaled < 0n);
  const real = realOf(value, type) ?? 0;
  return real > 0 ? 1 : real < 0 ? -1 : 0;
}
