import type { FieldValue, LogRecord } from '../readers/reader.ts';

export type Fields = LogRecord['fields'];

/** The value at a path of field names: `process.name` is a field of that name, or `name` within `process`. */
export function fieldAt(fields: Fields, path: string): FieldValue | undefined {
  if (Object.hasOwn(fields, path)) return fields[path];
  for (const [head, rest] of splitsOf(path)) {
    if (!Object.hasOwn(fields, head)) continue;
    const inner = fields[head];
    if (isFields(inner)) {
      const found = fieldAt(inner, rest);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const MAX_KNOWN_PATHS = 10_000;
const knownSplits = new Map<string, readonly (readonly [string, string])[]>();

/** The ways to split a path at a dot; kept, since the paths of mappings are looked up in each record. */
function splitsOf(path: string): readonly (readonly [string, string])[] {
  const known = knownSplits.get(path);
  if (known !== undefined) return known;
  const splits: [string, string][] = [];
  for (let dot = path.indexOf('.', 1); dot > 0; dot = path.indexOf('.', dot + 1)) {
    splits.push([path.slice(0, dot), path.slice(dot + 1)]);
  }
  if (knownSplits.size < MAX_KNOWN_PATHS) knownSplits.set(path, splits);
  return splits;
}

/** True for a value that says something: not null, nor `''`. */
export function hasValue(value: FieldValue | undefined): value is FieldValue {
  return value !== undefined && value !== null && value !== '';
}

/** The leaves of a record that have a value, by their path; arrays are leaves. */
export function leaves(fields: Fields, prefix = '', found: [string, FieldValue][] = []): [string, FieldValue][] {
  for (const [name, value] of Object.entries(fields)) {
    if (isFields(value)) leaves(value, `${prefix}${name}.`, found);
    else if (hasValue(value)) found.push([prefix + name, value]);
  }
  return found;
}

/** True for a value that has fields of its own. */
export function isFields(value: FieldValue | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields that lie under a path, be it a field with fields of its own or the beginning of dotted names. */
export function fieldsUnder(fields: Fields, path: string): Fields | undefined {
  const inner = fieldAt(fields, path);
  if (isFields(inner)) return inner;
  const prefix = `${path}.`;
  const dotted = Object.entries(fields).filter(([name]) => name.startsWith(prefix));
  if (dotted.length === 0) return undefined;
  return Object.fromEntries(dotted.map(([name, value]) => [name.slice(prefix.length), value]));
}

/** The first of the paths that has a value. */
export function firstOf(fields: Fields, ...paths: readonly string[]): FieldValue | undefined {
  for (const path of paths) {
    const value = fieldAt(fields, path);
    if (hasValue(value)) return value;
  }
  return undefined;
}

/** The named values without those that are undefined. */
export function definedFields(fields: { readonly [name: string]: FieldValue | undefined }): Fields {
  const defined: { [name: string]: FieldValue } = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) defined[name] = value;
  return defined;
}
