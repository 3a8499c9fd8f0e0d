import type { DynamicValue, Scalar } from '../schema/value.ts';
import { dynamicArgument, integerArgument, textArgument } from './arguments.ts';
import { compareDynamic } from './comparison.ts';
import { convert, dynamicOf } from './conversion.ts';
import { dynamicKey } from './dynamic-sets.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { dynamicText, isDynamicArray } from './value-text.ts';

type DynamicArray = readonly DynamicValue[];

/** Arrays to arrays: joining, cutting, turning, sorting, choosing. */
export const dynamicArrayFunctions: readonly ScalarFunction[] = [
  { name: 'pack_array', nulls: 'kernel', bind: bindPackArray },
  { name: 'array_concat', nulls: 'kernel', bind: bindConcat },
  onArray('array_reverse', () => (array) => [...array].reverse()),
  onArray('array_slice', bindSlice),
  onArray('array_split', bindSplit),
  onArray('array_rotate_left', (call) => bindRotate(call, 1)),
  onArray('array_rotate_right', (call) => bindRotate(call, -1)),
  onArray('array_shift_left', (call) => bindShift(call, 1)),
  onArray('array_shift_right', (call) => bindShift(call, -1)),
  onArray('array_sum', () => sum),
  onArray('array_index_of', bindIndexOf),
  { name: 'array_iff', aliases: ['array_iif'], nulls: 'kernel', bind: bindIff },
  { name: 'array_sort_asc', nulls: 'kernel', bind: (call) => bindSort(call, 1) },
  { name: 'array_sort_desc', nulls: 'kernel', bind: (call) => bindSort(call, -1) },
  { name: 'zip', nulls: 'kernel', bind: bindZip },
  { name: 'repeat', nulls: 'kernel', bind: bindRepeat },
];

/** Elements that Kusto lets an array made by a function have. */
const MAXIMUM_LENGTH = 1_048_576;

function onArray(
  name: string,
  bind: (call: CallSite) => (array: DynamicArray, args: readonly Scalar[]) => Scalar,
): ScalarFunction {
  return {
    name,
    nulls: 'kernel',
    bind(call) {
      const value = dynamicArgument(call, 0);
      const compute = bind(call);
      return (args) => {
        const array = value(args);
        return isDynamicArray(array) ? compute(array, args) : null;
      };
    },
  };
}

function bindPackArray(call: CallSite): Kernel {
  const types = call.argumentTypes;
  return (args) => types.map((type, i) => dynamicOf(args[i], type));
}

/** Nulls drop out; anything else that is no array makes the whole null. */
function bindConcat(call: CallSite): Kernel {
  const reads = call.argumentTypes.map((_, i) => dynamicArgument(call, i));
  return (args) => {
    const arrays = reads.map((read) => read(args)).filter((value) => value !== null);
    return arrays.length > 0 && arrays.every(isDynamicArray) ? arrays.flat() : null;
  };
}

/** Both ends count; negative ones count from the end. */
function bindSlice(call: CallSite) {
  const [startOf, endOf] = [integerArgument(call, 1, 0), integerArgument(call, 2, -1)];
  return (array: DynamicArray, args: readonly Scalar[]): Scalar => {
    const [start, end] = [startOf(args), endOf(args)];
    if (start === null || end === null) return null;
    const from = start < 0 ? Math.max(0, array.length + start) : start;
    const to = end < 0 ? array.length + end : end;
    return array.slice(from, Math.max(0, to + 1));
  };
}

/** Cuts before each index. */
function bindSplit(call: CallSite) {
  const cuts = dynamicArgument(call, 1);
  return (array: DynamicArray, args: readonly Scalar[]): Scalar => {
    const given = cuts(args);
    const indexes = (isDynamicArray(given) ? given : [given]).map((index) => convert(index, 'dynamic', 'long'));
    if (indexes.includes(null)) return null;
    const bounds = indexes.map((index) => {
      const at = Number(index);
      return Math.max(0, Math.min(array.length, at < 0 ? array.length + at : at));
    });
    return [...bounds, array.length].map((end, i) => array.slice(bounds[i - 1] ?? 0, end));
  };
}

function bindRotate(call: CallSite, direction: number) {
  const count = integerArgument(call, 1, 0);
  return (array: DynamicArray, args: readonly Scalar[]): Scalar => {
    const by = (count(args) ?? 0) * direction;
    return array.map((_, i) => array[(((i + by) % array.length) + array.length) % array.length]);
  };
}

/** What is shifted in is null unless the call says what, or an empty text among texts. */
function bindShift(call: CallSite, direction: number) {
  const count = integerArgument(call, 1, 0);
  const fill = call.argumentTypes.length > 2 ? dynamicArgument(call, 2) : undefined;
  return (array: DynamicArray, args: readonly Scalar[]): Scalar => {
    const by = (count(args) ?? 0) * direction;
    const filler = fill ? fill(args) : array.every((item) => typeof item === 'string') ? '' : null;
    return array.map((_, i) => (i + by >= 0 && i + by < array.length ? array[i + by] : filler));
  };
}

