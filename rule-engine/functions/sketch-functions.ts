import { compareScalars } from '../schema/scalar-order.ts';
import {
  distinctSketch,
  distinctSketchKeys,
  nearestRank,
  quantileSketch,
  quantileSketchValues,
  type WeightedValue,
} from '../schema/sketch.ts';
import type { DynamicValue, Scalar } from '../schema/value.ts';
import { dynamicArgument, realArgument } from './arguments.ts';
import { convert, dynamicOf } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { numberOf } from './series.ts';
import { isDynamicArray } from './value-text.ts';

/** What the sketches of `hll` and `tdigest` tell. */
export const sketchFunctions: readonly ScalarFunction[] = [
  ofSketch('dcount_hll', (sketch) => {
    const keys = distinctSketchKeys(sketch);
    return keys === undefined ? null : BigInt(keys.length);
  }),
  ofSketch('hll_isvalid', (sketch) => distinctSketchKeys(sketch) !== undefined),
  ofSketch('tdigest_isvalid', (sketch) => quantileSketchValues(sketch) !== undefined),
  { name: 'hll_merge', nulls: 'kernel', bind: (call) => bindMerge(call, mergeDistinct) },
  {
    name: 'tdigest_merge',
    aliases: ['merge_tdigest'],
    nulls: 'kernel',
    bind: (call) => bindMerge(call, mergeQuantiles),
  },
  { name: 'percentile_tdigest', nulls: 'propagate', bind: bindPercentile },
  {
    name: 'percentiles_array_tdigest',
    aliases: ['percentile_array_tdigest'],
    nulls: 'propagate',
    bind: bindPercentiles,
  },
  { name: 'rank_tdigest', nulls: 'propagate', bind: (call) => bindRank(call, (below) => below) },
  {
    name: 'percentrank_tdigest',
    nulls: 'propagate',
    bind: (call) => bindRank(call, (below, total) => (100 * below) / total),
  },
];

function ofSketch(name: string, read: (sketch: DynamicValue) => Scalar): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const sketch = dynamicArgument(call, 0);
      return (args) => read(sketch(args));
    },
  };
}

function bindMerge(call: CallSite, merge: (sketches: readonly DynamicValue[]) => DynamicValue): Kernel {
  return (args) => merge(args.map((value, i) => dynamicOf(value, call.argumentTypes[i])));
}

function mergeDistinct(sketches: readonly DynamicValue[]): DynamicValue {
  return distinctSketch(sketches.flatMap((sketch) => distinctSketchKeys(sketch) ?? []));
}

function mergeQuantiles(sketches: readonly DynamicValue[]): DynamicValue {
  return quantileSketch(sketches.flatMap((sketch) => quantileSketchValues(sketch) ?? []));
}

function sorted(sketch: DynamicValue): readonly WeightedValue<DynamicValue>[] {
  return [...(quantileSketchValues(sketch) ?? [])].sort((a, b) => compareScalars(a.value, b.value));
}

function bindPercentile(call: CallSite): Kernel {
  const [sketch, percentile] = [dynamicArgument(call, 0), realArgument(call, 1)];
  return (args) => {
    const value = nearestRank(sorted(sketch(args)), percentile(args) ?? 0) ?? null;
    return convert(value, 'dynamic', call.resultType);
  };
}

function bindPercentiles(call: CallSite): Kernel {
  const sketch = dynamicArgument(call, 0);
  const rest = call.argumentTypes.slice(1).map((_, i) => dynamicArgument(call, i + 1));
  return (args) => {
    const values = sorted(sketch(args));
    const percentiles = rest.flatMap((read) => {
      const given = read(args);
      return isDynamicArray(given) ? given.map(numberOf) : [numberOf(given)];
    });
    return percentiles.map((percentile) => nearestRank(values, percentile ?? 0) ?? null);
  };
}

/** How much of the sketch's weight is not above a value. */
function bindRank(call: CallSite, answer: (below: number, total: number) => number): Kernel {
  const [sketch, value] = [dynamicArgument(call, 0), dynamicArgument(call, 1)];
  return (args) => {
    const values = quantileSketchValues(sketch(args));
    if (values === undefined || values.length === 0) return null;
    const limit = value(args);
    let [below, total] = [0, 0];
    for (const { value: one, weight } of values) {
      total += weight;
      if (compareScalars(one, limit) <= 0) below += weight;
    }
    return answer(below, total);
  };
}
