import type { GraphElement, GraphMatchPlan } from '../plan/plan.ts';
import { type Graph, stepsFrom } from './graph.ts';

type Edge = Extract<GraphElement, { kind: 'edge' }>;

/** A path of a variable length edge: its edges, and the nodes between them. */
export interface Path {
  readonly edges: readonly number[];
  readonly innerNodes: readonly number[];
}

/** What a match gives to the named elements of the patterns. */
export interface Match {
  readonly nodes: ReadonlyMap<string, number>;
  readonly edges: ReadonlyMap<string, number>;
  readonly paths: ReadonlyMap<string, Path>;
  /** The first and the last node of the last pattern. */
  readonly ends: readonly [number, number];
  /** The number of edges, those of paths among them. */
  readonly length: number;
}

/** Which nodes and edges an element may be, where a condition is about it alone. */
export type Allowed = ReadonlyMap<string, (id: number) => boolean>;

/** All ways in which the patterns lie in the graph, found one after another. */
export class GraphSearch {
  private readonly graph: Graph;
  private readonly patterns: GraphMatchPlan['patterns'];
  private readonly cycles: GraphMatchPlan['cycles'];
  private readonly allowed: Allowed;
  private readonly nodes = new Map<string, number>();
  private readonly edges = new Map<string, number>();
  private readonly paths = new Map<string, Path>();
  private readonly usedEdges = new Map<number, number>();
  private readonly usedNodes = new Map<number, number>();
  private ends: readonly [number, number] = [0, 0];
  private length = 0;

  constructor(graph: Graph, { patterns, cycles }: Pick<GraphMatchPlan, 'patterns' | 'cycles'>, allowed: Allowed) {
    this.graph = graph;
    this.patterns = patterns;
    this.cycles = cycles;
    this.allowed = allowed;
  }

  /** A value a step of the search, a match or nothing: the caller can stop between them. */
  *matches(): Generator<Match | undefined> {
    yield* this.pattern(0);
  }

  private *pattern(index: number): Generator<Match | undefined> {
    if (index === this.patterns.length) {
      const { nodes, edges, paths, ends, length } = this;
      yield { nodes: new Map(nodes), edges: new Map(edges), paths: new Map(paths), ends, length };
      return;
    }
    const [{ name }] = this.patterns[index];
    const bound = name === undefined ? undefined : this.nodes.get(name);
    const starts = bound === undefined ? this.graph.nodeRows.keys() : [bound];
    for (const node of starts) {
      yield undefined;
      yield* this.atNode(index, 0, node);
    }
  }

  /** The element at an even position of a pattern is `node`, if it may be; then what follows. */
  private *atNode(pattern: number, at: number, node: number): Generator<Match | undefined> {
    const { name } = this.patterns[pattern][at];
    const bound = name === undefined ? undefined : this.nodes.get(name);
    if (bound !== undefined && bound !== node) return;
    if (name !== undefined && this.allowed.get(name)?.(node) === false) return;
    if (bound === undefined && !this.enter(node)) return;
    if (name !== undefined && bound === undefined) this.nodes.set(name, node);
    yield* this.afterNode(pattern, at, node);
    if (bound !== undefined) return;
    if (name !== undefined) this.nodes.delete(name);
    this.leave(node);
  }

  private *afterNode(pattern: number, at: number, node: number): Generator<Match | undefined> {
    const edge = this.patterns[pattern][at + 1] as Edge | undefined;
    if (at === 0) this.ends = [node, node];
    if (edge === undefined) {
      this.ends = [this.ends[0], node];
      yield* this.pattern(pattern + 1);
      return;
    }
    if (edge.range !== undefined) {
      yield* this.alongPath(pattern, at, node, edge, edge.range, [], []);
      return;
    }
    for (const step of stepsFrom(this.graph, node, edge.direction)) {
      yield undefined;
      if (edge.name !== undefined && this.allowed.get(edge.name)?.(step.edge) === false) continue;
      if (!this.take(step.edge)) continue;
      if (edge.name !== undefined) this.edges.set(edge.name, step.edge);
      yield* this.atNode(pattern, at + 2, step.node);
      if (edge.name !== undefined) this.edges.delete(edge.name);
      this.giveBack(step.edge);
    }
  }

  private *alongPath(
    pattern: number,
    at: number,
    node: number,
    edge: Edge,
    range: { readonly from: number; readonly to: number },
    edges: readonly number[],
    innerNodes: readonly number[],
  ): Generator<Match | undefined> {
    if (edges.length >= range.from) {
      if (edge.name !== undefined) this.paths.set(edge.name, { edges, innerNodes });
      // The last node of the path is the next element, not an inner node.
      yield* this.atNode(pattern, at + 2, node);
      if (edge.name !== undefined) this.paths.delete(edge.name);
    }
    if (edges.length === range.to) return;
    const isInner = edges.length > 0;
    if (isInner && !this.enter(node)) return;
    const inner = isInner ? [...innerNodes, node] : innerNodes;
    for (const step of stepsFrom(this.graph, node, edge.direction)) {
      yield undefined;
      if (!this.take(step.edge)) continue;
      yield* this.alongPath(pattern, at, step.node, edge, range, [...edges, step.edge], inner);
      this.giveBack(step.edge);
    }
    if (isInner) this.leave(node);
  }

  private enter(node: number): boolean {
    const times = this.usedNodes.get(node) ?? 0;
    if (this.cycles === 'none' && times > 0) return false;
    this.usedNodes.set(node, times + 1);
    return true;
  }

  private leave(node: number): void {
    this.usedNodes.set(node, (this.usedNodes.get(node) ?? 1) - 1);
  }

  private take(edge: number): boolean {
    const times = this.usedEdges.get(edge) ?? 0;
    if (this.cycles === 'unique_edges' && times > 0) return false;
    this.usedEdges.set(edge, times + 1);
    this.length++;
    return true;
  }

  private giveBack(edge: number): void {
    this.length--;
    this.usedEdges.set(edge, (this.usedEdges.get(edge) ?? 1) - 1);
  }
}
