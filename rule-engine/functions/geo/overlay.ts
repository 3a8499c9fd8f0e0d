import { assembleRings, type DirectedEdge } from './assemble-rings.ts';
import { type Edge, ringEdges, signedArea, windingOf } from './polygon.ts';
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
  subtract,
  type Vector,
} from './sphere.ts';

/** Points nearer than this, in radians, are one: some billionths of a metre. */
const MERGE_RADIUS = 1e-14;

/**
 * The polygons that cover what at least `depth` of the rings' insides cover: with 1 the union of polygons (and of the
 * windings of a ring that crosses itself), with 2 what two polygons share.
 */
export function overlay(rings: readonly Ring[], depth: number): readonly Polygon[] {
  const edges = rings.flatMap(ringEdges);
  const vertices = new VertexSet();
  const pieces = new Map<string, DirectedEdge>();
  for (const [id, edge] of edges.entries()) {
    const chain = splitAt(edge, edges).map((point) => vertices.indexOf(point));
    for (let i = 1; i < chain.length; i++) {
      const [from, to] = [chain[i - 1], chain[i]];
      if (from === to || pieces.has(`${from} ${to}`)) continue;
      if (coversOnlyLeft(vertices.points[from], vertices.points[to], edges, depth)) {
        pieces.set(`${from} ${to}`, { from, to, id });
      }
    }
  }
  return nested(assembleRings([...pieces.values()], vertices.points));
}

/** Points with near ones merged to the first. */
class VertexSet {
  readonly points: Vector[] = [];
  private readonly cells = new Map<string, number[]>();

  indexOf(point: Vector): number {
    const size = MERGE_RADIUS * 4;
    const [x, y, z] = point.map((value) => Math.round(value / size));
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (let dz = -1; dz <= 1; dz++) {
          for (const index of this.cells.get(`${x + dx} ${y + dy} ${z + dz}`) ?? []) {
            if (distance(this.points[index], point) <= MERGE_RADIUS) return index;
          }
        }
      }
    }
    const cell = `${x} ${y} ${z}`;
    this.cells.set(cell, [...(this.cells.get(cell) ?? []), this.points.length]);
    this.points.push(point);
    return this.points.length - 1;
  }
}

function distance(a: Vector, b: Vector): number {
  const difference = subtract(a, b);
  return Math.sqrt(dot(difference, difference));
}

/** The ends of an edge and, in order, where other edges cross or touch it. */
export function splitAt([a, b]: Edge, edges: readonly Edge[]): readonly Vector[] {
  const middle = add(a, b);
  const reach = dot(subtract(a, b), subtract(a, b));
  const found: Vector[] = [];
  for (const [c, d] of edges) {
    const apart = subtract(add(c, d), middle);
    const span = Math.sqrt(reach) + distance(c, d);
    if (dot(apart, apart) > (span + MERGE_RADIUS) ** 2) continue;
    const crossing = properCrossing(a, b, c, d);
    if (crossing !== undefined) found.push(crossing);
    for (const end of [c, d]) if (distance(nearestOnEdge(end, a, b), end) <= MERGE_RADIUS) found.push(end);
  }
  return [a, ...found.sort((p, q) => distance(a, p) - distance(a, q)), b];
}

/** True for an edge with enough coverage to its left and too little to its right. */
function coversOnlyLeft(a: Vector, b: Vector, edges: readonly Edge[], depth: number): boolean {
  const middle = normalize(add(a, b));
  const left = normalize(cross(middle, cross(stableCross(a, b), middle)));
  const side = dot(left, stableCross(a, b)) >= 0 ? left : scale(left, -1);
  const step = Math.min(1e-9, angle(a, b) / 100);
  const covered = (factor: number) => windingOf(edges, normalize(add(middle, scale(side, factor * step)))) >= depth;
  return covered(1) && !covered(-1);
}

/** Shells with the holes that lie in them. */
function nested(rings: readonly Ring[]): readonly Polygon[] {
  const shells = rings.filter((ring) => signedArea(ring) >= 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const around = shells
      .filter(([shell]) => windingOf(ringEdges(shell), hole[0]) > 0)
      .sort(([a], [b]) => signedArea(a) - signedArea(b))[0];
    around?.push(hole);
  }
  return shells;
}
