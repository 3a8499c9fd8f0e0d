import { JsonParser } from '../readers/json/json-parser.ts';
import type { FieldValue } from '../readers/reader.ts';

const parser = new JsonParser();
const encoder = new TextEncoder();

/** The value of a JSON text within a field; undefined when it is none. */
export function parsedJson(text: string): FieldValue | undefined {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return undefined;
  try {
    return parser.parse(encoder.encode(text));
  } catch {
    return undefined;
  }
}
