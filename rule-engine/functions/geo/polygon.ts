import type { Polygon, Ring } from './shapes.ts';
import {
  add,
  angle,
  cross,
  dot,
  nearestOnEdge,
  normalize,
  properCrossing,
  scale,
  stableCross,
  turn,
  type Vector,
} from './sphere.ts';

/** An edge of a ring or line. */
export type Edge = readonly [from: Vector, to: Vector];

export function ringEdges(ring: Ring): readonly Edge[] {
  return ring.map((from, i) => [from, ring[(i + 1) % ring.length]] as const);
}

export function polygonEdges(polygons: readonly Polygon[]): readonly Edge[] {
  return polygons.flatMap((polygon) => polygon.flatMap(ringEdges));
}

/**
 * A polygon of rings in any direction: a shell holds the smaller side of its ring, a hole takes the smaller side of its
 * own away. Undefined when a vertex repeats or edges cross.
 */
export function polygonOf(rings: readonly Ring[]): Polygon | undefined {
  if (rings.some(hasRepeatedVertex) || hasCrossing(rings)) return undefined;
  return rings.map((ring, i) => {
    const holdsSmallerSide = signedArea(ring) >= 0;
    return holdsSmallerSide === (i === 0) ? ring : [...ring].reverse();
  });
}

function hasRepeatedVertex(ring: Ring): boolean {
  return new Set(ring.map((vertex) => vertex.join())).size < ring.length;
}

function hasCrossing(rings: readonly Ring[]): boolean {
  const edges = rings.flatMap(ringEdges);
  for (let i = 0; i < edges.length; i++) {
    for (let j = i + 1; j < edges.length; j++) {
      if (properCrossing(...edges[i], ...edges[j]) !== undefined) return true;
    }
  }
  return false;
}

/** Steradians to the left of a ring, at most half of the sphere; negative when the smaller side lies to the right. */
export function signedArea(ring: Ring): number {
  let area = 0;
  for (let i = 1; i + 1 < ring.length; i++) area += triangleArea(ring[0], ring[i], ring[i + 1]);
  const whole = 4 * Math.PI;
  const left = ((area % whole) + whole) % whole;
  return left > whole / 2 ? left - whole : left;
}

/** Van Oosterom and Strackee's formula; negative for a triangle to the right. */
function triangleArea(a: Vector, b: Vector, c: Vector): number {
  const volume = turn(a, b, c) / 2;
  return 2 * Math.atan2(volume, 1 + dot(a, b) + dot(b, c) + dot(c, a));
}

/** The vector whose direction is the centroid of a polygon and whose length is its area times the centroid's height. */
export function areaCentroid(polygons: readonly Polygon[]): Vector {
  let sum: Vector = [0, 0, 0];
  for (const [a, b] of polygonEdges(polygons)) {
    sum = add(sum, scale(normalize(stableCross(a, b)), angle(a, b) / 2));
  }
  return sum;
}

/** True for a point within a polygon or on the edge that its interior claims. */
export function contains(polygons: readonly Polygon[], point: Vector): boolean {
  return polygons.some((polygon) => polygon.every((ring) => leftOf(ring, point)));
}

/** Whether a point lies to the left of a ring. A ring that does not turn around the point has it outside, a hole inside. */
function leftOf(ring: Ring, point: Vector): boolean {
  const around = windingOf(ringEdges(ring), point);
  return around !== 0 ? around > 0 : signedArea(ring) < 0;
}

/**
 * How often edges turn around a point to the left. The angles are summed in the plane that touches the sphere there.
 */
export function windingOf(edges: readonly Edge[], point: Vector): number {
  let turned = 0;
  for (const [a, b] of edges) {
    const [u, v] = [cross(point, a), cross(point, b)];
    turned += Math.atan2(dot(point, cross(u, v)), dot(u, v));
  }
  return Math.round(turned / (2 * Math.PI));
}

/** The nearest point of a chain of edges. */
export function nearestPoint(edges: readonly Edge[], point: Vector): Vector {
  let nearest = edges[0][0];
  let least = Number.POSITIVE_INFINITY;
  for (const [a, b] of edges) {
    const candidate = nearestOnEdge(point, a, b);
    const distance = angle(point, candidate);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}
