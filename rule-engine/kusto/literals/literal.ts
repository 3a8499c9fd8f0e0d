import type { Span } from '../../base/span.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import { parseGuid, parseReal } from '../../functions/conversion.ts';
import { parseDatetime, parseTimespan } from '../../functions/datetime-text.ts';
import type { ScalarType } from '../../schema/scalar-type.ts';
import type { Scalar } from '../../schema/value.ts';
import { parseDecimalLiteral, parseIntegerLiteral } from './number-literal.ts';
import { parseStringLiteral } from './string-literal.ts';

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
      return parseReal(text) ?? undefined;
    case 'decimal':
      return parseDecimalLiteral(text) ?? undefined;
    case 'guid':
      return parseGuid(text) ?? undefined;
    // Kusto takes a date it can't read as null, and so do functions that read it.
    case 'datetime':
      return (
        parseDatetime(text) ??
        parseDatetime(text.replace(/\s*([-/,])\s*/g, (_, sign) => (sign === ',' ? '-' : sign))) ??
        null
      );
    case 'timespan':
      return parseTimespan(text);
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
