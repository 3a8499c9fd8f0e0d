import type { ConformanceCase } from './conformance-case.ts';

/** An answer of the `batch` protocol. */
export interface Answer {
  readonly columns?: readonly { readonly name: string; readonly type: string }[];
  readonly rows?: readonly (readonly unknown[])[];
  readonly error?: { readonly code: string; readonly message: string };
}

/**
 * How an answer disagrees with what was recorded; undefined when it agrees. Whole numbers of any width are alike, and so
 * are real and decimal; reals may differ by 1e-9 of their size; the order of rows counts where the query sorts last.
 */
export function disagreement(expected: ConformanceCase, answer: Answer): string | undefined {
  const { error, columns, rows } = answer;
  if (expected.error !== undefined) {
    return error !== undefined && error.code !== 'unsupported' ? undefined : 'an error was expected';
  }
  if (error !== undefined) return `${error.code}: ${error.message}`;
  if (columns === undefined || rows === undefined || expected.columns === undefined) return 'no result';
  const wanted = expected.columns.map(({ name, type, typeClass: recorded }) => ({
    name,
    type: typeClass(type ?? recorded ?? ''),
  }));
  const given = columns.map(({ name, type }) => ({ name, type: typeClass(type) }));
  if (JSON.stringify(wanted) !== JSON.stringify(given)) {
    return `columns ${JSON.stringify(given)} for ${JSON.stringify(wanted)}`;
  }
  if (expected.complete === false) {
    return rows.length === expected.rowCount ? undefined : `${rows.length} rows for ${expected.rowCount}`;
  }
  const types = wanted.map(({ type }) => type);
  const normalized = (all: readonly (readonly unknown[])[]) =>
    all.map((row) => row.map((cell, i) => normalize(cell, types[i])));
  const lenient = expected.real_null_may_be_infinity === true;
  return rowsDisagree(normalized(expected.rows ?? []), normalized(rows), isSorted(expected.query), lenient);
}

function isSorted(query: string): boolean {
  return /\|\s*(sort|order|top)\b[^|]*$/.test(query);
}

type Row = readonly unknown[];

function rowsDisagree(wanted: readonly Row[], given: readonly Row[], sorted: boolean, lenient: boolean) {
  if (wanted.length !== given.length) return `${given.length} rows for ${wanted.length}`;
  const agree = (row: Row, other: Row) => row.every((cell, i) => sameCell(cell, other[i], lenient));
  const left = [...given];
  for (const [i, row] of wanted.entries()) {
    const at = sorted ? (agree(row, left[0]) ? 0 : -1) : left.findIndex((other) => agree(row, other));
    if (at < 0) return `row ${i} is ${shortened(left[0])} for ${shortened(row)}`;
    left.splice(at, 1);
  }
  return undefined;
}

function shortened(value: unknown): string {
  return JSON.stringify(value).slice(0, 200);
}

function sameCell(wanted: unknown, given: unknown, lenient: boolean): boolean {
  return same(wanted, given) || (lenient && wanted === null && /inf|nan/i.test(String(given)));
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (typeof a !== 'object' || typeof b !== 'object') return String(a) === String(b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a as object), new Map(Object.entries(b as object))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)));
}

function typeClass(type: string): string {
  return type === 'long' ? 'int' : type === 'decimal' ? 'real' : type;
}

/** A cell in one spelling, however it was written down. */
function normalize(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return type === 'string' ? '' : null;
  if (typeof value === 'object') return normalizeObject(value);
  switch (type) {
    case 'datetime':
      return normalizeDatetime(String(value));
    case 'timespan':
      return normalizeTimespan(String(value));
    case 'dynamic':
      return typeof value === 'string' ? normalizeDynamicText(value) : value;
    case 'int':
    case 'real':
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
    case 'bool':
      return Boolean(value);
    default:
      return value;
  }
}

/** The recordings wrap what JSON's numbers can't hold: `{"$long": "9223372036854775807"}`. */
function normalizeObject(value: object): unknown {
  if (Array.isArray(value)) return value.map((element) => normalize(element, 'dynamic'));
  const wrapped = Object.entries(value).find(([key]) => /^\$(long|real|raw)$/.test(key));
  if (wrapped !== undefined) return wrapped[0] === '$raw' ? wrapped[1] : String(wrapped[1]);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, normalize(member, 'dynamic')]));
}

function normalizeDynamicText(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? normalize(parsed, 'dynamic') : parsed;
  } catch {
    return text;
  }
}

function normalizeDatetime(text: string): string {
  const [, date, time, fraction = ''] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d+))?Z?$/.exec(text) ?? [];
  return date === undefined ? text : `${date}T${time}.${fraction.padEnd(7, '0').slice(0, 7)}`;
}

function normalizeTimespan(text: string): string {
  const [, sign = '', days = '0', hours, rest, fraction = ''] =
    /^(-)?(?:(\d+)\.)?(\d+):(\d\d:\d\d)(?:\.(\d+))?$/.exec(text) ?? [];
  if (hours === undefined) return text;
  return `${sign}${Number(days)}.${hours.padStart(2, '0')}:${rest}.${fraction.padEnd(7, '0').slice(0, 7)}`;
}
