import { Decimal } from '../schema/decimal.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { integerArgument, realArgument } from './arguments.ts';
import { modulo, withinType } from './arithmetic.ts';
import { convert, decimalOf, longOf, realOf, realToLong } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';

/** `bin`, `bin_at`, `round`, `ceiling`. */
export const roundingFunctions: readonly ScalarFunction[] = [
  { name: 'bin', aliases: ['floor'], nulls: 'propagate', bind: bindBin },
  { name: 'bin_at', nulls: 'propagate', bind: bindBinAt },
  { name: 'round', nulls: 'propagate', bind: bindRound },
  { name: 'ceiling', aliases: ['ceil'], nulls: 'propagate', bind: bindCeiling },
];

function bindBin(call: CallSite): Kernel {
  const [type, sizeType = 'long'] = call.argumentTypes;
  if (isReal(call, type, sizeType)) {
    return ([value, size = 1n]) => binReal(realOf(value, type), realOf(size, sizeType), 0);
  }
  if (call.resultType === 'decimal') {
    return ([value, size = 1n]) => binDecimal(decimalOf(value, type), decimalOf(size, sizeType));
  }
  return ([value, size = 1n]) => binLong(longOf(value, type), longOf(size, sizeType), 0n, call.resultType);
}

function isReal(call: CallSite, ...types: readonly ScalarType[]): boolean {
  if (call.resultType === 'datetime' || call.resultType === 'timespan') return false;
  return call.resultType === 'real' || types.includes('real');
}

function bindBinAt(call: CallSite): Kernel {
  const [type, sizeType, originType] = call.argumentTypes;
  if (isReal(call, type, sizeType, originType)) {
    return ([value, size, origin]) =>
      binReal(realOf(value, type), realOf(size, sizeType), realOf(origin, originType) ?? 0);
  }
  return ([value, size, origin]) =>
    binLong(longOf(value, type), longOf(size, sizeType), longOf(origin, originType) ?? 0n, call.resultType);
}

function binReal(value: number | null, size: number | null, origin: number): number | null {
  if (value === null || size === null || size <= 0) return null;
  return Math.floor((value - origin) / size) * size + origin;
}

function binDecimal(value: Decimal | null, size: Decimal | null): Decimal | null {
  if (value === null || size === null || size.unscaled <= 0n) return null;
  const rest = value.modulo(size);
  return rest === undefined ? null : value.subtract(rest);
}

/** The largest `origin + n × size` that is not above the value; null for a size that is not positive. */
function binLong(value: bigint | null, size: bigint | null, origin: bigint, type: ScalarType): Scalar {
  if (value === null || size === null || size <= 0n) return null;
  return withinType(value - modulo(value - origin, size), type);
}

/** Half away from zero, to a number of decimal places that may be negative. */
function bindRound(call: CallSite): Kernel {
  const type = call.argumentTypes[0];
  const precision = integerArgument(call, 1, 0);
  if (call.resultType === 'decimal') {
    return (args) => roundDecimal(args[0] as Decimal, precision(args) ?? 0);
  }
  const value = realArgument(call, 0);
  return (args) => {
    const real = value(args);
    return real === null ? null : convert(roundReal(real, precision(args) ?? 0), 'real', integral(call, type));
  };
}

function integral(call: CallSite, type: ScalarType): ScalarType {
  return call.resultType === type || call.resultType === 'long' ? call.resultType : 'real';
}

function roundReal(value: number, precision: number): number {
  if (!Number.isFinite(value)) return value;
  const unit = 10 ** Math.abs(precision);
  const scaled = precision >= 0 ? value * unit : value / unit;
  if (Math.abs(scaled) >= 2 ** 53) return value;
  const rounded = Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5);
  return precision >= 0 ? rounded / unit : rounded * unit;
}

function roundDecimal(value: Decimal, precision: number): Decimal {
  const drop = value.scale - precision;
  if (drop <= 0) return value;
  const unit = 10n ** BigInt(drop);
  const half = value.unscaled < 0n ? -unit / 2n : unit / 2n;
  const kept = (value.unscaled + half) / unit;
  return precision >= 0 ? new Decimal(kept, precision) : new Decimal(kept * 10n ** BigInt(-precision), 0);
}

function bindCeiling(call: CallSite): Kernel {
  const type = call.argumentTypes[0];
  if (call.resultType === 'decimal') {
    return ([value]) => {
      const decimal = value as Decimal;
      const whole = decimal.truncate();
      return new Decimal(decimal.compare(new Decimal(whole, 0)) > 0 ? whole + 1n : whole, 0);
    };
  }
  return ([value]) => {
    const real = Math.ceil(realOf(value, type) ?? 0);
    if (call.resultType === 'real') return real;
    return call.resultType === 'int' ? Number(realToLong(real)) : realToLong(real);
  };
}
