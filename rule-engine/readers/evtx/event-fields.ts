import type { FieldValue } from '../reader.ts';
import { addElement, addField } from '../windows-xml/event-element.ts';
import {
  BinaryXmlError,
  type Content,
  type ElementNode,
  type Fragment,
  type InstanceValue,
  isFragment,
} from './binary-xml.ts';

/** How much one record may hold: a hostile template can repeat a value without end. */
const MAX_RECORD_CHARACTERS = 4 * 1024 * 1024;
const NODE_CHARACTERS = 16;

interface Budget {
  left: number;
}

/** The fields of an event's XML: `{Event: {System: {…}, EventData: {…}}}`. */
export function eventFields(fragment: Fragment): { [name: string]: FieldValue } {
  const fields: { [name: string]: FieldValue } = {};
  renderChildren(fragment.content, fragment.values, fields, { left: MAX_RECORD_CHARACTERS });
  return fields;
}

/** Puts the elements among the content into the fields; gives the rest's value. */
function renderChildren(
  content: readonly Content[],
  values: readonly InstanceValue[],
  fields: { [name: string]: FieldValue },
  budget: Budget,
): FieldValue {
  let value: FieldValue = null;
  for (const part of content) {
    const item = typeof part === 'object' && part.kind === 'substitution' ? values[part.index] : part;
    if (isFragment(item)) value = joined(value, renderChildren(item.content, item.values, fields, budget));
    else if (isElement(item)) renderElement(item, values, fields, budget);
    else if (item !== null && item !== undefined) {
      spend(budget, item);
      value = joined(value, item);
    }
  }
  return value;
}

function renderElement(
  element: ElementNode,
  values: readonly InstanceValue[],
  into: { [name: string]: FieldValue },
  budget: Budget,
): void {
  budget.left -= NODE_CHARACTERS;
  const attributes: { [name: string]: FieldValue } = {};
  for (const { name, content } of element.attributes) {
    const value = renderChildren(content, values, {}, budget);
    if (value !== null) addField(attributes, name, value);
  }
  const children: { [name: string]: FieldValue } = {};
  const text = renderChildren(element.content, values, children, budget);
  addElement(into, element.name, attributes, children, text);
}

function joined(before: FieldValue, value: FieldValue): FieldValue {
  if (before === null) return value;
  return value === null ? before : `${before}${value}`;
}

function spend(budget: Budget, value: FieldValue): void {
  if (typeof value === 'string') budget.left -= value.length;
  else budget.left -= Array.isArray(value) ? value.length * NODE_CHARACTERS : NODE_CHARACTERS;
  if (budget.left < 0) throw new BinaryXmlError('The record holds more than 4 MiB of text');
}

function isElement(content: Content | InstanceValue | undefined): content is ElementNode {
  return typeof content === 'object' && content !== null && 'kind' in content && content.kind === 'element';
}
