import type { DynamicValue } from '../../schema/value.ts';
import type { ScalarFunction } from '../function.ts';
import { isBag, isDynamicArray } from '../value-text.ts';
import { anyDynamic, flag, geoFunction, number } from './call.ts';
import { geometry, polygonsOf, positionsOf } from './geojson.ts';
import {
  angle,
  cross,
  EARTH_RADIUS,
  interpolate,
  type Position,
  positionOf,
  scale,
  stableCross,
  type Vector,
  vectorOf,
} from './sphere.ts';

/** Straight edges of a map as geodesic ones: points between, until no edge strays farther than the tolerance. */
export const densifyFunctions: readonly ScalarFunction[] = [
  geoFunction('geo_line_densify', [anyDynamic, number(0.1, 10_000, 10), flag], ([value, tolerance, keepsCrossing]) =>
    densifiedLine(value, tolerance, keepsCrossing),
  ),
  geoFunction('geo_polygon_densify', [anyDynamic, number(0.1, 10_000, 10)], ([value, tolerance]) =>
    polygonsOf(value) === undefined ? null : densified(value, 'Polygon', 2, tolerance),
  ),
];

/** A line may leave the map at 180 degrees and go on; where it does it is cut, unless the crossing is to be kept. */
function densifiedLine(value: DynamicValue, tolerance: number, keepsCrossing: boolean): DynamicValue {
  if (!isBag(value)) return null;
  const single = value.get('type') === 'LineString';
  if (!single && value.get('type') !== 'MultiLineString') return null;
  const coordinates = value.get('coordinates') ?? null;
  const parts = single ? [coordinates] : isDynamicArray(coordinates) ? coordinates : [];
  const lines: (readonly Position[])[] = [];
  for (const part of parts) {
    const positions = positionsOf(part, 360);
    if (positions === undefined || positions.length < 2) return null;
    const dense = withPointsBetween(positions, tolerance);
    lines.push(...(keepsCrossing ? [dense] : cutAtAntimeridian(dense)));
  }
  if (lines.length === 0) return null;
  return lines.length === 1 ? geometry('LineString', lines[0]) : geometry('MultiLineString', lines);
}

/** Both ends of a cut lie a hair within the map. */
const EDGE_OF_MAP = 179.999999999999;

function cutAtAntimeridian(line: readonly Position[]): readonly (readonly Position[])[] {
  const parts: Position[][] = [[line[0]]];
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1], line[i]];
    if (Math.abs(from[0] - to[0]) > 180) {
      const latitude = latitudeAtAntimeridian(vectorOf(from), vectorOf(to));
      const side = Math.sign(from[0]) * EDGE_OF_MAP;
      parts[parts.length - 1].push([side, latitude]);
      parts.push([[-side, latitude]]);
    }
    parts[parts.length - 1].push(to);
  }
  return parts;
}

/** Where the edge meets the half circle of 180 degrees. */
function latitudeAtAntimeridian(from: Vector, to: Vector): number {
  const crossing = cross(stableCross(from, to), [0, 1, 0]);
  return positionOf(crossing[0] < 0 ? crossing : scale(crossing, -1))[1];
}

/** `depth`: how many levels of arrays there are around a position in the plain form of the type. */
function densified(value: DynamicValue, type: string, depth: number, tolerance: number): DynamicValue {
  if (!isBag(value)) return null;
  const coordinates = value.get('coordinates') ?? null;
  const form = String(value.get('type'));
  return geometry(form, within(coordinates, form === type ? depth : depth + 1, tolerance));
}

function within(value: DynamicValue, depth: number, tolerance: number): DynamicValue {
  if (depth > 1) return isDynamicArray(value) ? value.map((part) => within(part, depth - 1, tolerance)) : null;
  return withPointsBetween(positionsOf(value) ?? [], tolerance);
}

function withPointsBetween(positions: readonly Position[], tolerance: number): readonly Position[] {
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
