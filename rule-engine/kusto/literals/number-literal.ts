import { Decimal } from '../../schema/decimal.ts';

/** A `long` or `int` as a literal writes it: digits, or hexadecimal after `0x`. Null when the text is none. */
export function parseIntegerLiteral(raw: string, bits: 32 | 64): bigint | null {
  const text = raw.trim();
  const match = /^([+-]?)(0[xX][0-9a-fA-F]+|\d+)$/.exec(text);
  if (match === null) return null;
  const hexadecimal = match[2].length > 1 && /^0x/i.test(match[2]);
  const magnitude = BigInt(match[2]);
  const value = match[1] === '-' ? -magnitude : magnitude;
  const wrapped = BigInt.asIntN(bits, value);
  if (wrapped === value) return value;
  return hexadecimal && BigInt.asUintN(bits, value) === value ? wrapped : null;
}

/** A `decimal` as a literal writes it, exactly. Null when the text is none. */
export function parseDecimalLiteral(raw: string): Decimal | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(raw.trim());
  if (match === null || (match[2] === '' && (match[3] ?? '') === '')) return null;
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const digits = BigInt((whole + fraction).replace(/^$/, '0'));
  const unscaled = sign === '-' ? -digits : digits;
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? new Decimal(unscaled, scale) : new Decimal(unscaled * 10n ** BigInt(-scale), 0);
}
