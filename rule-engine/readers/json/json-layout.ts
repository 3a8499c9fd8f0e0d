import type { InputHead } from '../reader.ts';
import { headText } from '../text-input.ts';
import { JsonParser } from './json-parser.ts';
import { JsonStream } from './json-stream.ts';

/** How the records lie in a JSON input. */
export type JsonLayout =
  | 'lines'
  | 'array'
  | 'objects'
  | 'records'
  | 'hunting-api'
  | 'azure-monitor'
  | 'kusto-v1'
  | 'kusto-v2';

/** Fields whose array holds the records of an object that wraps them, in lower case. */
const RECORD_ARRAYS: ReadonlySet<string> = new Set(['records', 'value', 'events']);
/** The same where the input is one object: a record among others may have such an array of its own. */
const ARRAYS_OF_ONE = /"(results|resources|items|data|rows|logs|entries)"\s*:\s*\[\s*\{/i;
const MOST_WRAPPER_FIELDS = 8;

/** Whether the array of a field at the top holds the records of what wraps them. */
export function isRecordArray(field: string): boolean {
  return RECORD_ARRAYS.has(field.toLowerCase()) || /^(results|resources|items|data|rows|logs|entries)$/i.test(field);
}

const layouts = new WeakMap<InputHead, JsonLayout | undefined>();

/**
 * The layout of a JSON input by its first bytes; undefined when it isn't JSON. Worked out once: each format of JSON asks
 * for it.
 */
export function jsonLayout(head: InputHead): JsonLayout | undefined {
  if (!layouts.has(head)) layouts.set(head, layoutOf(head));
  return layouts.get(head);
}

function layoutOf(head: InputHead): JsonLayout | undefined {
  const text = headText(head.bytes).trimStart();
  if (text.startsWith('[')) {
    if (/^\[\s*\{\s*"FrameType"\s*:/i.test(text)) return 'kusto-v2';
    if (/^\[\s*\{[^[]*"records"\s*:\s*\[/.test(text) && wrapsRecords(topFields(text.slice(1)).fields)) return 'records';
    return /^\[\s*[[{\]]/.test(text) ? 'array' : undefined;
  }
  if (!/^\{\s*["}]/.test(text)) return undefined;
  const { fields, objects } = topFields(text);
  if (fields.get('schema') === 'array' && fields.get('results') === 'array') return 'hunting-api';
  if (fields.get('tables') === 'array') return /"ColumnName"\s*:/.test(text) ? 'kusto-v1' : 'azure-monitor';
  if (fields.get('hits') === 'object' && /"hits"\s*:\s*\[/.test(text)) return 'records';
  if (wrapsRecords(fields)) return 'records';
  const only = objects === 1 && fields.size <= MOST_WRAPPER_FIELDS ? ARRAYS_OF_ONE.exec(text)?.[1] : undefined;
  if (only !== undefined && fields.get(only.toLowerCase()) === 'array') return 'records';
  return firstLineIsWhole(text, head.complete) ? 'lines' : 'objects';
}

/** Whether an object's fields are those of what wraps records: a message of an event hub, a page of a service's answer. */
function wrapsRecords(fields: TopFields['fields']): boolean {
  return fields.size <= 4 && [...RECORD_ARRAYS].some((name) => fields.get(name) === 'array');
}

interface TopFields {
  /** The fields of the first object, in lower case, and whether they hold an array. */
  readonly fields: ReadonlyMap<string, 'array' | 'object' | 'scalar'>;
  /** Objects that begin in the text. */
  readonly objects: number;
}

function topFields(text: string): TopFields {
  const fields = new Map<string, 'array' | 'object' | 'scalar'>();
  let objects = 0;
  const stream = new JsonStream({
    enter: (path, container) => {
      if (path.length === 0) return ++objects === 1;
      if (path.length === 1) fields.set(path[0].toLowerCase(), container);
      return false;
    },
    value: (path) => {
      const name = path[0]?.toLowerCase();
      if (path.length === 1 && !fields.has(name)) fields.set(name, 'scalar');
    },
    leave: () => {},
    error: () => {},
  });
  stream.push(new TextEncoder().encode(text));
  return { fields, objects };
}

function firstLineIsWhole(text: string, complete: boolean): boolean {
  const end = text.indexOf('\n');
  if (end < 0 && !complete) return topFields(text).objects === 1;
  const line = end < 0 ? text : text.slice(0, end);
  try {
    new JsonParser().parse(new TextEncoder().encode(line));
    return true;
  } catch {
    if (topFields(line).objects > 1) return false;
    return end >= 0 && /\}\s*$/.test(text.slice(0, end)) && /^\s*\{"/.test(text.slice(end));
  }
}
