import type { ScalarFunction } from '../function.ts';
import { geoFunction, lines, number, point, polygons } from './call.ts';
import { geometry, pointGeometry } from './geojson.ts';
import { overlay } from './overlay.ts';
import { areaCentroid, contains, type Edge, nearestPoint, polygonEdges, signedArea } from './polygon.ts';
import type { Line, Polygon } from './shapes.ts';
import {
  add,
  angle,
  cross,
  dot,
  EARTH_RADIUS,
  interpolate,
  length,
  normalize,
  positionOf,
  scale,
  subtract,
  type Vector,
} from './sphere.ts';

/** Directions, distances, lengths, areas and centroids; metres and radians. */
export const measureFunctions: readonly ScalarFunction[] = [
  geoFunction('geo_azimuth', [point, point], ([from, to]) => azimuth(from, to) ?? null),
  geoFunction('geo_angle', [point, point, point], ([a, b, c]) => {
    const [first, second] = [azimuth(b, a), azimuth(b, c)];
    return first === undefined || second === undefined ? null : wrapped(second - first);
  }),
  geoFunction('geo_distance_point_to_line', [point, lines], ([p, all]) => metres(p, nearestPoint(lineEdges(all), p))),
  geoFunction('geo_distance_point_to_polygon', [point, polygons], ([p, all]) =>
    contains(all, p) ? 0 : metres(p, nearestPoint(polygonEdges(all), p)),
  ),
  geoFunction('geo_closest_point_on_line', [point, lines], ([p, all]) =>
    pointGeometry(nearestPoint(lineEdges(all), p)),
  ),
  geoFunction('geo_closest_point_on_polygon', [point, polygons], ([p, all]) =>
    pointGeometry(contains(all, p) ? p : nearestPoint(polygonEdges(all), p)),
  ),
  geoFunction('geo_point_in_polygon', [point, polygons], ([p, all]) => contains(all, p)),
  geoFunction('geo_polygon_area', [polygons], ([all]) =>
    united(all)
      .flat()
      .reduce((sum, ring) => sum + signedArea(ring) * EARTH_RADIUS ** 2, 0),
  ),
  geoFunction('geo_polygon_perimeter', [polygons], ([all]) => totalLength(polygonEdges(united(all))) * EARTH_RADIUS),
  geoFunction('geo_polygon_centroid', [polygons], ([all]) => pointGeometry(normalize(areaCentroid(united(all))))),
  geoFunction('geo_line_centroid', [lines], ([all]) => pointGeometry(lineCentroid(lineEdges(all)))),
  geoFunction('geo_line_interpolate_point', [lines, number(0, 1, 0)], ([all, fraction]) =>
    all.length === 1 ? geometry('Point', positionOf(pointAt(all[0], fraction))) : null,
  ),
  geoFunction('geo_line_locate_point', [lines, point], ([all, p]) =>
    all.length === 1 ? fractionAt(lineEdges(all), p) : null,
  ),
];

/** Polygons that overlap count once. */
function united(all: readonly Polygon[]): readonly Polygon[] {
  return all.length === 1 ? all : overlay(all.flat(), 1);
}

export function lineEdges(all: readonly Line[]): readonly Edge[] {
  return all.flatMap((line) => line.slice(1).map((to, i) => [line[i], to] as const));
}

function metres(a: Vector, b: Vector): number {
  return angle(a, b) * EARTH_RADIUS;
}

/** Clockwise from north; undefined between equal or opposite points. */
function azimuth(from: Vector, to: Vector): number | undefined {
  if (length(cross(from, to)) === 0) return undefined;
  const east = cross([0, 0, 1], from);
  const north = cross(from, east);
  return Math.atan2(dot(to, east), dot(to, north));
}

function wrapped(radians: number): number {
  return radians > Math.PI ? radians - 2 * Math.PI : radians < -Math.PI ? radians + 2 * Math.PI : radians;
}

function totalLength(edges: readonly Edge[]): number {
  return edges.reduce((sum, [a, b]) => sum + angle(a, b), 0);
}

/** Each edge's own centroid, weighed with its length. */
function lineCentroid(edges: readonly Edge[]): Vector {
  let sum: Vector = [0, 0, 0];
  for (const [a, b] of edges) {
    const [along, across] = [add(a, b), subtract(a, b)];
    if (dot(along, along) > 0) sum = add(sum, scale(along, Math.sqrt(dot(across, across) / dot(along, along))));
  }
  return normalize(sum);
}

function pointAt(line: Line, fraction: number): Vector {
  const edges = lineEdges([line]);
  let left = totalLength(edges) * fraction;
  for (const [a, b] of edges) {
    const step = angle(a, b);
    if (left <= step && step > 0) return interpolate(a, b, left / step);
    left -= step;
  }
  return line[line.length - 1];
}

function fractionAt(edges: readonly Edge[], p: Vector): number {
  const target = nearestPoint(edges, p);
  const whole = totalLength(edges);
  let passed = 0;
  for (const edge of edges) {
    const found = nearestPoint([edge], p);
    if (angle(p, found) <= angle(p, target)) return Math.min(1, (passed + angle(edge[0], found)) / whole);
    passed += angle(...edge);
  }
  return 1;
}
