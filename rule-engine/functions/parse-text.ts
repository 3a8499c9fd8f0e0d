import { Decimal } from '../schema/decimal.ts';
import type { DynamicValue, Scalar } from '../schema/value.ts';
import { integerArgument, realArgument, textArgument } from './arguments.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { ofText } from './of-text.ts';
import { parseXml } from './xml-text.ts';

/** `parse_csv`, `parse_version`, `parse_xml`; `format_bytes`. */
export const parseTextFunctions: readonly ScalarFunction[] = [
  ofText('parse_csv', parseCsv),
  ofText('parse_version', parseVersion),
  ofText('parse_xml', (text) => parseXml(text) ?? null),
  { name: 'format_bytes', nulls: 'propagate', bind: bindFormatBytes },
];

/** The fields of the first record (RFC 4180). */
function parseCsv(text: string): DynamicValue {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"[^,\r\n]*/.exec(text.slice(at));
    const plain = /^[^,\r\n]*/.exec(text.slice(at));
    const match = quoted ?? plain;
    fields.push(quoted === null ? (plain?.[0] ?? '') : quoted[1].replaceAll('""', '"'));
    at += match?.[0].length ?? 0;
    if (text[at] !== ',') return fields;
    at++;
  }
}

/** Up to four numbers of up to eight digits as one decimal, so that versions compare as numbers. */
function parseVersion(text: string): Scalar {
  const parts = text.trim().split('.');
  if (parts.length > 4 || !parts.every((part) => /^\d{1,8}$/.test(part))) return null;
  const digits = [0, 1, 2, 3].map((i) => (parts[i] ?? '0').padStart(8, '0')).join('');
  return new Decimal(BigInt(digits), 0);
}

const UNITS = ['Bytes', 'KB', 'MB', 'GB', 'TB', 'PB'];

/** `format_bytes(size, precision, unit, base)`: the unit is the largest that leaves at least one. */
function bindFormatBytes(call: CallSite): Kernel {
  const [size, precision, base] = [realArgument(call, 0), integerArgument(call, 1, 0), integerArgument(call, 3, 1024)];
  const unitName = call.argumentTypes.length > 2 ? textArgument(call, 2) : () => '';
  return (args) => {
    const bytes = size(args) ?? 0;
    const step = base(args) ?? 1024;
    const wanted = UNITS.findIndex((unit) => unit.toLowerCase() === unitName(args).toLowerCase());
    const exponent = wanted >= 0 ? wanted : largestUnit(Math.abs(bytes), step);
    const digits = Math.max(0, Math.min(precision(args) ?? 0, 15));
    const value = (bytes / step ** exponent).toFixed(digits);
    return `${digits > 0 ? value.replace(/\.?0+$/, '') : value} ${UNITS[exponent]}`;
  };
}

function largestUnit(bytes: number, step: number): number {
  let exponent = 0;
  while (exponent < UNITS.length - 1 && bytes >= step ** (exponent + 1)) exponent++;
  return exponent;
}
