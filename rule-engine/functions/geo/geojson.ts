import type { DynamicValue } from '../../schema/value.ts';
import { numberOf } from '../series.ts';
import { isBag, isDynamicArray } from '../value-text.ts';
import { polygonOf } from './polygon.ts';
import type { Line, Polygon, Ring } from './shapes.ts';
import { type Position, positionOf, type Vector, vectorOf } from './sphere.ts';

/** The lines of a GeoJSON LineString or MultiLineString; undefined for all else. */
export function linesOf(value: DynamicValue): readonly Line[] | undefined {
  const parts = partsOf(value, 'LineString');
  return parts && allOf(parts, (part) => lineOf(part));
}

/** The polygons of a GeoJSON Polygon or MultiPolygon; undefined for all else and for what is no valid polygon. */
export function polygonsOf(value: DynamicValue): readonly Polygon[] | undefined {
  const parts = partsOf(value, 'Polygon');
  return (
    parts &&
    allOf(parts, (part) => {
      const rings = isDynamicArray(part) && part.length > 0 ? allOf(part, closedRingOf) : undefined;
      return rings && polygonOf(rings);
    })
  );
}

/** The coordinates of a geometry of the type, or of each part of its `Multi` form. */
function partsOf(value: DynamicValue, type: string): readonly DynamicValue[] | undefined {
  if (!isBag(value)) return undefined;
  const coordinates = value.get('coordinates') ?? null;
  if (value.get('type') === type) return [coordinates];
  if (value.get('type') !== `Multi${type}` || !isDynamicArray(coordinates)) return undefined;
  return coordinates.length === 0 ? undefined : coordinates;
}

function allOf<T, R>(values: readonly T[], read: (value: T) => R | undefined): readonly R[] | undefined {
  const results: R[] = [];
  for (const value of values) {
    const result = read(value);
    if (result === undefined) return undefined;
    results.push(result);
  }
  return results;
}

function lineOf(value: DynamicValue): Line | undefined {
  const positions = positionsOf(value);
  return positions !== undefined && positions.length >= 2 ? positions.map(vectorOf) : undefined;
}

function closedRingOf(value: DynamicValue): Ring | undefined {
  const positions = positionsOf(value);
  if (positions === undefined || positions.length < 4) return undefined;
  const [first, last] = [positions[0], positions[positions.length - 1]];
  if (first[0] !== last[0] || first[1] !== last[1]) return undefined;
  return positions.slice(0, -1).map(vectorOf);
}

/** The positions of a coordinates' array within `limit` degrees of longitude; undefined when one is none. */
export function positionsOf(value: DynamicValue, limit = 180): readonly Position[] | undefined {
  if (!isDynamicArray(value)) return undefined;
  return allOf(value, (position) => {
    if (!isDynamicArray(position)) return undefined;
    const [longitude, latitude] = [numberOf(position[0] ?? null), numberOf(position[1] ?? null)];
    if (longitude === null || latitude === null) return undefined;
    return Math.abs(longitude) <= limit && Math.abs(latitude) <= 90 ? ([longitude, latitude] as const) : undefined;
  });
}

/** A GeoJSON geometry. */
export function geometry(type: string, coordinates: DynamicValue): DynamicValue {
  return new Map<string, DynamicValue>([
    ['type', type],
    ['coordinates', coordinates],
  ]);
}

export function pointGeometry(point: Vector): DynamicValue {
  return geometry('Point', positionOf(point));
}

/** One part as itself, more in the `Multi` form, none as an empty collection. */
export function lineGeometry(lines: readonly Line[]): DynamicValue {
  return several(
    'LineString',
    lines.map((line) => line.map(positionOf)),
  );
}

export function polygonGeometry(polygons: readonly Polygon[]): DynamicValue {
  return several(
    'Polygon',
    polygons.map((rings) => rings.map((ring) => [...ring, ring[0]].map(positionOf))),
  );
}

export function emptyGeometry(): DynamicValue {
  return collection([]);
}

export function collection(geometries: readonly DynamicValue[]): DynamicValue {
  return new Map<string, DynamicValue>([
    ['type', 'GeometryCollection'],
    ['geometries', geometries],
  ]);
}

function several(type: string, parts: readonly DynamicValue[]): DynamicValue {
  if (parts.length === 0) return emptyGeometry();
  return parts.length === 1 ? geometry(type, parts[0]) : geometry(`Multi${type}`, parts);
}
