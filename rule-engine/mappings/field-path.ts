import type { FieldValue, LogRecord } from '../readers/reader.ts';

export type Fields = LogRecord['fields'];

/** The value at a path of field names: `process.name` is a field of that name, or `name` within `process`. */
export function fieldAt(fields: Fields, path: string): FieldValue | undefined {
  return fieldPath(path).at(fields);
}

const MAX_KNOWN_PATHS = 10_000;
const knownPaths = new Map<string, FieldPath>();

/** A path that can be looked up in many records; kept, since mappings do. */
export function fieldPath(path: string): FieldPath {
  let known = knownPaths.get(path);
  if (known === undefined) {
    known = new FieldPath(path);
    if (knownPaths.size < MAX_KNOWN_PATHS) knownPaths.set(path, known);
  }
  return known;
}

/** A path of field names, with the ways to split it at a dot once they are needed. */
export class FieldPath {
  private readonly path: string;
  private splits: readonly Split[] | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** The value at the path. */
  at(fields: Fields): FieldValue | undefined {
    if (Object.hasOwn(fields, this.path)) return fields[this.path];
    this.splits ??= splitsOf(this.path);
    for (const split of this.splits) {
      if (!Object.hasOwn(fields, split.head)) continue;
      const inner = fields[split.head];
      if (!isFields(inner)) continue;
      split.path ??= fieldPath(split.rest);
      const found = split.path.at(inner);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

interface Split {
  readonly head: string;
  readonly rest: string;
  path: FieldPath | undefined;
}

function splitsOf(path: string): readonly Split[] {
  const splits: Split[] = [];
  for (let dot = path.indexOf('.', 1); dot > 0; dot = path.indexOf('.', dot + 1)) {
    splits.push({ head: path.slice(0, dot), rest: path.slice(dot + 1), path: undefined });
  }
  return splits;
}

/** True for a value that says something: not null, nor `''`. */
export function hasValue(value: FieldValue | undefined): value is FieldValue {
  return value !== undefined && value !== null && value !== '';
}

/** The leaves of a record that have a value, by their path; arrays are leaves. */
export function leaves(fields: Fields): [string, FieldValue][] {
  const found: [string, FieldValue][] = [];
  eachLeaf(fields, (path, value) => found.push([path, value]));
  return found;
}

/** Hands over each leaf of a record that has a value. */
export function eachLeaf(fields: Fields, take: (path: string, value: FieldValue) => void, prefix = ''): void {
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (isFields(value)) eachLeaf(value, take, `${prefix}${name}.`);
    else if (hasValue(value)) take(prefix === '' ? name : prefix + name, value);
  }
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
