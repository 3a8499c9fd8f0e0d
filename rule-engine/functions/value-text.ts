import { Decimal } from '../schema/decimal.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import { type DynamicBag, DynamicScalar, type DynamicValue, type Scalar } from '../schema/value.ts';
import { civilFromTicks, TICKS_PER_DAY, TICKS_PER_SECOND } from './calendar.ts';
import { realText } from './real-text.ts';

const SECOND = Number(TICKS_PER_SECOND);

/** What `tostring` answers: Kusto's text of a value, `''` for a null of any type. */
export function valueText(value: Scalar, type: ScalarType): string {
  if (value === null) return '';
  switch (type) {
    case 'bool':
      return value === true ? 'True' : 'False';
    case 'int':
    case 'long':
    case 'string':
    case 'guid':
    case 'decimal':
      return String(value);
    case 'real':
      return realText(value as number);
    case 'datetime':
      return datetimeText(value as bigint);
    case 'timespan':
      return timespanText(value as bigint);
    case 'dynamic':
      return dynamicText(value as DynamicValue);
  }
}

/** `2020-01-01T00:00:00.0000000Z`, from ticks. */
export function datetimeText(ticks: bigint): string {
  const { year, month, day } = civilFromTicks(ticks);
  const ofDay = Number(ticks % TICKS_PER_DAY);
  const time = clockText(ofDay < 0 ? ofDay + Number(TICKS_PER_DAY) : ofDay, true);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time}Z`;
}

/** `1.02:03:04.5000000`; days and fraction only when they are not zero. */
function timespanText(ticks: bigint): string {
  const size = ticks < 0n ? -ticks : ticks;
  const days = size / TICKS_PER_DAY;
  const clock = clockText(Number(size % TICKS_PER_DAY), false);
  return `${ticks < 0n ? '-' : ''}${days === 0n ? '' : `${days}.`}${clock}`;
}

/** The ticks of a day are few enough for numbers, which are reckoned with many times faster than bigints. */
function clockText(ticksOfDay: number, alwaysFraction: boolean): string {
  const fraction = ticksOfDay % SECOND;
  const seconds = (ticksOfDay - fraction) / SECOND;
  const minutes = Math.floor(seconds / 60);
  const tail = alwaysFraction || fraction !== 0 ? `.${String(fraction).padStart(7, '0')}` : '';
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}${tail}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** The text of a dynamic value: a string as it is, everything else as JSON. */
export function dynamicText(value: DynamicValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof DynamicScalar) return dynamicScalarText(value);
  return dynamicJson(value);
}

/** The text of a datetime, timespan, guid or decimal that a dynamic value holds. */
function dynamicScalarText(scalar: DynamicScalar): string {
  return valueText(scalar.value as Scalar, scalar.type);
}

/** Compact JSON of a dynamic value, keys in their order; longs in all their digits. */
export function dynamicJson(value: DynamicValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return realJson(value);
  if (value instanceof DynamicScalar) return JSON.stringify(dynamicScalarText(value));
  if (isBag(value)) {
    const members = [...value].map(([key, member]) => `${JSON.stringify(key)}:${dynamicJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return `[${value.map(dynamicJson).join(',')}]`;
}

function realJson(value: number): string {
  if (Number.isNaN(value)) return '"NaN"';
  if (!Number.isFinite(value)) return value > 0 ? '"Infinity"' : '"-Infinity"';
  return realText(value);
}

/** A value as JSON text for machine-readable output: the cells of the `batch` protocol. */
export function valueJson(value: Scalar, type: ScalarType): string {
  if (value === null) return type === 'string' ? '""' : 'null';
  switch (type) {
    case 'bool':
      return String(value);
    case 'int':
      return String(value);
    case 'long':
      return Number.isSafeInteger(Number(value)) ? String(value) : `"${value}"`;
    case 'real':
      return Number.isFinite(value) ? String(value) : realJson(value as number);
    case 'dynamic':
      return dynamicJson(value as DynamicValue);
    default:
      return JSON.stringify(valueText(value, type));
  }
}

/** True for a property bag. */
export function isBag(value: DynamicValue | undefined): value is DynamicBag {
  return value instanceof Map;
}

/** True for a dynamic array. */
export function isDynamicArray(value: Scalar | undefined): value is readonly DynamicValue[] {
  return Array.isArray(value);
}

/** A scalar of a known type as a dynamic value. */
export function toDynamicValue(value: Scalar, type: ScalarType): DynamicValue {
  if (value === null) return null;
  switch (type) {
    case 'int':
      return BigInt(value as number);
    case 'decimal':
      return value instanceof Decimal ? new DynamicScalar('decimal', value) : null;
    case 'datetime':
    case 'timespan':
      return new DynamicScalar(type, value as bigint);
    case 'guid':
      return new DynamicScalar('guid', value as string);
    default:
      return value as DynamicValue;
  }
}
