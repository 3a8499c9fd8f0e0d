import type { DynamicValue, Scalar } from '../../schema/value.ts';
import { dynamicArgument, realArgument } from '../arguments.ts';
import type { CallSite, ScalarFunction } from '../function.ts';
import { linesOf, polygonsOf } from './geojson.ts';
import type { Line, Polygon } from './shapes.ts';
import { isPosition, type Vector, vectorOf } from './sphere.ts';

type Read<T> = (args: readonly Scalar[]) => T | undefined;

/** How an argument, or a pair of them, is read: `undefined` is what makes the call null. */
export interface Argument<T> {
  /** How many arguments of the call it takes. */
  readonly width: number;
  bind(call: CallSite, index: number): Read<T>;
}

/** A longitude and a latitude. */
export const point: Argument<Vector> = {
  width: 2,
  bind(call, index) {
    const [longitude, latitude] = [realArgument(call, index), realArgument(call, index + 1)];
    return (args) => {
      const [x, y] = [longitude(args), latitude(args)];
      return x !== null && y !== null && isPosition(x, y) ? vectorOf([x, y]) : undefined;
    };
  },
};

function ofDynamic<T>(read: (value: DynamicValue) => T | undefined): Argument<T> {
  return {
    width: 1,
    bind(call, index) {
      const value = dynamicArgument(call, index);
      let last: { readonly from: DynamicValue; readonly parsed: T | undefined } | undefined;
      return (args) => {
        const from = value(args);
        if (last?.from !== from) last = { from, parsed: read(from) };
        return last.parsed;
      };
    },
  };
}

/** A LineString or MultiLineString. */
export const lines: Argument<readonly Line[]> = ofDynamic(linesOf);

/** A Polygon or MultiPolygon. */
export const polygons: Argument<readonly Polygon[]> = ofDynamic(polygonsOf);

/** Any dynamic value. */
export const anyDynamic: Argument<DynamicValue> = ofDynamic((value) => value);

/** A bool; false when not given. */
export const flag: Argument<boolean> = { width: 1, bind: (_, index) => (args) => args[index] === true };

/** A number within limits; `missing` when not given. */
export function number(least: number, most: number, missing: number): Argument<number> {
  return {
    width: 1,
    bind(call, index) {
      if (call.argumentTypes[index] === undefined) return () => missing;
      const value = realArgument(call, index);
      return (args) => {
        const given = value(args);
        return given !== null && given >= least && given <= most ? given : undefined;
      };
    },
  };
}

type Values<Arguments extends readonly Argument<unknown>[]> = {
  [Index in keyof Arguments]: Arguments[Index] extends Argument<infer T> ? T : never;
};

/** A function that is null whenever one of its arguments is not what it should be. */
export function geoFunction<const Arguments extends readonly Argument<unknown>[]>(
  name: string,
  args: Arguments,
  compute: (values: Values<Arguments>, call: CallSite) => Scalar,
): ScalarFunction {
  return {
    name,
    nulls: 'kernel',
    bind(call) {
      let index = 0;
      const reads = args.map((argument) => {
        const read = argument.bind(call, index);
        index += argument.width;
        return read;
      });
      const missing = call.resultType === 'string' ? '' : null;
      return (row) => {
        const values: unknown[] = [];
        for (const read of reads) {
          const value = read(row);
          if (value === undefined) return missing;
          values.push(value);
        }
        return compute(values as Values<Arguments>, call);
      };
    },
  };
}
