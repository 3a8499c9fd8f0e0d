import { Decimal } from '../schema/decimal.ts';
import type { Scalar } from '../schema/value.ts';
import { realArgument } from './arguments.ts';
import { comparer, signOf } from './comparison.ts';
import { convert, longOf } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';

/** Functions of real numbers, bits, extremes. */
export const mathematics: readonly ScalarFunction[] = [
  real('sqrt', Math.sqrt),
  real('exp', Math.exp),
  real('exp2', (x) => 2 ** x),
  real('exp10', (x) => 10 ** x),
  real('log', logarithm(Math.log), 'loge'),
  real('log2', logarithm(Math.log2)),
  real('log10', logarithm(Math.log10)),
  real('sin', Math.sin),
  real('cos', Math.cos),
  real('tan', Math.tan),
  real('cot', (x) => 1 / Math.tan(x)),
  real('asin', Math.asin),
  real('acos', Math.acos),
  real('atan', Math.atan),
  real('degrees', (x) => (x * 180) / Math.PI),
  real('radians', (x) => (x * Math.PI) / 180),
  binaryReal('pow', (x, y) => x ** y),
  binaryReal('atan2', Math.atan2),
  { name: 'pi', nulls: 'propagate', bind: () => () => Math.PI },
  { name: 'abs', nulls: 'propagate', bind: bindAbs },
  {
    name: 'sign',
    nulls: 'propagate',
    bind(call) {
      const type = call.argumentTypes[0];
      return ([value]) => convert(signOf(value, type), 'int', call.resultType);
    },
  },
  test('isnan', Number.isNaN),
  test('isinf', (x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY),
  test('isfinite', Number.isFinite),
  { name: 'max_of', nulls: 'kernel', bind: (call) => bindExtreme(call, 1) },
  { name: 'min_of', nulls: 'kernel', bind: (call) => bindExtreme(call, -1) },
  bits('binary_and', (a, b) => a & b),
  bits('binary_or', (a, b) => a | b),
  bits('binary_xor', (a, b) => a ^ b),
  bits('binary_shift_left', (a, b) => (b < 0n ? null : a << (b % 64n))),
  bits('binary_shift_right', (a, b) => (b < 0n ? null : a >> (b % 64n))),
  bits('binary_not', (a) => ~a),
  bits('bitset_count_ones', (a) => BigInt([...BigInt.asUintN(64, a).toString(2)].filter((bit) => bit === '1').length)),
  { name: 'tohex', nulls: 'propagate', bind: bindTohex },
  { name: 'rand', nulls: 'propagate', volatile: true, bind: bindRand },
  { name: 'new_guid', nulls: 'propagate', volatile: true, bind: () => () => crypto.randomUUID() },
];

function real(name: string, compute: (x: number) => number | null, ...aliases: string[]): ScalarFunction {
  return {
    name,
    aliases,
    nulls: 'propagate',
    bind(call) {
      const value = realArgument(call, 0);
      return (args) => {
        const x = value(args);
        return x === null ? null : compute(x);
      };
    },
  };
}

/** Kusto's logarithms of negative numbers are null. */
function logarithm(compute: (x: number) => number): (x: number) => number | null {
  return (x) => (x < 0 ? null : compute(x));
}

function binaryReal(name: string, compute: (x: number, y: number) => number): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const [left, right] = [realArgument(call, 0), realArgument(call, 1)];
      return (args) => {
        const [x, y] = [left(args), right(args)];
        return x === null || y === null ? null : compute(x, y);
      };
    },
  };
}

function test(name: string, holds: (x: number) => boolean): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const value = realArgument(call, 0);
      return (args) => {
        const x = value(args);
        return x === null ? null : holds(x);
      };
    },
  };
}

function bindAbs(call: CallSite): Kernel {
  const type = call.argumentTypes[0];
  if (type === 'real') return ([value]) => Math.abs(value as number);
  if (type === 'decimal') {
    return ([value]) => {
      const decimal = value as Decimal;
      return decimal.unscaled < 0n ? decimal.negate() : new Decimal(decimal.unscaled, decimal.scale);
    };
  }
  return ([value]) => {
    const long = longOf(value, type);
    if (long === null) return null;
    const size = BigInt.asIntN(64, long < 0n ? -long : long);
    return convert(size, call.resultType === 'timespan' ? 'timespan' : 'long', call.resultType);
  };
}

/** The extreme of the arguments that are not null. */
function bindExtreme(call: CallSite, direction: number): Kernel {
  const compare = comparer(call.resultType, call.resultType);
  return (args) => {
    let extreme: Scalar = null;
    for (let i = 0; i < call.argumentTypes.length; i++) {
      const value = convert(args[i], call.argumentTypes[i], call.resultType);
      if (value !== null && (extreme === null || direction * compare(value, extreme) > 0)) extreme = value;
    }
    return extreme;
  };
}

function bits(name: string, compute: (a: bigint, b: bigint) => bigint | null): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const [leftType, rightType = 'long'] = call.argumentTypes;
      return ([left, right = 0n]) => {
        const [a, b] = [longOf(left, leftType), longOf(right, rightType)];
        const result = a === null || b === null ? null : compute(a, b);
        return result === null ? null : convert(BigInt.asIntN(64, result), 'long', call.resultType);
      };
    },
  };
}

function bindTohex(call: CallSite): Kernel {
  const [type, lengthType = 'long'] = call.argumentTypes;
  const bits = type === 'int' ? 32 : 64;
  return ([value, length = 0n]) => {
    const digits = BigInt.asUintN(bits, longOf(value, type) ?? 0n).toString(16);
    return digits.padStart(Math.min(64, Number(longOf(length, lengthType) ?? 0n)), '0');
  };
}

/** `rand()` in `[0, 1)`; `rand(n)` a whole number in `[0, n)`. */
function bindRand(call: CallSite): Kernel {
  if (call.argumentTypes.length === 0) return Math.random;
  const bound = realArgument(call, 0);
  return (args) => {
    const limit = bound(args) ?? 1;
    return limit > 1 ? Math.floor(Math.random() * limit) : Math.random();
  };
}
