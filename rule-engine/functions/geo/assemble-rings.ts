import { leafCell } from './s2-point.ts';
import type { Ring } from './shapes.ts';
import { cross, dot, length, normalize, stableCross, type Vector } from './sphere.ts';

/** An edge between numbered vertices, and the number of the input edge that it is a part of. */
export interface DirectedEdge {
  readonly from: number;
  readonly to: number;
  readonly id: number;
}

/**
 * Rings from edges that border an area to their left, in S2's order: the walk starts at the vertex whose cell comes
 * first, takes the leftmost way at a fork, and the ring is then turned so that its last edge has the highest number. The
 * rings follow in the order of their first edges.
 */
export function assembleRings(edges: readonly DirectedEdge[], points: readonly Vector[]): readonly Ring[] {
  const cells = points.map(leafCell);
  const rank = points.map((_, i) => i).sort((a, b) => (cells[a] < cells[b] ? -1 : cells[a] > cells[b] ? 1 : a - b));
  const order = new Array<number>(points.length);
  for (const [i, vertex] of rank.entries()) order[vertex] = i;
  const sorted = [...edges].sort((a, b) => order[a.from] - order[b.from] || order[a.to] - order[b.to]);
  const outgoing = new Map<number, DirectedEdge[]>();
  for (const edge of sorted) outgoing.set(edge.from, [...(outgoing.get(edge.from) ?? []), edge]);
  const used = new Set<DirectedEdge>();
  const chains: (readonly DirectedEdge[])[] = [];
  for (const start of sorted) {
    if (used.has(start)) continue;
    const chain: DirectedEdge[] = [];
    let edge: DirectedEdge | undefined = start;
    while (edge !== undefined && !used.has(edge)) {
      used.add(edge);
      chain.push(edge);
      edge = leftmost(
        edge,
        (outgoing.get(edge.to) ?? []).filter((next) => !used.has(next) || next === start),
        points,
      );
    }
    if (chain.length >= 3) chains.push(canonical(chain));
  }
  return chains.sort((a, b) => a[0].id - b[0].id).map((chain) => chain.map(({ from }) => points[from]));
}

/** Of the edges that go on, the one that turns most to the left. */
function leftmost(edge: DirectedEdge, next: readonly DirectedEdge[], points: readonly Vector[]) {
  if (next.length <= 1) return next[0];
  const at = points[edge.to];
  const back = tangent(at, points[edge.from]);
  const turned = (to: number): number => {
    const ahead = tangent(at, points[to]);
    const clockwise = -Math.atan2(dot(at, cross(back, ahead)), dot(back, ahead));
    return clockwise <= 0 ? clockwise + 2 * Math.PI : clockwise;
  };
  return [...next].sort((a, b) => turned(a.to) - turned(b.to))[0];
}

function tangent(at: Vector, to: Vector): Vector {
  const normal = stableCross(at, to);
  return length(normal) === 0 ? [0, 0, 0] : normalize(cross(normal, at));
}

/** The last of the first run of edges with the highest number becomes the last of the ring. */
function canonical(chain: readonly DirectedEdge[]): readonly DirectedEdge[] {
  let position = 0;
  let gap = false;
  for (let i = 1; i < chain.length; i++) {
    const difference = chain[i].id - chain[position].id;
    if (difference < 0) gap = true;
    else if (difference > 0 || !gap) {
      position = i;
      gap = false;
    }
  }
  return [...chain.slice(position + 1), ...chain.slice(0, position + 1)];
}
