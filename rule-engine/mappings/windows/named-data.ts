import type { FieldValue } from '../../readers/reader.ts';
import { type Fields, firstOf, isFields } from '../field-path.ts';

/** How converters of XML to JSON call an attribute, and an element's text. */
const NAMES = ['#attributes.Name', '@Name', '$.Name', '@attributes.Name', 'Name'];
const TEXTS = ['#text', '_', '$t', 'Value', 'content', 'text'];

/**
 * The fields of `<Data Name="…">` elements that a converter of XML made a list of: `[{"@Name":"Image","#text":"…"}, …]` →
 * `{ Image: … }`. Those without a name stay a list, named Data. Undefined for fields that have no such list.
 */
export function namedData(data: Fields): Fields | undefined {
  const list: FieldValue | undefined = data.Data;
  const items = Array.isArray(list) ? list : isFields(list) ? [list] : [];
  if (items.length === 0 || !items.some((item) => isFields(item) && nameOf(item) !== undefined)) return undefined;
  const named: { [name: string]: FieldValue } = {};
  const unnamed: FieldValue[] = [];
  for (const item of items) {
    const name = isFields(item) ? nameOf(item) : undefined;
    if (!isFields(item) || name === undefined) unnamed.push(item);
    else if (name !== '__proto__') named[name] = firstOf(item, ...TEXTS) ?? '';
  }
  const { Data: _, ...rest } = data;
  return { ...rest, ...named, ...(unnamed.length > 0 && { Data: unnamed }) };
}

function nameOf(item: Fields): string | undefined {
  const name = firstOf(item, ...NAMES);
  return typeof name === 'string' ? name : undefined;
}
