import type { FieldValue } from '../reader.ts';

type Fields = { [name: string]: FieldValue };

/**
 * Adds an XML element to the fields of its parent, in the shape of evtx_dump's JSON: `<Data Name="X">y</Data>` is
 * `X: y`, attributes stand under `#attributes`, text beside attributes or elements under `#text`, and what repeats is
 * an array.
 */
export function addElement(parent: Fields, name: string, attributes: Fields, children: Fields, text: FieldValue): void {
  if (name === 'Data' && typeof attributes.Name === 'string' && attributes.Name !== '') {
    addField(parent, attributes.Name, text);
    return;
  }
  const plain = isEmpty(attributes) && isEmpty(children);
  if (plain) addField(parent, name, text);
  else {
    const fields: Fields = isEmpty(attributes) ? children : { '#attributes': attributes, ...children };
    if (text !== null && text !== '') fields['#text'] = text;
    addField(parent, name, fields);
  }
}

/** Arrays of what repeats, which grow in place: copied for each value, many of them would take for ever. */
const repeated = new WeakSet<readonly FieldValue[]>();

/** Sets a field; one that is there already becomes an array. */
export function addField(fields: Fields, name: string, value: FieldValue): void {
  if (!Object.hasOwn(fields, name)) {
    if (name === '__proto__') {
      Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
    } else fields[name] = value;
    return;
  }
  const before = fields[name];
  if (Array.isArray(before) && repeated.has(before)) {
    before.push(value);
    return;
  }
  const values = Array.isArray(before) ? [...before, value] : [before, value];
  repeated.add(values);
  fields[name] = values;
}

function isEmpty(fields: Fields): boolean {
  for (const _ in fields) return false;
  return true;
}
