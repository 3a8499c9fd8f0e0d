import type { DynamicBag, DynamicValue, Scalar } from '../schema/value.ts';
import type { AggregateFunction } from './aggregate.ts';
import { conditional } from './conditional.ts';

const DEFAULT_MAX_SIZE = 1_048_576;

/** `make_bag`: the properties of all bags; the first bag that has a property gives its value. */
const makeBag: AggregateFunction = {
  name: 'make_bag',
  aliases: ['make_dictionary'],
  bind: (site) => {
    const given = site.constants[1];
    const maxSize = given === undefined || given === null ? DEFAULT_MAX_SIZE : Number(given);
    return () => {
      const properties = new Map<string, DynamicValue>();
      return {
        add: ([value]) => {
          if (!isBag(value)) return;
          for (const [name, item] of value) {
            if (properties.size < maxSize && !properties.has(name)) properties.set(name, item);
          }
        },
        result: () => [properties],
      };
    };
  },
};

export const makeBagFamily: readonly AggregateFunction[] = [makeBag, conditional('make_bag_if', makeBag, 1)];

function isBag(value: Scalar): value is DynamicBag {
  return value instanceof Map;
}
