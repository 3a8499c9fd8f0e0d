import type { Span } from '../../base/span.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import type { ScalarType } from '../../schema/scalar-type.ts';
import type { Scalar } from '../../schema/value.ts';
import { parseDatetimeLiteral } from './datetime-literal.ts';
import { parseDecimalLiteral, parseIntegerLiteral, parseRealLiteral } from './number-literal.ts';
import { parseStringLiteral } from './string-literal.ts';
import { parseTimespanLiteral } from './timespan-literal.ts';

/**
 * The value of a literal token as written, `long(0x1F)` and `0x1F` alike. Microsoft's service gives values too, but its
 * JavaScript build gets hexadecimal, `real(nan)`, long timespans and ticks wrong.
 *
 * @throws QueryError when the text is no value of its type: Kusto refuses it too.
 */
export function parseLiteral(type: ScalarType, raw: string, span: Span): Scalar {
  if (type === 'string') {
    const text = parseStringLiteral(raw);
    if (text === undefined) throw invalid('bad-literal', 'The string literal is malformed', span);
    return text;
  }
  const text = innerText(raw);
  if (text.toLowerCase() === 'null') return null;
  const value = parseScalar(type, text);
  if (value === undefined) throw invalid('bad-literal', `'${raw}' is not a ${type} literal`, span);
  return value;
}

/** `1` of `long(1)`, `2020-01-01` of `datetime("2020-01-01")`; other literals as they are. */
function innerText(raw: string): string {
  const inner = /^[a-zA-Z]+\s*\(([\s\S]*)\)$/.exec(raw.trim())?.[1].trim() ?? raw.trim();
  return parseStringLiteral(inner) ?? inner;
}

function parseScalar(type: ScalarType, text: string): Scalar | undefined {
  switch (type) {
    case 'bool':
      return parseBool(text);
    case 'int': {
      const value = parseIntegerLiteral(text, 32);
      return value === null ? undefined : Number(value);
    }
    case 'long':
      return parseIntegerLiteral(text, 64) ?? undefined;
    case 'real':
      return parseRealLiteral(text) ?? undefined;
    case 'decimal':
      return parseDecimalLiteral(text) ?? undefined;
    case 'guid':
      return parseGuid(text);
    // Kusto takes a date it can't read as null, and so do functions that read it.
    case 'datetime':
      return parseDatetimeLiteral(text);
    case 'timespan':
      return parseTimespanLiteral(text) ?? undefined;
    default:
      return undefined;
  }
}

function parseBool(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  const number = parseIntegerLiteral(text, 64);
  return number === null ? undefined : number !== 0n;
}

function parseGuid(text: string): string | undefined {
  const digits = text.replace(/[-{}()\s]/g, '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(digits)) return undefined;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
