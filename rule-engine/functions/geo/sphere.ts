import { arcTangent, cosine, sine } from './trigonometry.ts';

/** A point on the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number];

/** Longitude and latitude in degrees, as GeoJSON has them. */
export type Position = readonly [longitude: number, latitude: number];

/** The sphere that Kusto measures on, in metres. */
export const EARTH_RADIUS = 6_371_010;

/** True for a longitude and a latitude in degrees. */
export function isPosition(longitude: number | null, latitude: number | null): boolean {
  return longitude !== null && latitude !== null && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

export function vectorOf([longitude, latitude]: Position): Vector {
  const [lambda, phi] = [(Math.PI / 180) * longitude, (Math.PI / 180) * latitude];
  const ring = cosine(phi);
  return [cosine(lambda) * ring, sine(lambda) * ring, sine(phi)];
}

export function positionOf([x, y, z]: Vector): Position {
  return [(180 / Math.PI) * arcTangent(y, x), (180 / Math.PI) * arcTangent(z, Math.sqrt(x * x + y * y))];
}

export function add(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function subtract(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function scale(a: Vector, factor: number): Vector {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** The cross product of nearly equal vectors without the loss of their common digits, twice as long. */
export function stableCross(a: Vector, b: Vector): Vector {
  return cross(add(a, b), subtract(b, a));
}

export function length(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

export function normalize(a: Vector): Vector {
  return scale(a, 1 / length(a));
}

/** The angle between two vectors, in radians. */
export function angle(a: Vector, b: Vector): number {
  return arcTangent(length(stableCross(a, b)) / 2, dot(a, b));
}

/** Above 0 when a, b, c turn to the left. */
export function turn(a: Vector, b: Vector, c: Vector): number {
  return dot(stableCross(a, b), c);
}

/** The point at an angle from `from`, in radians, towards a unit vector at a right angle to it. */
export function along(from: Vector, direction: Vector, radians: number): Vector {
  return normalize(add(scale(from, cosine(radians)), scale(direction, sine(radians))));
}

/** The direction of `to` as seen from `from`: a unit vector at a right angle to `from`. */
function directionTo(from: Vector, to: Vector): Vector {
  return normalize(cross(stableCross(from, to), from));
}

/** The point at a fraction of the way from a to b. */
export function interpolate(a: Vector, b: Vector, fraction: number): Vector {
  return fraction === 0 ? a : fraction === 1 ? b : along(a, directionTo(a, b), angle(a, b) * fraction);
}

/** The point of the edge from a to b that is nearest to p. */
export function nearestOnEdge(p: Vector, a: Vector, b: Vector): Vector {
  const normal = normalize(stableCross(a, b));
  const foot = subtract(p, scale(normal, dot(p, normal)));
  if (length(foot) > 0 && turn(normal, a, foot) > 0 && turn(normal, foot, b) > 0) return normalize(foot);
  return angle(p, a) <= angle(p, b) ? a : b;
}

function equal(a: Vector, b: Vector): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

/** Where two edges cross at an inner point of both; undefined where they don't. */
export function properCrossing(a: Vector, b: Vector, c: Vector, d: Vector): Vector | undefined {
  if (equal(a, c) || equal(a, d) || equal(b, c) || equal(b, d)) return undefined;
  const [acb, bda] = [-turn(a, b, c), turn(a, b, d)];
  if (acb === 0 || bda === 0 || acb > 0 !== bda > 0) return undefined;
  const [cbd, dac] = [-turn(c, d, b), turn(c, d, a)];
  if (cbd === 0 || dac === 0 || cbd > 0 !== dac > 0 || acb > 0 !== cbd > 0) return undefined;
  const point = normalize(cross(normalize(stableCross(a, b)), normalize(stableCross(c, d))));
  return dot(point, add(add(a, b), add(c, d))) < 0 ? scale(point, -1) : point;
}

/** S2's choice of a unit vector at a right angle: first steps of what S2 makes of a point start there. */
export function orthogonal(a: Vector): Vector {
  const sizes = a.map(Math.abs);
  const largest = sizes[0] > sizes[1] ? (sizes[0] > sizes[2] ? 0 : 2) : sizes[1] > sizes[2] ? 1 : 2;
  const other: [number, number, number] = [0.012, 0.0053, 0.00457];
  other[(largest + 2) % 3] = 1;
  return normalize(cross(a, other));
}
