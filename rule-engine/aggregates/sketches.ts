import { toDynamicValue } from '../functions/value-text.ts';
import {
  distinctSketch,
  distinctSketchKey,
  distinctSketchKeys,
  quantileSketch,
  quantileSketchValues,
  type WeightedValue,
} from '../schema/sketch.ts';
import type { DynamicValue } from '../schema/value.ts';
import type { AggregateFunction } from './aggregate.ts';
import { conditional } from './conditional.ts';
import { asDouble } from './variance.ts';

/** `hll`: the sketch of a set of values; nulls are left out. An accuracy makes no difference: ours is exact. */
const hll: AggregateFunction = {
  name: 'hll',
  bind: (site) => () => {
    const keys = new Set<string>();
    return {
      add: ([value]) => {
        if (value !== null) keys.add(distinctSketchKey(toDynamicValue(value, site.argumentTypes[0])));
      },
      result: () => [distinctSketch(keys)],
    };
  },
};

/** `hll_merge`: the union of the sets that the sketches of a group stand for. */
const hllMerge: AggregateFunction = {
  name: 'hll_merge',
  bind: () => () => {
    const keys = new Set<string>();
    return {
      add: ([sketch]) => {
        for (const key of distinctSketchKeys(sketch as DynamicValue) ?? []) keys.add(key);
      },
      result: () => [distinctSketch(keys)],
    };
  },
};

/** `tdigest`: the sketch of values with an optional weight. */
const tdigest: AggregateFunction = {
  name: 'tdigest',
  bind: (site) => () => {
    const values: WeightedValue<DynamicValue>[] = [];
    return {
      add: (args) => {
        const weight = args.length > 1 ? (asDouble(args[1]) ?? 0) : 1;
        if (args[0] === null || weight <= 0) return;
        values.push({ value: toDynamicValue(args[0], site.argumentTypes[0]), weight: Math.trunc(weight) });
      },
      result: () => [quantileSketch(values)],
    };
  },
};

/** `tdigest_merge`: all values of the sketches of a group. */
const tdigestMerge: AggregateFunction = {
  name: 'tdigest_merge',
  aliases: ['merge_tdigest'],
  bind: () => () => {
    const values: WeightedValue<DynamicValue>[] = [];
    return {
      add: ([sketch]) => {
        for (const value of quantileSketchValues(sketch as DynamicValue) ?? []) values.push(value);
      },
      result: () => [quantileSketch(values)],
    };
  },
};

export const sketchFamily: readonly AggregateFunction[] = [
  hll,
  hllMerge,
  conditional('hll_if', hll, 1),
  tdigest,
  tdigestMerge,
];
