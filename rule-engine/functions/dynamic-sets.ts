import type { DynamicValue } from '../schema/value.ts';
import { dynamicArgument } from './arguments.ts';
import { dynamicScalarType } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { dynamicJson, isDynamicArray } from './value-text.ts';

/** Arrays as sets: elements are equal when their types and JSON are. */
export const dynamicSetFunctions: readonly ScalarFunction[] = [
  sets('set_union', (first, rest) => distinct([first, ...rest].flat())),
  sets('set_intersect', (first, rest) => {
    const others = rest.map(keysOf);
    return distinct(first).filter((item) => others.every((keys) => keys.has(dynamicKey(item))));
  }),
  sets('set_difference', (first, rest) => {
    const others = keysOf(rest.flat());
    return distinct(first).filter((item) => !others.has(dynamicKey(item)));
  }),
  {
    name: 'set_has_element',
    nulls: 'kernel',
    bind(call) {
      const [set, element] = [dynamicArgument(call, 0), dynamicArgument(call, 1)];
      return (args) => {
        const array = set(args);
        return isDynamicArray(array) ? keysOf(array).has(dynamicKey(element(args))) : null;
      };
    },
  },
  { name: 'jaccard_index', nulls: 'propagate', bind: bindJaccard },
  {
    name: 'set_equals',
    nulls: 'propagate',
    bind(call) {
      const [left, right] = [dynamicArgument(call, 0), dynamicArgument(call, 1)];
      return (args) => {
        const [a, b] = [left(args), right(args)];
        if (!isDynamicArray(a) || !isDynamicArray(b)) return null;
        const [x, y] = [keysOf(a), keysOf(b)];
        return x.size === y.size && [...x].every((key) => y.has(key));
      };
    },
  },
];

/** Equal for equal dynamic values of one type. */
export function dynamicKey(value: DynamicValue): string {
  return `${dynamicScalarType(value) ?? ''}:${dynamicJson(value)}`;
}

function keysOf(array: readonly DynamicValue[]): ReadonlySet<string> {
  return new Set(array.map(dynamicKey));
}

function distinct(array: readonly DynamicValue[]): readonly DynamicValue[] {
  const byKey = new Map<string, DynamicValue>();
  for (const item of array) {
    const key = dynamicKey(item);
    if (!byKey.has(key)) byKey.set(key, item);
  }
  return [...byKey.values()];
}

type Operation = (
  first: readonly DynamicValue[],
  rest: readonly (readonly DynamicValue[])[],
) => readonly DynamicValue[];

function sets(name: string, operation: Operation): ScalarFunction {
  return {
    name,
    nulls: 'kernel',
    bind(call) {
      const reads = call.argumentTypes.map((_, i) => dynamicArgument(call, i));
      return (args) => {
        const [first, ...rest] = reads.map((read) => read(args));
        if (!isDynamicArray(first) || !rest.every(isDynamicArray)) return null;
        return operation(first, rest);
      };
    },
  };
}

function bindJaccard(call: CallSite): Kernel {
  const [left, right] = [dynamicArgument(call, 0), dynamicArgument(call, 1)];
  return (args) => {
    const [a, b] = [left(args), right(args)];
    if (!isDynamicArray(a) || !isDynamicArray(b)) return null;
    const [x, y] = [keysOf(a), keysOf(b)];
    const shared = [...x].filter((key) => y.has(key)).length;
    return shared / (x.size + y.size - shared);
  };
}
