import type { Edge } from './polygon.ts';
import type { Line } from './shapes.ts';
import type { Vector } from './sphere.ts';

/** As long lines as edges that meet make: each edge once, whatever its direction; where three meet, lines end. */
export function joinEdges(edges: readonly Edge[]): readonly Line[] {
  const distinct = new Map<string, Edge>();
  for (const edge of edges) {
    const [a, b] = edge.map(keyOf);
    if (!distinct.has(`${a} ${b}`) && !distinct.has(`${b} ${a}`)) distinct.set(`${a} ${b}`, edge);
  }
  const all = [...distinct.values()];
  const meeting = new Map<string, Edge[]>();
  for (const edge of all) for (const end of edge) meeting.set(keyOf(end), [...(meeting.get(keyOf(end)) ?? []), edge]);
  const used = new Set<Edge>();
  const lines: Line[] = [];
  const starts = all.filter(([from]) => meeting.get(keyOf(from))?.length !== 2);
  for (const start of [...starts, ...all]) {
    if (!used.has(start)) lines.push(follow(start, meeting, used));
  }
  return lines;
}

function follow(start: Edge, meeting: ReadonlyMap<string, readonly Edge[]>, used: Set<Edge>): Line {
  const line: Vector[] = [...start];
  used.add(start);
  for (;;) {
    const end = line[line.length - 1];
    const at = meeting.get(keyOf(end)) ?? [];
    const next = at.length === 2 ? at.find((edge) => !used.has(edge)) : undefined;
    if (next === undefined) return line;
    used.add(next);
    line.push(keyOf(next[0]) === keyOf(end) ? next[1] : next[0]);
  }
}

/** Points that differ in their last digits alone have one key. */
function keyOf(point: Vector): string {
  return point.map((value) => Math.round(value * 1e13)).join();
}
