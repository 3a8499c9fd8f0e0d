import { invariant } from '../base/assert.ts';
import { Decimal } from '../schema/decimal.ts';
import { DynamicScalar } from '../schema/value.ts';
import type { Plan } from './plan.ts';

/** Marks an object that stands for a value which JSON has no form for. No plan node has a key of that name. */
const TAG = '$';

/**
 * A plan as JSON text, without loss: longs, decimals, bags, NaN and the infinities, datetimes within dynamic values.
 * Nodes that are shared within the plan are written once, so that reading gives one object again.
 */
export function serializePlan(plan: Plan): string {
  const shared = repeatedObjects(plan);
  const written = new Map<object, number>();
  const encode = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return encodeScalar(value);
    const known = written.get(value);
    if (known !== undefined) return { [TAG]: 'ref', id: known };
    const id = shared.has(value) ? written.size : undefined;
    if (id !== undefined) written.set(value, id);
    const encoded = encodeObject(value, encode);
    return id === undefined ? encoded : { [TAG]: 'def', id, value: encoded };
  };
  return JSON.stringify(encode(plan));
}

/** The plan of a text that `serializePlan` wrote. */
export function deserializePlan(text: string): Plan {
  const defined = new Map<number, unknown>();
  // In place: what JSON.parse made belongs to nobody else, and a copy would take longer than the parsing.
  const decode = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (TAG in value) return decodeTagged(value as Tagged, decode, defined);
    for (const key in value) {
      const member: unknown = Reflect.get(value, key);
      if (typeof member === 'object') Reflect.set(value, key, decode(member));
    }
    return value;
  };
  return decode(JSON.parse(text)) as Plan;
}

type Tagged =
  | { readonly $: 'undefined' }
  | { readonly $: 'long' | 'real'; readonly value: string }
  | { readonly $: 'decimal'; readonly unscaled: string; readonly scale: number }
  | { readonly $: 'map'; readonly entries: readonly (readonly [string, unknown])[] }
  | { readonly $: 'scalar'; readonly type: DynamicScalar['type']; readonly value: unknown }
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

function encodeObject(value: object, encode: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Decimal) return { [TAG]: 'decimal', unscaled: String(value.unscaled), scale: value.scale };
  if (value instanceof DynamicScalar) return { [TAG]: 'scalar', type: value.type, value: encode(value.value) };
  if (value instanceof Map) return { [TAG]: 'map', entries: [...value].map(([key, member]) => [key, encode(member)]) };
  const entries = Object.entries(value);
  invariant(!(TAG in value), `no key '${TAG}' in a plan`);
  return Object.fromEntries(entries.map(([key, member]) => [key, encode(member)]));
}

function decodeTagged(value: Tagged, decode: (value: unknown) => unknown, defined: Map<number, unknown>): unknown {
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
