import type { Decimal } from '../schema/decimal.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { datetimeOrNull } from './calendar.ts';
import { decimalOf, longOf, realOf, realToLong } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';

/** `+ - * / %` and unary minus over numbers, datetimes and timespans. Division by zero is null for integers. */
export const arithmeticOperators: readonly ScalarFunction[] = [
  binary('+', {
    long: (a, b) => a + b,
    real: (a, b) => a + b,
    decimal: (a, b) => a.add(b),
  }),
  binary('-', {
    long: (a, b) => a - b,
    real: (a, b) => a - b,
    decimal: (a, b) => a.subtract(b),
  }),
  binary('*', {
    long: (a, b) => a * b,
    real: (a, b) => a * b,
    decimal: (a, b) => a.multiply(b),
  }),
  binary('/', {
    long: (a, b) => (b === 0n ? null : a / b),
    real: (a, b) => a / b,
    decimal: (a, b) => a.divide(b) ?? null,
  }),
  binary('%', {
    long: (a, b) => (b === 0n ? null : modulo(a, b)),
    real: moduloReal,
    decimal: (a, b) => a.modulo(b) ?? null,
  }),
  { name: 'negate', nulls: 'propagate', bind: bindNegate },
];

interface Operation {
  readonly long: (a: bigint, b: bigint) => bigint | null;
  readonly real: (a: number, b: number) => number;
  readonly decimal: (a: Decimal, b: Decimal) => Decimal | null;
}

function binary(name: string, operation: Operation): ScalarFunction {
  return { name, nulls: 'propagate', bind: (call) => bindBinary(call, name, operation) };
}

function bindBinary(call: CallSite, name: string, operation: Operation): Kernel {
  const [leftType, rightType] = call.argumentTypes;
  const either = (type: ScalarType): boolean => leftType === type || rightType === type;
  const span = either('timespan') || either('datetime');
  if (span && (either('real') || either('decimal'))) return spanWithReal(call, name, operation);
  if (span && name === '/' && leftType === rightType) return ratio(leftType, rightType);
  if (either('decimal') || call.resultType === 'decimal') {
    return withOperands(decimalOf, leftType, rightType, operation.decimal);
  }
  if (either('real') || call.resultType === 'real') return withOperands(realOf, leftType, rightType, operation.real);
  return withOperands(longOf, leftType, rightType, (a, b) => withinType(operation.long(a, b), call.resultType));
}

function withOperands<T>(
  read: (value: Scalar, type: ScalarType) => T | null,
  leftType: ScalarType,
  rightType: ScalarType,
  operate: (a: T, b: T) => Scalar,
): Kernel {
  return ([left, right]) => {
    const a = read(left, leftType);
    const b = read(right, rightType);
    return a === null || b === null ? null : operate(a, b);
  };
}

/** `1h * 2.5`, `1d / 2.0`: ticks, cut towards zero. */
function spanWithReal(call: CallSite, name: string, operation: Operation): Kernel {
  const [leftType, rightType] = call.argumentTypes;
  return withOperands(realOf, leftType, rightType, (a, b) => {
    const ticks = operation.real(a, b);
    if (!Number.isFinite(ticks)) return null;
    return name === '*' || name === '/' || name === '%' ? withinType(realToLong(ticks), call.resultType) : null;
  });
}

/** Timespan by timespan is a real: exact where it is whole. */
function ratio(leftType: ScalarType, rightType: ScalarType): Kernel {
  return withOperands(longOf, leftType, rightType, (a, b) => {
    if (b === 0n) return Number(a) / 0;
    return a % b === 0n ? Number(a / b) : Number(a) / Number(b);
  });
}

/** Wraps or limits a 64-bit result to what its type holds. */
export function withinType(value: bigint | null, type: ScalarType): Scalar {
  if (value === null) return null;
  if (type === 'datetime') return datetimeOrNull(value);
  if (type === 'int') return Number(BigInt.asIntN(32, value));
  return BigInt.asIntN(64, value);
}

/** The remainder in `[0, |b|)`. */
export function modulo(a: bigint, b: bigint): bigint {
  const divisor = b < 0n ? -b : b;
  return ((a % divisor) + divisor) % divisor;
}

function moduloReal(a: number, b: number): number {
  const divisor = Math.abs(b);
  const remainder = a % divisor;
  return remainder < 0 ? remainder + divisor : remainder;
}

function bindNegate(call: CallSite): Kernel {
  const type = call.argumentTypes[0];
  if (type === 'real') return ([value]) => -(value as number);
  if (type === 'decimal') return ([value]) => (value as Decimal).negate();
  if (type === 'dynamic' && call.resultType === 'real') {
    return ([value]) => {
      const real = realOf(value, type);
      return real === null ? null : -real;
    };
  }
  return ([value]) => {
    const long = longOf(value, type);
    return long === null ? null : withinType(-long, call.resultType);
  };
}
