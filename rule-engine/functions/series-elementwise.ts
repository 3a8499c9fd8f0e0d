import type { DynamicValue } from '../schema/value.ts';
import { dynamicArgument } from './arguments.ts';
import type { ScalarFunction } from './function.ts';
import { numberOf } from './series.ts';
import { isDynamicArray } from './value-text.ts';

/** Series element by element; a scalar stands beside every element. A null element gives null. */
export const elementwiseSeries: readonly ScalarFunction[] = [
  map('series_abs', Math.abs),
  map('series_acos', Math.acos),
  map('series_asin', Math.asin),
  map('series_atan', Math.atan),
  map('series_ceiling', Math.ceil),
  map('series_cos', Math.cos),
  map('series_exp', Math.exp),
  map('series_floor', Math.floor),
  map('series_log', Math.log),
  map('series_sign', Math.sign),
  map('series_sin', Math.sin),
  map('series_tan', Math.tan),
  combine('series_add', (x, y) => x + y),
  combine('series_subtract', (x, y) => x - y),
  combine('series_multiply', (x, y) => x * y),
  combine('series_divide', (x, y) => x / y),
  combine('series_pow', (x, y) => x ** y),
  combine('series_equals', (x, y) => x === y),
  combine('series_not_equals', (x, y) => x !== y),
  combine('series_greater', (x, y) => x > y),
  combine('series_greater_equals', (x, y) => x >= y),
  combine('series_less', (x, y) => x < y),
  combine('series_less_equals', (x, y) => x <= y),
];

function map(name: string, compute: (x: number) => number): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const series = dynamicArgument(call, 0);
      return (args) => {
        const value = series(args);
        if (!isDynamicArray(value)) return null;
        return value.map((element) => {
          const x = numberOf(element);
          return x === null ? null : compute(x);
        });
      };
    },
  };
}

function combine(name: string, compute: (x: number, y: number) => number | boolean): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const [left, right] = [dynamicArgument(call, 0), dynamicArgument(call, 1)];
      return (args) => {
        const [a, b] = [left(args), right(args)];
        if (!isDynamicArray(a) && !isDynamicArray(b)) return null;
        const length = Math.max(isDynamicArray(a) ? a.length : 0, isDynamicArray(b) ? b.length : 0);
        return Array.from({ length }, (_, i) => {
          const [x, y] = [elementAt(a, i), elementAt(b, i)];
          return x === null || y === null ? null : compute(x, y);
        });
      };
    },
  };
}

function elementAt(value: DynamicValue, index: number): number | null {
  return isDynamicArray(value) ? numberOf(value[index] ?? null) : numberOf(value);
}
