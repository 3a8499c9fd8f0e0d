import type { DynamicValue } from '../../schema/value.ts';
import type { ScalarFunction } from '../function.ts';
import { isBag, isDynamicArray } from '../value-text.ts';
import { anyDynamic, geoFunction, number } from './call.ts';
import { geometry, linesOf, polygonsOf, positionsOf } from './geojson.ts';
import { angle, EARTH_RADIUS, interpolate, type Position, positionOf, vectorOf } from './sphere.ts';

/** Straight edges of a map as geodesic ones: points between, until no edge strays farther than the tolerance. */
export const densifyFunctions: readonly ScalarFunction[] = [
  geoFunction('geo_line_densify', [anyDynamic, number(0.1, 10_000, 10)], ([value, tolerance]) =>
    linesOf(value) === undefined ? null : densified(value, 'LineString', 1, tolerance),
  ),
  geoFunction('geo_polygon_densify', [anyDynamic, number(0.1, 10_000, 10)], ([value, tolerance]) =>
    polygonsOf(value) === undefined ? null : densified(value, 'Polygon', 2, tolerance),
  ),
];

/** `depth`: how many levels of arrays there are around a position in the plain form of the type. */
function densified(value: DynamicValue, type: string, depth: number, tolerance: number): DynamicValue {
  if (!isBag(value)) return null;
  const coordinates = value.get('coordinates') ?? null;
  const form = String(value.get('type'));
  return geometry(form, within(coordinates, form === type ? depth : depth + 1, tolerance));
}

function within(value: DynamicValue, depth: number, tolerance: number): DynamicValue {
  if (depth > 1) return isDynamicArray(value) ? value.map((part) => within(part, depth - 1, tolerance)) : null;
  const positions = positionsOf(value) ?? [];
  const result: Position[] = positions.slice(0, 1).map(rounded);
  for (let i = 1; i < positions.length; i++) {
    for (const position of between(positions[i - 1], positions[i], tolerance)) result.push(rounded(position));
    result.push(rounded(positions[i]));
  }
  return result;
}

/** What is left of a position after its way over the sphere. */
function rounded(position: Position): Position {
  return positionOf(vectorOf(position));
}

function between(from: Position, to: Position, tolerance: number): readonly Position[] {
  const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const geodesic = interpolate(vectorOf(from), vectorOf(to), 0.5);
  if (angle(vectorOf(middle), geodesic) * EARTH_RADIUS <= tolerance) return [];
  return [...between(from, middle, tolerance), middle, ...between(middle, to, tolerance)];
}
