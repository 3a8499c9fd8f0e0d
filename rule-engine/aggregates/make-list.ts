import { toDynamicValue } from '../functions/value-text.ts';
import { dynamicKey } from '../schema/scalar-key.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { DynamicValue, Scalar } from '../schema/value.ts';
import type { Accumulator, AggregateFunction, AggregateSite } from './aggregate.ts';
import { conditional } from './conditional.ts';

/** What a list or a set holds at most when the query doesn't say. */
const DEFAULT_MAX_SIZE = 1_048_576;

/** `make_list`: values in input order; null scalars are left out, a dynamic array gives its elements. */
const makeList = collector('make_list', ['makelist'], createList);

/** `make_list_with_nulls`: as `make_list`, nulls kept. */
const makeListWithNulls: AggregateFunction = {
  name: 'make_list_with_nulls',
  bind: (site) => () => createList(site.argumentTypes[0], DEFAULT_MAX_SIZE, true),
};

/** `make_set`: distinct values in order of first appearance. */
const makeSet = collector('make_set', ['makeset'], createSet);

export const makeListFamily: readonly AggregateFunction[] = [
  makeList,
  makeListWithNulls,
  makeSet,
  conditional('make_list_if', makeList, 1),
  conditional('make_set_if', makeSet, 1),
];

function collector(
  name: string,
  aliases: readonly string[],
  create: (type: ScalarType, maxSize: number) => Accumulator,
): AggregateFunction {
  return { name, aliases, bind: (site) => () => create(site.argumentTypes[0], maxSizeOf(site)) };
}

function maxSizeOf(site: AggregateSite): number {
  const given = site.constants[1];
  return given === undefined || given === null ? DEFAULT_MAX_SIZE : Number(given);
}

function createList(type: ScalarType, maxSize: number, withNulls = false): Accumulator {
  const items: DynamicValue[] = [];
  return {
    add: ([value]) => {
      if (items.length >= maxSize || (value === null && !withNulls && type !== 'dynamic')) return;
      for (const item of elementsOf(value, type)) if (items.length < maxSize) items.push(item);
    },
    result: () => [items],
  };
}

function createSet(type: ScalarType, maxSize: number): Accumulator {
  const items = new Map<string, DynamicValue>();
  return {
    add: ([value]) => {
      if (items.size >= maxSize || (value === null && type !== 'dynamic')) return;
      for (const item of elementsOf(value, type)) {
        const key = typeof item === 'string' ? `"${item}` : dynamicKey(item);
        if (items.size < maxSize && !items.has(key)) items.set(key, item);
      }
    },
    result: () => [[...items.values()]],
  };
}

function elementsOf(value: Scalar, type: ScalarType): readonly DynamicValue[] {
  if (type === 'dynamic' && Array.isArray(value)) return value as readonly DynamicValue[];
  return [toDynamicValue(value, type)];
}
