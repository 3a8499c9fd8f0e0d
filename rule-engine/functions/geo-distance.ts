import type { DynamicValue } from '../schema/value.ts';
import { dynamicArgument, realArgument } from './arguments.ts';
import type { ScalarFunction } from './function.ts';
import { numberOf } from './series.ts';
import { isBag, isDynamicArray } from './value-text.ts';

/** The sphere that Kusto measures on, in metres. */
const EARTH_RADIUS = 6_371_010;

/** Great-circle distances; a longitude or latitude out of range gives null. */
export const geoDistanceFunctions: readonly ScalarFunction[] = [
  coordinates('geo_distance_2points', 4, ([a, b, c, d]) => distance(a, b, c, d)),
  coordinates('geo_point_in_circle', 5, ([a, b, c, d, radius]) => {
    const metres = distance(a, b, c, d);
    return metres === null || radius < 0 ? null : metres <= radius;
  }),
  {
    name: 'geo_line_length',
    nulls: 'propagate',
    bind(call) {
      const line = dynamicArgument(call, 0);
      return (args) => lineLength(line(args));
    },
  },
];

function coordinates(
  name: string,
  count: number,
  compute: (values: readonly number[]) => number | boolean | null,
): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const reads = Array.from({ length: count }, (_, i) => realArgument(call, i));
      return (args) => compute(reads.map((read) => read(args) ?? Number.NaN));
    },
  };
}

/** True for a longitude and latitude in degrees. */
export function isPoint(longitude: number, latitude: number): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

/** Metres between two points on the sphere. */
function distance(longitude1: number, latitude1: number, longitude2: number, latitude2: number): number | null {
  if (!isPoint(longitude1, latitude1) || !isPoint(longitude2, latitude2)) return null;
  const [phi1, phi2] = [radians(latitude1), radians(latitude2)];
  const halfPhi = Math.sin((phi2 - phi1) / 2) ** 2;
  const halfLambda = Math.sin(radians(longitude2 - longitude1) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(halfPhi + Math.cos(phi1) * Math.cos(phi2) * halfLambda)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Metres along a GeoJSON LineString or MultiLineString; null where it is none. */
function lineLength(geometry: DynamicValue): number | null {
  if (!isBag(geometry)) return null;
  const coordinates = geometry.get('coordinates');
  const lines = geometry.get('type') === 'MultiLineString' ? coordinates : [coordinates ?? null];
  if (!isDynamicArray(lines) || !/^(Multi)?LineString$/.test(String(geometry.get('type')))) return null;
  let total = 0;
  for (const line of lines) {
    const points = pointsOf(line);
    if (points === undefined || points.length < 2) return null;
    for (let i = 1; i < points.length; i++) total += distance(...points[i - 1], ...points[i]) ?? Number.NaN;
  }
  return Number.isNaN(total) ? null : total;
}

/** The points of a line, longitude first; undefined where one is no pair of numbers. */
function pointsOf(line: DynamicValue): readonly (readonly [number, number])[] | undefined {
  if (!isDynamicArray(line)) return undefined;
  const points: (readonly [number, number])[] = [];
  for (const point of line) {
    if (!isDynamicArray(point)) return undefined;
    const [longitude, latitude] = [numberOf(point[0] ?? null), numberOf(point[1] ?? null)];
    if (longitude === null || latitude === null) return undefined;
    points.push([longitude, latitude]);
  }
  return points;
}
