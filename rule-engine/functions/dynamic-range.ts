import type { DynamicValue } from '../schema/value.ts';
import { longOf, realOf } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { toDynamicValue } from './value-text.ts';

const MAXIMUM_LENGTH = 1_048_576;

/** `range(start, stop, step)`: an array of longs, reals, datetimes or timespans, both ends counting. */
export const rangeFunctions: readonly ScalarFunction[] = [{ name: 'range', nulls: 'propagate', bind: bindRange }];

function bindRange(call: CallSite): Kernel {
  const [startType, stopType, stepType = 'long'] = call.argumentTypes;
  const isTime = startType === 'datetime' || startType === 'timespan';
  const defaultStep = startType === 'datetime' || startType === 'timespan' ? 36_000_000_000n : 1n;
  if (!isTime && [startType, stopType, stepType].includes('real')) {
    return ([start, stop, step = 1n]) =>
      realRange(realOf(start, startType), realOf(stop, stopType), realOf(step, stepType));
  }
  const elementType = isTime ? startType : 'long';
  return ([start, stop, step = defaultStep]) => {
    const [from, to, by] = [longOf(start, startType), longOf(stop, stopType), longOf(step, stepType)];
    if (from === null || to === null || by === null || by === 0n) return null;
    const values: DynamicValue[] = [];
    for (let at = from; by > 0n ? at <= to : at >= to; at += by) {
      if (values.push(toDynamicValue(at, elementType)) >= MAXIMUM_LENGTH) break;
    }
    return values;
  };
}

function realRange(from: number | null, to: number | null, by: number | null): DynamicValue {
  if (from === null || to === null || by === null || !(Math.abs(by) > 0)) return null;
  const count = Math.min(Math.floor((to - from) / by + 1e-12) + 1, MAXIMUM_LENGTH);
  return Array.from({ length: Math.max(0, count) }, (_, i) => from + i * by);
}
