import type { FieldValue } from '../reader.ts';

const MAX_DEPTH = 32;

/** A value that a library for columnar files gives, as a field's value: bytes become UTF-8 text, dates ISO 8601. */
export function fieldValueOf(value: unknown, depth = 0): FieldValue {
  if (value === null || value === undefined || depth > MAX_DEPTH) return null;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'bigint':
      return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
        ? Number(value)
        : value;
    case 'object':
      return objectValue(value, depth + 1);
    default:
      return String(value);
  }
}

function objectValue(value: object, depth: number): FieldValue {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => fieldValueOf(item, depth));
  if (ArrayBuffer.isView(value))
    return [...(value as unknown as Iterable<unknown>)].map((item) => fieldValueOf(item, depth));
  const entries: Iterable<[unknown, unknown]> = value instanceof Map ? value : Object.entries(value);
  return Object.fromEntries([...entries].map(([name, item]) => [String(name), fieldValueOf(item, depth)]));
}

/** A time since 1970, in so many units a second, as ISO 8601 with seven decimals. */
export function timeText(value: bigint, unitsPerSecond: 1n | 1_000n | 1_000_000n | 1_000_000_000n): FieldValue {
  const remainder = value % unitsPerSecond;
  const fraction = remainder < 0n ? remainder + unitsPerSecond : remainder;
  const seconds = (value - fraction) / unitsPerSecond;
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 || date.getUTCFullYear() < 1) return null;
  const ticks = (fraction * 10_000_000n) / unitsPerSecond;
  return `${date.toISOString().slice(0, 19)}.${String(ticks).padStart(7, '0')}Z`;
}
