import type { Int64ColumnBuilder } from '../columnar/int64-column-builder.ts';

const decoder = new TextDecoder();
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** The integer of at most 15 decimal digits that `bytes[start..end)` spells; undefined for anything else. */
export function smallInteger(bytes: Uint8Array, start: number, end: number): number | undefined {
  const negative = bytes[start] === 0x2d;
  let at = negative ? start + 1 : start;
  if (at >= end || end - at > 15) return undefined;
  let value = 0;
  for (; at < end; at++) {
    const digit = bytes[at] - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return negative ? -value : value;
}

/**
 * Appends the 64-bit integer that `bytes[start..end)` spells and gives true, or appends nothing: decimal, hexadecimal
 * (`0x3e7`), or a real without a fraction (`999.0`).
 */
export function appendInteger(column: Int64ColumnBuilder, bytes: Uint8Array, start: number, end: number): boolean {
  const small = smallInteger(bytes, start, end);
  if (small !== undefined) {
    column.appendNumber(small);
    return true;
  }
  const text = decoder.decode(bytes.subarray(start, end)).trim();
  const match = /^([+-]?)(0x[0-9a-f]{1,16}|\d{1,19})(?:\.0+)?$/i.exec(text);
  if (match === null) return false;
  const value = match[1] === '-' ? -BigInt(match[2]) : BigInt(match[2]);
  if (value < LONG_MIN || value > LONG_MAX) return false;
  column.append(value);
  return true;
}
