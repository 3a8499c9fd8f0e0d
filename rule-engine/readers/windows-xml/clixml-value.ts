import type { FieldValue } from '../reader.ts';
import { addField } from './event-element.ts';
import type { XmlElement } from './xml-element.ts';

type Fields = { [name: string]: FieldValue };

const NUMBERS = new Set(['SB', 'By', 'I16', 'U16', 'I32', 'U32', 'I64', 'U64', 'Sg', 'Db']);
const LISTS = new Set(['LST', 'IE', 'STK', 'QUE']);
const MEMBERS = new Set(['Props', 'MS']);

/** The value of an element of CLIXML; `known` has the objects that references name, by their ids. */
export function clixmlValue(element: XmlElement, known: Map<string, FieldValue>): FieldValue {
  const { name, text, attributes } = element;
  if (name === 'Nil') return null;
  if (name === 'Ref') return known.get(attributes.RefId) ?? { RefId: attributes.RefId ?? null };
  if (name === 'Obj') {
    const value = objectValue(element, known);
    if (attributes.RefId !== undefined) known.set(attributes.RefId, value);
    return value;
  }
  if (LISTS.has(name)) return element.children.map((child) => clixmlValue(child, known));
  if (name === 'DCT') return dictionary(element, known);
  if (name === 'B') return text === 'true';
  return NUMBERS.has(name) ? numberOf(text ?? '') : decoded(text ?? '');
}

/** An object's members by their names, else the values it lists, else what it is as text: an enumeration’s value has a name. */
function objectValue({ children }: XmlElement, known: Map<string, FieldValue>): FieldValue {
  const fields: Fields = {};
  for (const child of children) {
    if (MEMBERS.has(child.name)) addMembers(fields, child, known);
  }
  const content = children.find(({ name }) => LISTS.has(name) || name === 'DCT');
  const values = content && clixmlValue(content, known);
  if (Object.keys(fields).length === 0 && values !== undefined) return values;
  if (values !== undefined) addField(fields, 'Values', values);
  if (Object.keys(fields).length > 0) return fields;
  const plain =
    children.find(({ name }) => name === 'ToString') ?? children.find(({ name }) => name !== 'TN' && name !== 'TNRef');
  return plain === undefined ? null : clixmlValue(plain, known);
}

function addMembers(fields: Fields, { children }: XmlElement, known: Map<string, FieldValue>): void {
  for (const child of children) addField(fields, decoded(child.attributes.N ?? ''), clixmlValue(child, known));
}

function dictionary({ children }: XmlElement, known: Map<string, FieldValue>): FieldValue {
  const fields: Fields = {};
  for (const { children: parts } of children) {
    const [key, value] = ['Key', 'Value'].map((name) => parts.find(({ attributes }) => attributes.N === name));
    if (key !== undefined && value !== undefined) {
      addField(fields, String(clixmlValue(key, known)), clixmlValue(value, known));
    }
  }
  return fields;
}

function numberOf(text: string): FieldValue {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) return text;
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(value) ? BigInt(text) : value;
}

/** Characters that XML can't hold, and line ends, are written as `_x000A_`. */
function decoded(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
