import type { InputHead } from '../reader.ts';
import { headText } from '../text-input.ts';
import { JsonParser } from './json-parser.ts';
import { JsonStream } from './json-stream.ts';
import { beginsWithNumber } from './record-lines.ts';

/** How the records lie in a JSON input. */
export type JsonLayout =
  | 'lines'
  | 'array'
  | 'objects'
  | 'records'
  | 'columns-and-rows'
  | 'hunting-api'
  | 'azure-monitor'
  | 'kusto-v1'
  | 'kusto-v2';

/** Fields whose array holds the records of an object that wraps them, in lower case. */
const RECORD_ARRAYS: ReadonlySet<string> = new Set(['records', 'value', 'events']);
/** The same where the input is one object: a record among others may have such an array of its own. */
const ARRAY_OF_ONE = /^(results?|resources|items|data|rows|logs|entries|body|response|output|hits)$/i;
const MOST_WRAPPER_FIELDS = 8;
/** What a page of a service's answer says besides its records: with nothing else, a list of any name is that of the records. */
const OF_A_PAGE =
  /^(@odata\..*|_?links?|meta(data)?|paging|pagination|version|status|ok|success|errors?|message|took|(has|is)_?(more|next|last)(_?page)?|truncated|.*(total|count|cursor|offset|limit|page|next|previous|size).*)$/;
/** Fields of such an object that hold the array in one of theirs: the body of an HTTP response, the hits of a search. */
const WRAPPER = /^(hits|body|response|data|result|output)$/i;

/** Names of what says a table's columns, and of its rows, each an array of cells. */
export const COLUMNS_FIELD = /^(columns|fields|schema|meta)$/;
export const ROWS_FIELD = /^(rows|results|data|values)$/;

/** Whether the array at a path of fields holds the records of what wraps them. */
export function isRecordArray(path: readonly string[]): boolean {
  const field = path[path.length - 1];
  const isNamed = RECORD_ARRAYS.has(field.toLowerCase()) || ARRAY_OF_ONE.test(field);
  return isNamed && (path.length === 1 || (path.length === 2 && isRecordWrapper(path[0])));
}

/** Whether an object in a field at the top may have the array of the records. */
export function isRecordWrapper(field: string): boolean {
  return WRAPPER.test(field);
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
  if (beginsWithNumber(text)) return /^\s*\{/.test(text.slice(text.indexOf('\n'))) ? 'objects' : undefined;
  if (text.startsWith('[')) {
    if (/^\[\s*\{\s*"FrameType"\s*:/i.test(text)) return 'kusto-v2';
    if (/^\[\s*\{[^[]*"records"\s*:\s*\[/.test(text) && wrapsRecords(topFields(text.slice(1)).fields)) return 'records';
    return /^\[\s*[[{\]]/.test(text) ? 'array' : undefined;
  }
  if (!/^\{\s*["}]/.test(text)) return undefined;
  const top = topFields(text);
  const { fields, lists, objects } = top;
  if (fields.get('schema') === 'array' && fields.get('results') === 'array') return 'hunting-api';
  if (fields.get('tables') === 'array') return /"ColumnName"\s*:/.test(text) ? 'kusto-v1' : 'azure-monitor';
  if (hasColumnsAndRows(fields, lists)) return 'columns-and-rows';
  if (fields.get('hits') === 'object' && /"hits"\s*:\s*\[/.test(text)) return 'records';
  if (wrapsRecords(fields)) return 'records';
  const isWrapper = objects === 1 && fields.size <= MOST_WRAPPER_FIELDS;
  if (isWrapper && lists.some(({ path, of }) => of === 'object' && isArrayOfOne(path))) return 'records';
  if (onlyList(top) !== undefined) return 'records';
  return firstLineIsWhole(text, head.complete) ? 'lines' : 'objects';
}

/** Whether an object's fields are those of what wraps records: a message of an event hub, a page of a service's answer. */
function wrapsRecords(fields: TopFields['fields']): boolean {
  return fields.size <= 4 && [...RECORD_ARRAYS].some((name) => fields.get(name) === 'array');
}

/** Whether an array of objects in the only object of an input holds the records. */
function isArrayOfOne(path: readonly string[]): boolean {
  return path.length === 1 ? ARRAY_OF_ONE.test(path[0]) : isRecordArray(path);
}

/** The name, in lower case, of the list that holds the records of an input by being the only one in it. */
export function onlyListIn(head: Uint8Array): string | undefined {
  return onlyList(topFields(headText(head).trimStart()));
}

function onlyList({ fields, lists, objects }: TopFields): string | undefined {
  const [list, second] = lists.filter(({ path, of }) => path.length === 1 && of === 'object');
  if (objects !== 1 || list === undefined || second !== undefined) return undefined;
  const [name] = list.path;
  return [...fields.keys()].every((field) => field === name || OF_A_PAGE.test(field)) ? name : undefined;
}

/** Whether a table's columns stand in one field, and its rows, each a list of cells, in another. */
function hasColumnsAndRows(fields: TopFields['fields'], lists: TopFields['lists']): boolean {
  const hasRows = lists.some(({ path, of }) => of === 'array' && path.length === 1 && ROWS_FIELD.test(path[0]));
  return hasRows && [...fields].some(([field, kind]) => kind === 'array' && COLUMNS_FIELD.test(field));
}

interface TopFields {
  /** The fields of the first object, in lower case, and whether they hold an array. */
  readonly fields: ReadonlyMap<string, 'array' | 'object' | 'scalar'>;
  /** The arrays among them, and among those of a wrapper, that begin with an object or an array. */
  readonly lists: readonly { readonly path: readonly string[]; readonly of: 'array' | 'object' }[];
  /** Objects that begin in the text. */
  readonly objects: number;
}

function topFields(text: string): TopFields {
  const fields = new Map<string, 'array' | 'object' | 'scalar'>();
  const lists: { readonly path: readonly string[]; readonly of: 'array' | 'object' }[] = [];
  let isFirst = false;
  let objects = 0;
  const stream = new JsonStream({
    enter: (path, container) => {
      if (path.length === 0) return ++objects === 1;
      if (path[path.length - 1] === '[]') {
        if (isFirst) lists.push({ path: path.slice(0, -1).map((field) => field.toLowerCase()), of: container });
        isFirst = false;
        return false;
      }
      if (path.length === 1) fields.set(path[0].toLowerCase(), container);
      isFirst = container === 'array';
      return isFirst || (path.length === 1 && isRecordWrapper(path[0]));
    },
    value: (path) => {
      isFirst = false;
      const name = path[0]?.toLowerCase();
      if (path.length === 1 && !fields.has(name)) fields.set(name, 'scalar');
    },
    leave: () => {},
    error: () => {},
  });
  stream.push(new TextEncoder().encode(text));
  return { fields, lists, objects };
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
