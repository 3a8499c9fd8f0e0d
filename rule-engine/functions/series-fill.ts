import type { DynamicValue, Scalar } from '../schema/value.ts';
import { dynamicArgument } from './arguments.ts';
import { dynamicKey } from './dynamic-sets.ts';
import type { CallSite, ScalarFunction } from './function.ts';
import { numberOf } from './series.ts';
import { isDynamicArray } from './value-text.ts';

type DynamicArray = readonly DynamicValue[];

/** What stands in for the missing elements of a series: a constant, a neighbour, a line between neighbours. */
export const seriesFill: readonly ScalarFunction[] = [
  fill('series_fill_const', 2, (call) => {
    const constant = dynamicArgument(call, 1);
    return (array, missing, args) => array.map((item) => (missing(item) ? constant(args) : item));
  }),
  fill('series_fill_forward', 1, () => (array, missing) => carry(array, missing)),
  fill('series_fill_backward', 1, () => (array, missing) => [...carry([...array].reverse(), missing)].reverse()),
  fill('series_fill_linear', 1, (call) => {
    const edges = dynamicArgument(call, 2);
    const constant = dynamicArgument(call, 3);
    return (array, missing, args) =>
      interpolate(
        array,
        missing,
        call.argumentTypes.length < 3 || edges(args) !== false,
        call.argumentTypes.length < 4 ? 0n : constant(args),
      );
  }),
];

type Missing = (item: DynamicValue) => boolean;
type Fill = (array: DynamicArray, missing: Missing, args: readonly Scalar[]) => DynamicValue;

/** `placeholder` is the index of the argument that says what counts as missing; by default null does. */
function fill(name: string, placeholder: number, bind: (call: CallSite) => Fill): ScalarFunction {
  return {
    name,
    nulls: 'kernel',
    bind(call) {
      const series = dynamicArgument(call, 0);
      const marker = call.argumentTypes.length > placeholder ? dynamicArgument(call, placeholder) : () => null;
      const compute = bind(call);
      return (args) => {
        const array = series(args);
        if (!isDynamicArray(array)) return null;
        const mark = marker(args);
        const number = numberOf(mark);
        const key = dynamicKey(mark);
        return compute(array, (item) => (number === null ? dynamicKey(item) === key : numberOf(item) === number), args);
      };
    },
  };
}

function carry(array: DynamicArray, missing: Missing): DynamicArray {
  let last: DynamicValue | undefined;
  return array.map((item) => {
    if (!missing(item)) last = item;
    return missing(item) ? (last ?? item) : item;
  });
}

/** Longs stay longs, cut towards zero; a series without any value is the constant all through. */
function interpolate(array: DynamicArray, missing: Missing, edges: boolean, constant: DynamicValue): DynamicArray {
  const known = array.flatMap((item, i) => (missing(item) ? [] : [i]));
  if (known.length === 0) return array.map(() => constant);
  const whole = known.every((index) => typeof array[index] === 'bigint');
  const result = (value: number | null): DynamicValue =>
    whole && value !== null && Number.isFinite(value) ? BigInt(Math.trunc(value)) : value;
  return array.map((item, i) => {
    if (!missing(item)) return item;
    const after = known.find((index) => index > i);
    const before = known.findLast((index) => index < i);
    if (before === undefined || after === undefined) return edges ? array[before ?? after ?? i] : item;
    const [low, high] = [numberOf(array[before]), numberOf(array[after])];
    return result(low === null || high === null ? null : low + ((high - low) * (i - before)) / (after - before));
  });
}