/** The sum of numbers; null where an element is none. */
function sum(array: DynamicArray): Scalar {
  let total = 0;
  for (const item of array) {
    const isNumber = typeof item === 'number' || typeof item === 'bigint' || typeof item === 'boolean';
    if (!isNumber) return null;
    total += Number(item);
  }
  return total;
}

function bindIndexOf(call: CallSite) {
  const sought = dynamicArgument(call, 1);
  const startOf = integerArgument(call, 2, 0);
  const lengthOf = integerArgument(call, 3, -1);
  const occurrenceOf = integerArgument(call, 4, 1);
  return (array: DynamicArray, args: readonly Scalar[]): Scalar => {
    const [start, length, occurrence] = [startOf(args) ?? 0, lengthOf(args) ?? -1, occurrenceOf(args) ?? 1];
    if (length < -1 || occurrence < 1) return null;
    const from = start < 0 ? Math.max(0, array.length + start) : start;
    const end = length === -1 ? array.length : Math.min(array.length, from + length);
    const key = dynamicKey(sought(args));
    let left = occurrence;
    for (let i = from; i < end; i++) if (dynamicKey(array[i]) === key && --left === 0) return BigInt(i);
    return -1n;
  };
}

function bindIff(call: CallSite): Kernel {
  const [conditions, whenTrue, whenFalse] = [0, 1, 2].map((i) => dynamicArgument(call, i));
  const element = (value: DynamicValue, i: number): DynamicValue =>
    isDynamicArray(value) ? (value[i] ?? null) : value;
  return (args) => {
    const list = conditions(args);
    if (!isDynamicArray(list)) return null;
    const [yes, no] = [whenTrue(args), whenFalse(args)];
    return list.map((condition, i) => {
      if (typeof condition !== 'boolean' && typeof condition !== 'number' && typeof condition !== 'bigint') return null;
      return element(convert(condition, 'dynamic', 'bool') === true ? yes : no, i);
    });
  };
}

/** Sorts the first array and the others with it; nulls last, or first where the last argument is false. */
function bindSort(call: CallSite, direction: number): Kernel {
  const count = call.argumentTypes.length;
  const withFlag = count > 1 && call.argumentTypes[count - 1] === 'bool';
  const reads = call.argumentTypes.slice(0, withFlag ? -1 : undefined).map((_, i) => dynamicArgument(call, i));
  return (args) => {
    const nullOrder = withFlag && args[count - 1] === false ? -1 : 1;
    const arrays = reads.map((read) => read(args));
    const first = arrays[0];
    if (!isDynamicArray(first)) return null;
    const order = first
      .map((_, i) => i)
      .sort((a, b) => {
        const [x, y] = [first[a], first[b]];
        if (x === null || y === null) return x === y ? 0 : x === null ? nullOrder : -nullOrder;
        return direction * compareDynamic(x, y);
      });
    const sorted = arrays.map((array) =>
      isDynamicArray(array) && array.length === first.length ? order.map((i) => array[i]) : null,
    );
    return sorted.length === 1 ? sorted[0] : sorted;
  };
}

function bindZip(call: CallSite): Kernel {
  const reads = call.argumentTypes.map((_, i) => dynamicArgument(call, i));
  return (args) => {
    const arrays = reads.map((read) => read(args)).map((value) => (isDynamicArray(value) ? value : [value]));
    const length = Math.max(...arrays.map((array) => array.length));
    return Array.from({ length }, (_, i) => arrays.map((array) => array[i] ?? null));
  };
}

function bindRepeat(call: CallSite): Kernel {
  const [value, count] = [dynamicArgument(call, 0), integerArgument(call, 1, 0)];
  return (args) => {
    const times = count(args);
    return times === null || times < 0 ? null : Array(Math.min(times, MAXIMUM_LENGTH)).fill(value(args));
  };
}

/** The texts of an array's elements; undefined when the value is no array. */
export function textsOf(value: DynamicValue): readonly string[] | undefined {
  return isDynamicArray(value) ? value.map(dynamicText) : undefined;
}

/** Reads the text arguments from an index on: given one by one, or as one dynamic array. */
export function textListArgument(call: CallSite, from: number): (args: readonly Scalar[]) => readonly string[] {
  const rest = call.argumentTypes.slice(from);
  const reads = rest.map((type, i) =>
    type === 'dynamic' ? dynamicArgument(call, from + i) : textArgument(call, from + i),
  );
  return (args) =>
    reads.flatMap((read) => {
      const value = read(args);
      return textsOf(value) ?? [dynamicText(value)];
    });
}
