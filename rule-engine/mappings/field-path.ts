import type { FieldValue, LogRecord } from '../readers/reader.ts';

export type Fields = LogRecord['fields'];

/** The value at a path of field names: `process.name` is a field of that name, or `name` within `process`. */
export function fieldAt(fields: Fields, path: string): FieldValue | undefined {
  if (Object.hasOwn(fields, path)) return fields[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    if (!Object.hasOwn(fields, head)) continue;
    const inner = fields[head];
    if (isFields(inner)) {
      const found = fieldAt(inner, path.slice(dot + 1));
      if (found !== undefined) return found;
    }
  }
  return undefined;
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

function isFields(value: FieldValue | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
