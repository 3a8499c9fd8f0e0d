import type { ScalarFunction } from '../function.ts';
import { geoFunction, lines, number, point, polygons } from './call.ts';
import { polygonGeometry } from './geojson.ts';
import { overlay } from './overlay.ts';
import type { Line, Ring } from './shapes.ts';
import {
  along,
  angle,
  cross,
  EARTH_RADIUS,
  normalize,
  orthogonal,
  scale,
  stableCross,
  turn,
  type Vector,
} from './sphere.ts';

/** Polygons around what lies within a distance, built as S2 builds them: arcs of equal steps, the rest is one of another. */
export const bufferFunctions: readonly ScalarFunction[] = [
  geoFunction('geo_point_buffer', [point, radius(), tolerance()], ([center, metres, allowed]) =>
    polygonGeometry([[circle(center, arcOf(metres, allowed))]]),
  ),
  geoFunction('geo_line_buffer', [lines, radius(), tolerance()], ([all, metres, allowed]) => {
    const arc = arcOf(metres, allowed);
    return polygonGeometry(
      overlay(
        all.map((line) => aroundLine(line, arc)),
        1,
      ),
    );
  }),
  geoFunction('geo_polygon_buffer', [polygons, radius(), tolerance()], ([all, metres, allowed]) => {
    const arc = arcOf(metres, allowed);
    return polygonGeometry(
      overlay(
        all.flat().map((ring) => aroundRing(ring, arc)),
        1,
      ),
    );
  }),
];

/** Half of the way around the Earth is all of it. */
function radius() {
  return number(Number.MIN_VALUE, Math.PI * EARTH_RADIUS, Number.NaN);
}

/** Metres that the polygon may stray from the true distance. */
function tolerance() {
  return number(Number.MIN_VALUE, Number.MAX_VALUE, 10);
}

interface Arc {
  /** Radians on the sphere. */
  readonly radius: number;
  /** Radians around a vertex from one point of an arc to the next. */
  readonly step: number;
  /** Radians along an edge from one point of its parallel to the next. */
  readonly edgeStep: number;
}

function arcOf(metres: number, allowed: number): Arc {
  const r = metres / EARTH_RADIUS;
  const part = Math.min(Math.max(allowed / metres, 1e-6), 1 - 1e-15);
  const parallel = Math.tan(r) / Math.tan(r * (1 + part));
  return {
    radius: r,
    step: 2 * Math.acos(Math.tan(r * (1 - part)) / Math.tan(r)),
    edgeStep: parallel > 0 && parallel < 1 ? 2 * Math.acos(parallel) : Math.PI / 2,
  };
}

function circle(center: Vector, { radius, step }: Arc): Ring {
  const count = Math.max(3, Math.ceil((2 * Math.PI) / step));
  const first = orthogonal(center);
  const second = cross(center, first);
  return Array.from({ length: count }, (_, i) =>
    along(center, along(first, second, (i * 2 * Math.PI) / count), radius),
  );
}

/** The unit vector to the right of an edge, at a right angle to all of it. */
function rightOf(a: Vector, b: Vector): Vector {
  return normalize(scale(stableCross(a, b), -1));
}

/** Points around a vertex from one direction to another, counterclockwise, the first and the last among them. */
function arcAround(vertex: Vector, from: Vector, to: Vector, { radius, step }: Arc): Vector[] {
  const side = cross(vertex, from);
  const points: Vector[] = [];
  const whole = angle(from, to);
  for (let turned = 0; turned < whole - 1e-12; turned += step) {
    points.push(along(vertex, along(from, side, turned), radius));
  }
  return [...points, along(vertex, to, radius)];
}

/** Points of the parallel to an edge on its right, the last but for one of a vertex that follows. */
function parallelTo(a: Vector, b: Vector, { radius, edgeStep }: Arc): Vector[] {
  const axis = rightOf(a, b);
  const ahead = cross(a, axis);
  const direction = scale(ahead, -1);
  const points: Vector[] = [];
  for (let passed = 0; passed < angle(a, b); passed += edgeStep) {
    points.push(along(along(a, direction, passed), axis, radius));
  }
  return points;
}

function around(a: Vector, b: Vector, c: Vector, arc: Arc): Vector[] {
  const [before, after] = [rightOf(a, b), rightOf(b, c)];
  if (turn(a, b, c) >= 0) return arcAround(b, before, after, arc);
  return [along(b, before, arc.radius), b, along(b, after, arc.radius)];
}

function aroundRing(ring: Ring, arc: Arc): Ring {
  const { length: count } = ring;
  return withoutRepeats(
    ring.flatMap((a, i) => {
      const [b, c] = [ring[(i + 1) % count], ring[(i + 2) % count]];
      return [...parallelTo(a, b, arc), ...around(a, b, c, arc)];
    }),
  );
}

/** Once around: from the left of the first point behind it, along the right side, around the end, back on the left. */
function aroundLine(line: Line, arc: Arc): Ring {
  const back = [...line].reverse();
  const side = (points: Line): Vector[] => {
    const result: Vector[] = [];
    for (let i = 0; i + 1 < points.length; i++) {
      result.push(...parallelTo(points[i], points[i + 1], arc));
      if (i + 2 < points.length) result.push(...around(points[i], points[i + 1], points[i + 2], arc));
    }
    return result;
  };
  const cap = (from: Vector, to: Vector): Vector[] => {
    const right = rightOf(from, to);
    return halfCircle(to, right, arc);
  };
  return withoutRepeats([...cap(line[1], line[0]), ...side(line), ...cap(back[1], back[0]), ...side(back)]);
}

/** From the right of a line's end around it to the left. */
function halfCircle(vertex: Vector, right: Vector, { radius, step }: Arc): Vector[] {
  const ahead = cross(vertex, right);
  const points: Vector[] = [];
  for (let turned = 0; turned < Math.PI - 1e-12; turned += step) {
    points.push(along(vertex, along(right, ahead, turned), radius));
  }
  return [...points, along(vertex, scale(right, -1), radius)];
}

function withoutRepeats(points: readonly Vector[]): Ring {
  return points.filter((point, i) => angle(point, points[(i + 1) % points.length]) > 1e-14);
}
