import type { DynamicValue, Scalar } from '../schema/value.ts';
import { convert, dynamicOf } from './conversion.ts';
import type { CallSite } from './function.ts';
import { isDynamicArray } from './value-text.ts';

/** A series: the numbers of a dynamic array, null where an element is none. */
export type Series = readonly (number | null)[];

/** Reads an argument as a series; undefined when it is no array. */
export function seriesArgument(call: CallSite, index: number): (args: readonly Scalar[]) => Series | undefined {
  const type = call.argumentTypes[index];
  return (args) => {
    const value = dynamicOf(args[index], type);
    return isDynamicArray(value) ? value.map(numberOf) : undefined;
  };
}

/** A dynamic value as a number, or null. */
export function numberOf(value: DynamicValue): number | null {
  return convert(value, 'dynamic', 'real') as number | null;
}

/** The numbers of a series that are not null. */
export function present(series: Series): readonly number[] {
  return series.filter((value) => value !== null);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The sample variance (by n - 1). */
export function variance(values: readonly number[]): number {
  const center = mean(values);
  return values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1);
}
