import { sigmaFieldColumns } from './sigma-fields.ts';
import { anyCharacter, anyText, kqlString, type SigmaPart, sigmaParts } from './sigma-value.ts';

/** A condition in KQL over DeviceProcessEvents for a Sigma selection. Throws an Error for what has no sound form. */
export function selectionKql(name: string, selection: unknown): string {
  if (Array.isArray(selection)) {
    if (selection.length === 0) throw new Error(`The selection ${name} is empty`);
    return selection.map((item) => parenthesised(mapKql(name, item))).join(' or ');
  }
  return mapKql(name, selection);
}

function mapKql(name: string, selection: unknown): string {
  if (typeof selection !== 'object' || selection === null || Array.isArray(selection)) {
    throw new Error(`The selection ${name} searches for keywords in the whole event, which a table of columns lacks`);
  }
  const items = Object.entries(selection);
  if (items.length === 0) throw new Error(`The selection ${name} is empty`);
  const conditions = items.map(([key, value]) => itemKql(key, value));
  return conditions.length === 1 ? conditions[0] : conditions.map(parenthesised).join(' and ');
}

function itemKql(key: string, value: unknown): string {
  const [field, ...modifiers] = key.split('|');
  const column = sigmaFieldColumns.get(field);
  if (column === undefined) throw new Error(`DeviceProcessEvents has no column for the Sigma field ${field}`);
  const known = ['contains', 'startswith', 'endswith', 'all', 're', 'cased', 'exists'];
  const unknown = modifiers.find((modifier) => !known.includes(modifier));
  if (unknown !== undefined) throw new Error(`The Sigma modifier ${unknown} is not supported`);
  if (modifiers.includes('exists')) return value === false ? `isempty(${column})` : `isnotempty(${column})`;
  const values = Array.isArray(value) ? value : [value];
  if (values.length === 0) throw new Error(`The field ${field} has no values`);
  const conditions = values.map((item) => valueKql(column, modifiers, item));
  return conditions.length === 1
    ? conditions[0]
    : conditions.map(parenthesised).join(modifiers.includes('all') ? ' and ' : ' or ');
}

function valueKql(column: string, modifiers: readonly string[], value: unknown): string {
  if (value === null) return `isempty(${column})`;
  if (typeof value === 'number' || typeof value === 'bigint') {
    return column.endsWith('Id') ? `${column} == ${value}` : textKql(column, modifiers, [String(value)]);
  }
  if (typeof value !== 'string')
    throw new Error(`The value ${JSON.stringify(value)} of ${column} is no text or number`);
  if (modifiers.includes('re')) return `${column} matches regex ${kqlString(value)}`;
  return textKql(column, modifiers, sigmaParts(value));
}

function textKql(column: string, modifiers: readonly string[], parts: readonly SigmaPart[]): string {
  const before = modifiers.includes('contains') || modifiers.includes('endswith') || parts[0] === anyText;
  const after = modifiers.includes('contains') || modifiers.includes('startswith') || parts.at(-1) === anyText;
  const inner = trimWildcards(parts);
  const cased = modifiers.includes('cased') ? '_cs' : '';
  if (inner.length === 0) return before || after ? `isnotempty(${column})` : `isempty(${column})`;
  if (inner.length > 1 || typeof inner[0] !== 'string') return regexKql(column, before, after, inner, cased !== '');
  const text = kqlString(inner[0]);
  if (before && after) return `${column} contains${cased} ${text}`;
  if (before) return `${column} endswith${cased} ${text}`;
  if (after) return `${column} startswith${cased} ${text}`;
  return `${column} ${cased ? '==' : '=~'} ${text}`;
}

function trimWildcards(parts: readonly SigmaPart[]): readonly SigmaPart[] {
  let start = 0;
  let end = parts.length;
  while (start < end && parts[start] === anyText) start++;
  while (end > start && parts[end - 1] === anyText) end--;
  return parts.slice(start, end);
}

function regexKql(
  column: string,
  before: boolean,
  after: boolean,
  parts: readonly SigmaPart[],
  cased: boolean,
): string {
  const body = parts.map((part) => {
    if (part === anyText) return '.*';
    if (part === anyCharacter) return '.';
    return String(part).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  const flags = cased ? '(?s)' : '(?is)';
  return `${column} matches regex ${kqlString(`${flags}${before ? '' : '^'}${body.join('')}${after ? '' : '$'}`)}`;
}

function parenthesised(condition: string): string {
  return / (?:and|or) /.test(condition) ? `(${condition})` : condition;
}
