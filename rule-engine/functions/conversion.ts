import { Decimal } from '../schema/decimal.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import { DynamicScalar, type DynamicValue, type Scalar } from '../schema/value.ts';
import { datetimeOrNull } from './calendar.ts';
import { parseDatetime, parseTimespan } from './datetime-text.ts';
import { isBag, isDynamicArray, toDynamicValue, valueText } from './value-text.ts';

const INT_MIN = -2147483648;
const INT_MAX = 2147483647;
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/**
 * A value as another type, by the rules of `tolong`, `toreal`, `todatetime`, …: text is parsed, reals are cut towards
 * zero and held within the target's range, a long wraps into an int, what can't be read is null.
 */
export function convert(value: Scalar, from: ScalarType, to: ScalarType): Scalar {
  if (from === to) return value;
  if (to === 'string') return valueText(value, from);
  if (value === null) return null;
  if (to === 'dynamic') return toDynamicValue(value, from);
  if (from === 'dynamic') return convertDynamic(value as DynamicValue, to);
  switch (to) {
    case 'bool':
      return toBool(value, from);
    case 'int':
      return toInt(value, from);
    case 'long':
      return toLong(value, from);
    case 'real':
      return toReal(value, from);
    case 'decimal':
      return toDecimal(value, from);
    case 'datetime':
      return toDatetime(value, from);
    case 'timespan':
      return toTimespan(value, from);
    case 'guid':
      return from === 'string' ? parseGuid(value as string) : null;
  }
}

/** A dynamic value as a scalar type: a string within it is parsed, arrays and bags are null. */
function convertDynamic(value: DynamicValue, to: ScalarType): Scalar {
  const type = dynamicScalarType(value);
  if (value === null || type === undefined) return null;
  const scalar = value instanceof DynamicScalar ? (value.value as Scalar) : value;
  return type === to ? scalar : convert(scalar, type, to);
}

/** The scalar type that a dynamic value holds; undefined for null, arrays and bags. */
export function dynamicScalarType(value: DynamicValue): ScalarType | undefined {
  if (value === null || isBag(value) || isDynamicArray(value)) return undefined;
  if (value instanceof DynamicScalar) return value.type;
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'long';
    case 'number':
      return 'real';
    default:
      return 'string';
  }
}

function toBool(value: Scalar, from: ScalarType): boolean | null {
  switch (from) {
    case 'int':
    case 'long':
    case 'timespan':
    case 'datetime':
      return value !== 0 && value !== 0n;
    case 'real':
      return value !== 0;
    case 'decimal':
      return (value as Decimal).unscaled !== 0n;
    case 'string':
      return textToBool(value as string);
    default:
      return null;
  }
}

function textToBool(text: string): boolean | null {
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  if (lower === 'false') return false;
  const number = parseInteger(text);
  return number === undefined ? null : number !== 0n;
}

function toInt(value: Scalar, from: ScalarType): number | null {
  if (from === 'real') {
    const real = value as number;
    if (Number.isNaN(real)) return 0;
    return Math.max(INT_MIN, Math.min(INT_MAX, Math.trunc(real)));
  }
  const long = toLong(value, from);
  if (long === null) return null;
  if (from === 'string') return long >= BigInt(INT_MIN) && long <= BigInt(INT_MAX) ? Number(long) : null;
  return Number(BigInt.asIntN(32, long));
}

function toLong(value: Scalar, from: ScalarType): bigint | null {
  switch (from) {
    case 'bool':
      return value === true ? 1n : 0n;
    case 'int':
      return BigInt(value as number);
    case 'long':
    case 'datetime':
    case 'timespan':
      return value as bigint;
    case 'real':
      return realToLong(value as number);
    case 'decimal':
      return clampLong((value as Decimal).truncate());
    case 'string': {
      const long = parseInteger(value as string);
      return long === undefined || long < LONG_MIN || long > LONG_MAX ? null : long;
    }
    default:
      return null;
  }
}

