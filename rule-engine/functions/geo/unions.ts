import { unsupported } from '../../diagnostics/diagnostic.ts';
import type { DynamicValue } from '../../schema/value.ts';
import type { ScalarFunction } from '../function.ts';
import { isDynamicArray } from '../value-text.ts';
import { joinEdges } from './assemble-lines.ts';
import { anyDynamic, geoFunction, lines, number, polygons } from './call.ts';
import { lineGeometry, linesOf, polygonGeometry, polygonsOf } from './geojson.ts';
import { lineEdges } from './measures.ts';
import { overlay, splitAt } from './overlay.ts';
import type { Line, Polygon } from './shapes.ts';
import { angle, EARTH_RADIUS, nearestOnEdge } from './sphere.ts';

/** Metres; S2 snaps no farther than 70 degrees. */
const LARGEST_TOLERANCE = 7_800_000;

/** Many shapes as one, and shapes of fewer points. */
export const unionFunctions: readonly ScalarFunction[] = [
  geoFunction('geo_union_polygons_array', [anyDynamic], ([value]) => {
    const all = everyOf(value, polygonsOf);
    return all === undefined ? null : polygonGeometry(unionOf(all));
  }),
  geoFunction('geo_union_lines_array', [anyDynamic], ([value]) => {
    const all = everyOf(value, linesOf);
    return all === undefined ? null : lineGeometry(unionOfLines(all.flat()));
  }),
  geoFunction('geo_line_simplify', [lines, number(0, LARGEST_TOLERANCE, 10)], ([all, tolerance], call) => {
    if (all.every((line) => fitsInto(line, tolerance))) return null;
    if (all.length === 1 && tolerance === 0) return lineGeometry(all);
    if (all.length === 1 && isNearlyStraight(all[0], tolerance))
      return lineGeometry([[all[0][0], all[0].at(-1) ?? all[0][0]]]);
    throw unsupported('geo_line_simplify of a line that is not nearly straight', call.span);
  }),
  geoFunction('geo_polygon_simplify', [polygons, number(0, LARGEST_TOLERANCE, 10)], ([all, tolerance], call) => {
    if (all.every(([shell]) => fitsInto(shell, tolerance))) return null;
    throw unsupported('geo_polygon_simplify of a polygon larger than its tolerance', call.span);
  }),
  geoFunction('geo_simplify_polygons_array', [anyDynamic, number(0, LARGEST_TOLERANCE, 10)], ([value], call) => {
    if (everyOf(value, polygonsOf) === undefined) return null;
    throw unsupported('geo_simplify_polygons_array of valid polygons', call.span);
  }),
];

/**
 * True for a line that goes forward all along and nowhere leaves the edge between its ends by more than the tolerance:
 * whatever chooses the vertices, such a line becomes that edge.
 */
function isNearlyStraight(line: Line, tolerance: number): boolean {
  const [first, last] = [line[0], line[line.length - 1]];
  const nearest = line.map((point) => nearestOnEdge(point, first, last));
  return line.every((point, i) => {
    const forward = i === 0 || angle(first, nearest[i]) > angle(first, nearest[i - 1]);
    return forward && angle(point, nearest[i]) * EARTH_RADIUS <= tolerance;
  });
}

function fitsInto(points: Line, tolerance: number): boolean {
  return points.every((point) => angle(point, points[0]) * EARTH_RADIUS <= tolerance);
}

function everyOf<T>(value: DynamicValue, read: (one: DynamicValue) => T | undefined): readonly T[] | undefined {
  if (!isDynamicArray(value) || value.length === 0) return undefined;
  const all = value.map(read);
  return all.includes(undefined) ? undefined : (all as readonly T[]);
}

/** S2's way, which decides where rings begin: time and again the two polygons of fewest vertices become one. */
function unionOf(all: readonly (readonly Polygon[])[]): readonly Polygon[] {
  const size = (one: readonly Polygon[]) => one.flat(2).length;
  const queue = all.map((one) => (one.length === 1 ? one : overlay(one.flat(), 1)));
  queue.sort((a, b) => size(a) - size(b));
  while (queue.length > 1) {
    const [a, b] = queue.splice(0, 2);
    const union = overlay([...a.flat(), ...b.flat()], 1);
    const after = queue.findIndex((one) => size(one) > size(union));
    queue.splice(after < 0 ? queue.length : after, 0, union);
  }
  return queue[0];
}

function unionOfLines(all: readonly Line[]): readonly Line[] {
  const edges = lineEdges(all);
  return joinEdges(
    edges.flatMap((edge) => {
      const chain = splitAt(edge, edges).filter((point, i, points) => i === 0 || angle(point, points[i - 1]) > 1e-14);
      return chain.slice(1).map((to, i) => [chain[i], to] as const);
    }),
  );
}
