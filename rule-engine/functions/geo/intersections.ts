import type { DynamicValue } from '../../schema/value.ts';
import type { ScalarFunction } from '../function.ts';
import { joinEdges } from './assemble-lines.ts';
import { geoFunction, lines, polygons } from './call.ts';
import { collection, emptyGeometry, geometry, lineGeometry, pointGeometry, polygonGeometry } from './geojson.ts';
import { lineEdges } from './measures.ts';
import { overlay, splitAt } from './overlay.ts';
import { contains, type Edge, polygonEdges } from './polygon.ts';
import type { Line, Polygon } from './shapes.ts';
import { add, angle, nearestOnEdge, normalize, positionOf, properCrossing, type Vector } from './sphere.ts';

/** What lines and polygons share, and whether they do. */
export const intersectionFunctions: readonly ScalarFunction[] = [
  geoFunction('geo_intersects_2lines', [lines, lines], ([a, b]) => touch(lineEdges(a), lineEdges(b))),
  geoFunction(
    'geo_intersects_line_with_polygon',
    [lines, polygons],
    ([a, b]) => a.flat().some((vertex) => contains(b, vertex)) || touch(lineEdges(a), polygonEdges(b)),
  ),
  geoFunction(
    'geo_intersects_2polygons',
    [polygons, polygons],
    ([a, b]) =>
      a.flat(2).some((vertex) => contains(b, vertex)) ||
      b.flat(2).some((vertex) => contains(a, vertex)) ||
      touch(polygonEdges(a), polygonEdges(b)),
  ),
  geoFunction('geo_intersection_2lines', [lines, lines], ([a, b]) => sharedByLines(a, b)),
  geoFunction('geo_intersection_line_with_polygon', [lines, polygons], ([a, b]) => lineWithin(a, b)),
  geoFunction('geo_intersection_2polygons', [polygons, polygons], ([a, b]) => sharedByPolygons(a, b)),
];

/** Two points this near, in radians, are one. */
const SAME = 1e-14;

/** A point this near to an area, in radians (some micrometres), is a corner of it that was computed another way. */
const CORNER = 1e-12;

function merged(all: readonly Polygon[]): readonly Line[] {
  return all.length === 1 ? all[0] : overlay(all.flat(), 1).flat();
}

function touch(a: readonly Edge[], b: readonly Edge[]): boolean {
  return a.some((edge) => b.some((other) => meetingPoints(edge, other).length > 0));
}

/** Where two edges cross, or an end of one lies on the other. */
function meetingPoints([a, b]: Edge, [c, d]: Edge): readonly Vector[] {
  const crossing = properCrossing(a, b, c, d);
  if (crossing !== undefined) return [crossing];
  return [
    ...[c, d].filter((end) => angle(nearestOnEdge(end, a, b), end) <= SAME),
    ...[a, b].filter((end) => angle(nearestOnEdge(end, c, d), end) <= SAME),
  ];
}

function isOn(edges: readonly Edge[], point: Vector, tolerance = SAME): boolean {
  return edges.some(([a, b]) => angle(nearestOnEdge(point, a, b), point) <= tolerance);
}

/** The stretches that two lines have in common and the points where they only meet. */
function sharedByLines(a: readonly Line[], b: readonly Line[]): DynamicValue {
  const { points, stretches } = sharedByEdges(lineEdges(a), lineEdges(b));
  return mixed(points, joinEdges(stretches), []);
}

/** What two polygons cover both, and where their borders only touch. */
function sharedByPolygons(a: readonly Polygon[], b: readonly Polygon[]): DynamicValue {
  const area = overlay([...merged(a), ...merged(b)], 2);
  const { points, stretches } = sharedByEdges(polygonEdges(a), polygonEdges(b));
  const covered = polygonEdges(area);
  const outside = (point: Vector): boolean => !isOn(covered, point, CORNER) && !contains(area, point);
  const touching = stretches.filter(([from, to]) => outside(normalize(add(from, to))));
  return mixed(points.filter(outside), joinEdges(touching), area);
}

interface SharedByEdges {
  /** Where edges only meet, each once. */
  readonly points: readonly Vector[];
  readonly stretches: readonly Edge[];
}

function sharedByEdges(left: readonly Edge[], right: readonly Edge[]): SharedByEdges {
  const stretches: Edge[] = [];
  const points: Vector[] = [];
  for (const edge of left) {
    const chain = splitAt(edge, right);
    for (let i = 1; i < chain.length; i++) {
      const [from, to] = [chain[i - 1], chain[i]];
      if (angle(from, to) > SAME && isOn(right, normalize(add(from, to)))) stretches.push([from, to]);
    }
    for (const other of right) points.push(...meetingPoints(edge, other));
  }
  const alone = points.filter(
    (point, i) => !isOn(stretches, point) && points.findIndex((other) => angle(point, other) <= SAME) === i,
  );
  return { points: alone, stretches };
}

/** One geometry, or a collection where there are points, lines and polygons besides each other. */
function mixed(points: readonly Vector[], joined: readonly Line[], area: readonly Polygon[]): DynamicValue {
  const parts: DynamicValue[] = [];
  if (points.length === 1) parts.push(pointGeometry(points[0]));
  if (points.length > 1) {
    const positions = points.map((point) => positionOf(point));
    parts.push(geometry('MultiPoint', positions));
  }
  if (joined.length > 0) parts.push(lineGeometry(joined));
  if (area.length > 0) parts.push(polygonGeometry(area));
  return parts.length === 0 ? emptyGeometry() : parts.length === 1 ? parts[0] : collection(parts);
}

/** The parts of lines that lie in polygons. */
function lineWithin(all: readonly Line[], within: readonly Polygon[]): DynamicValue {
  const border = polygonEdges(within);
  const inside = lineEdges(all).flatMap((edge) => {
    const chain = splitAt(edge, border);
    return chain.slice(1).flatMap((to, i): Edge[] => {
      const middle = normalize(add(chain[i], to));
      return angle(chain[i], to) > SAME && (contains(within, middle) || isOn(border, middle)) ? [[chain[i], to]] : [];
    });
  });
  return lineGeometry(joinEdges(inside));
}
