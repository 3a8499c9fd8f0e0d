import { invariant } from '../base/assert.ts';
import { Decimal } from '../schema/decimal.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { DynamicScalar } from '../schema/value.ts';
import type { Plan } from './plan.ts';

/** Marks an object that stands for a value which JSON has no form for. No plan node has a key of that name. */
const TAG = '$';

/**
 * A plan as JSON text, without loss: longs, decimals, bags, NaN and the infinities, datetimes within dynamic values.
 * Nodes that are shared within the plan are written once, so that reading gives one object again; so are columns that flow
 * through several steps.
 */
export function serializePlan(plan: Plan): string {
  const shared = repeatedObjects(plan);
  const written = new Map<object, number>();
  const lists: ColumnList[] = [];
  const encode = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return encodeScalar(value);
    const known = written.get(value);
    if (known !== undefined) return { [TAG]: 'ref', id: known };
    const id = shared.has(value) ? written.size : undefined;
    if (id !== undefined) written.set(value, id);
    const encoded = encodeObject(value, encode, lists);
    return id === undefined ? encoded : { [TAG]: 'def', id, value: encoded };
  };
  return JSON.stringify(encode(plan));
}

/** The plan of a text that `serializePlan` wrote. */
export function deserializePlan(text: string): Plan {
  const defined = new Map<number, unknown>();
  const lists: ColumnList[] = [];
  // In place: what JSON.parse made belongs to nobody else, and a copy would take longer than the parsing.
  const decode = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (TAG in value) return decodeTagged(value as Tagged, decode, defined, lists);
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) value[i] = decode(value[i]);
      return value;
    }
    for (const key in value) {
      if (key === 'span') continue;
      const member: unknown = Reflect.get(value, key);
      if (typeof member !== 'object' || member === null) continue;
      const decoded = decode(member);
      if (decoded !== member) Reflect.set(value, key, decoded);
    }
    return value;
  };
  return decode(JSON.parse(text)) as Plan;
}

type ColumnList = Plan['columns'];

type Tagged =
  | { readonly $: 'undefined' }
  | { readonly $: 'long' | 'real'; readonly value: string }
  | { readonly $: 'decimal'; readonly unscaled: string; readonly scale: number }
  | { readonly $: 'map'; readonly entries: readonly (readonly [string, unknown])[] }
  | { readonly $: 'scalar'; readonly type: DynamicScalar['type']; readonly value: unknown }
  /** The first `first` columns of the list `of`, unless it is undefined, and `more`. Lists are numbered as they come. */
  | { readonly $: 'columns'; readonly of?: number; readonly first: number; readonly more: ColumnList | string }
  | { readonly $: 'def'; readonly id: number; readonly value: unknown }
  | { readonly $: 'ref'; readonly id: number };

function encodeScalar(value: unknown): unknown {
  if (value === undefined) return { [TAG]: 'undefined' };
  if (typeof value === 'bigint') return { [TAG]: 'long', value: String(value) };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { [TAG]: 'real', value: Object.is(value, -0) ? '-0' : String(value) };
  }
  return value;
}

function encodeObject(value: object, encode: (value: unknown) => unknown, lists: ColumnList[]): unknown {
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Decimal) return { [TAG]: 'decimal', unscaled: String(value.unscaled), scale: value.scale };
  if (value instanceof DynamicScalar) return { [TAG]: 'scalar', type: value.type, value: encode(value.value) };
  if (value instanceof Map) return { [TAG]: 'map', entries: [...value].map(([key, member]) => [key, encode(member)]) };
  const entries = Object.entries(value);
  invariant(!(TAG in value), `no key '${TAG}' in a plan`);
  const isPlan = 'kind' in value && 'columns' in value;
  return Object.fromEntries(
    entries.map(([key, member]) => [
      key,
      isPlan && key === 'columns' ? encodeColumns(member as ColumnList, lists) : encode(member),
    ]),
  );
}

/** Columns as those of the list before that they have the most of in common. */
function encodeColumns(columns: ColumnList, lists: ColumnList[]): Tagged {
  let first = 0;
  let of: number | undefined;
  for (const [i, list] of lists.entries()) {
    const common = commonLength(columns, list);
    if (common > first) [first, of] = [common, i];
  }
  lists.push(columns);
  return { $: 'columns', ...(of !== undefined && { of }), first, more: packed(columns.slice(first)) };
}

/** Columns as lines of name and type, where these say all of them: a table's are most of what a plan holds. */
function packed(columns: ColumnList): ColumnList | string {
  const plain = columns.every(({ name, description }) => description === undefined && !name.includes('\n'));
  return plain ? columns.map(({ name, type }) => `${name} ${type}`).join('\n') : columns;
}

function commonLength(a: ColumnList, b: ColumnList): number {
  if (a === b) return a.length;
  let length = 0;
  while (length < a.length && length < b.length) {
    const [one, other] = [a[length], b[length]];
    if (one !== other && !sameColumn(one, other)) break;
    length++;
  }
  return length;
}

function sameColumn(one: ColumnSchema, other: ColumnSchema): boolean {
  return one.name === other.name && one.type === other.type && one.description === other.description;
}

function decodeColumns({ of, first, more }: Tagged & { $: 'columns' }, lists: ColumnList[]): ColumnList {
  const base = of === undefined ? [] : lists[of];
  const added = typeof more === 'string' ? unpacked(more) : more;
  const columns =
    first === 0 ? added : added.length === 0 && first === base.length ? base : [...base.slice(0, first), ...added];
  lists.push(columns);
  return columns;
}

/** Texts of columns that were read last: each letter typed brings those of the same tables. */
const MOST_UNPACKED = 64;
const lastUnpacked = new Map<string, ColumnList>();

function unpacked(text: string): ColumnList {
  const known = lastUnpacked.get(text);
  if (known !== undefined) return known;
  const columns = text === '' ? [] : text.split('\n').map(columnOfLine);
  if (lastUnpacked.size >= MOST_UNPACKED) lastUnpacked.clear();
  lastUnpacked.set(text, columns);
  return columns;
}

function columnOfLine(line: string): ColumnSchema {
  const end = line.lastIndexOf(' ');
  return { name: line.slice(0, end), type: line.slice(end + 1) as ColumnSchema['type'] };
}

function decodeTagged(
  value: Tagged,
  decode: (value: unknown) => unknown,
  defined: Map<number, unknown>,
  lists: ColumnList[],
): unknown {
  switch (value.$) {
    case 'undefined':
      return undefined;
    case 'long':
      return BigInt(value.value);
    case 'real':
      return Number(value.value);
    case 'decimal':
      return new Decimal(BigInt(value.unscaled), value.scale);
    case 'map':
      return new Map(value.entries.map(([key, member]) => [key, decode(member)]));
    case 'scalar':
      return new DynamicScalar(value.type, decode(value.value) as DynamicScalar['value']);
    case 'columns':
      return decodeColumns(value, lists);
    case 'def': {
      const result = decode(value.value);
      defined.set(value.id, result);
      return result;
    }
    case 'ref':
      return defined.get(value.id);
  }
}

/** The plan nodes and expressions that stand in more than one place. */
function repeatedObjects(plan: Plan): ReadonlySet<object> {
  const seen = new Set<object>();
  const repeated = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (seen.has(value)) {
      if ('kind' in value) repeated.add(value);
      return;
    }
    seen.add(value);
    for (const member of Object.values(value)) visit(member);
  };
  visit(plan);
  return repeated;
}