/** Cuts a real towards zero, held within the range of a long; NaN is 0. */
export function realToLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (!Number.isFinite(value)) return value > 0 ? LONG_MAX : LONG_MIN;
  return clampLong(BigInt(Math.trunc(value)));
}

function clampLong(value: bigint): bigint {
  return value < LONG_MIN ? LONG_MIN : value > LONG_MAX ? LONG_MAX : value;
}

/** Reads a decimal or `0x` integer with space around it; undefined when the text is none. */
function parseInteger(text: string): bigint | undefined {
  const trimmed = text.trim();
  if (/^[+-]?\d+$/.test(trimmed)) return BigInt(trimmed.startsWith('+') ? trimmed.slice(1) : trimmed);
  const hexadecimal = /^(-?)0[xX]([0-9a-fA-F]{1,16})$/.exec(trimmed);
  if (hexadecimal === null) return undefined;
  const size = BigInt.asIntN(64, BigInt(`0x${hexadecimal[2]}`));
  return hexadecimal[1] === '-' ? -size : size;
}

function toReal(value: Scalar, from: ScalarType): number | null {
  switch (from) {
    case 'bool':
      return value === true ? 1 : 0;
    case 'int':
      return value as number;
    case 'long':
    case 'datetime':
    case 'timespan':
      return Number(value);
    case 'decimal':
      return (value as Decimal).toNumber();
    case 'string':
      return parseReal(value as string);
    default:
      return null;
  }
}

/** Reads a real with space around it, `nan` and `inf` included; null when the text is none. */
export function parseReal(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(trimmed)) return Number(trimmed);
  if (/^[+-]?nan$/.test(trimmed)) return Number.NaN;
  const infinity = /^([+-]?)inf(inity)?$/.exec(trimmed);
  if (infinity === null) return null;
  return infinity[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function toDecimal(value: Scalar, from: ScalarType): Decimal | null {
  if (from === 'string') return Decimal.parse(value as string) ?? null;
  if (from === 'real') return Decimal.fromNumber(value as number) ?? null;
  const long = toLong(value, from);
  return long === null ? null : new Decimal(long, 0);
}

function toDatetime(value: Scalar, from: ScalarType): bigint | null {
  if (from === 'string') return parseDatetime(value as string) ?? null;
  const ticks = from === 'bool' || from === 'guid' ? null : toLong(value, from);
  return ticks === null ? null : datetimeOrNull(ticks);
}

function toTimespan(value: Scalar, from: ScalarType): bigint | null {
  if (from === 'string') return parseTimespan(value as string) ?? null;
  return from === 'bool' || from === 'guid' ? null : toLong(value, from);
}

/** Reads a guid: 32 hexadecimal digits with hyphens anywhere between them, braces allowed; null when the text is none. */
export function parseGuid(text: string): string | null {
  const digits = text
    .trim()
    .replace(/^[{(](.*)[})]$/, '$1')
    .replace(/-/g, '')
    .toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(digits)) return null;
  return [8, 12, 16, 20].reduceRight((guid, at) => `${guid.slice(0, at)}-${guid.slice(at)}`, digits);
}

/** A value as a real, or null: what numeric functions see of an argument of any type. */
export function realOf(value: Scalar, type: ScalarType): number | null {
  return convert(value, type, 'real') as number | null;
}

/** A value as a long, or null. */
export function longOf(value: Scalar, type: ScalarType): bigint | null {
  return convert(value, type, 'long') as bigint | null;
}

/** A value as a decimal, or null. */
export function decimalOf(value: Scalar, type: ScalarType): Decimal | null {
  return convert(value, type, 'decimal') as Decimal | null;
}

/** A value as dynamic: a string stays a string. */
export function dynamicOf(value: Scalar, type: ScalarType): DynamicValue {
  return type === 'dynamic' ? (value as DynamicValue) : toDynamicValue(value, type);
}
