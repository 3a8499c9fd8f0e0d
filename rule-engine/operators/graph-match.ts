import type { Column } from '../columnar/column.ts';
import { valueColumn } from '../columnar/columns.ts';
import { gatherColumn } from '../columnar/gather.ts';
import { toDynamicValue } from '../functions/value-text.ts';
import type { Expr, GraphPath } from '../plan/plan.ts';
import { walkPlan } from '../plan/walk.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { Graph } from './graph.ts';
import { type Allowed, GraphSearch, type Match } from './graph-search.ts';
import { type LoadedGraph, loadGraph } from './graph-source.ts';
import { newRelation } from './new-relation.ts';
import type { OperatorContext, PlanOf, TabularOperator } from './operator.ts';
import { projected } from './project.ts';
import { type Relation, rowsOf } from './relation.ts';

/** Steps of the search between two checkpoints. */
const BLOCK = 4096;
/** About what a match takes, in bytes. */
const MATCH_BYTES = 400;

type Node = PlanOf<'graph-match'>;

/**
 * `make-graph … | graph-match` and `graph-shortest-paths`: the rows of `project` for each way in which the patterns lie in the graph.
 * @see https://learn.microsoft.com/kusto/query/graph-match-operator
 */
export const graphMatch: TabularOperator<'graph-match'> = {
  kind: 'graph-match',
  execute: async (node, context) => {
    const elements = await Elements.of(node, context);
    const matches = await findMatches(node, elements, context);
    const found = await elements.matched(matches);
    const rows = node.where === undefined ? rowsOf(found) : await context.select(node.where, found);
    const kept = node.shortest === undefined ? rows : shortest(rows, matches, node.shortest);
    return projected({ ...found, rows: kept }, node.project, context);
  },
};

/** Of the matches between two nodes those, or the first of those, that have the fewest edges. */
function shortest(rows: Uint32Array, matches: readonly Match[], wanted: 'any' | 'all'): Uint32Array {
  const best = new Map<string, number[]>();
  for (const row of rows) {
    const ends = matches[row].ends.join(' ');
    const before = best.get(ends);
    const longer = before === undefined ? -1 : matches[row].length - matches[before[0]].length;
    if (before === undefined || longer < 0) best.set(ends, [row]);
    else if (longer === 0 && wanted === 'all') before.push(row);
  }
  return Uint32Array.from([...best.values()].flat()).sort();
}

async function findMatches(node: Node, elements: Elements, context: OperatorContext): Promise<Match[]> {
  const matches: Match[] = [];
  let steps = 0;
  for (const match of new GraphSearch(elements.graph, node, await elements.allowed()).matches()) {
    if (match !== undefined) matches.push(match);
    steps++;
    if (steps % BLOCK !== 0) continue;
    await context.checkpoint();
    context.reserve((matches.length % BLOCK) * MATCH_BYTES, node.span);
  }
  return matches;
}

/** The graph's nodes and edges as relations, and the matched elements as columns over them. */
class Elements {
  readonly graph: Graph;
  private readonly node: Node;
  private readonly edges: Relation;
  private readonly nodes: Relation;
  private readonly context: OperatorContext;
  private readonly kinds = new Map<string, 'node' | 'edge' | 'path'>();

  private constructor(node: Node, { graph, edges, nodes }: LoadedGraph, context: OperatorContext) {
    this.node = node;
    this.graph = graph;
    this.edges = edges;
    this.nodes = nodes;
    this.context = context;
    for (const element of node.patterns.flat()) {
      if (element.name === undefined) continue;
      const kind = element.kind === 'node' ? 'node' : element.range === undefined ? 'edge' : 'path';
      this.kinds.set(element.name, kind);
    }
  }

  static async of(node: Node, context: OperatorContext): Promise<Elements> {
    return new Elements(node, await loadGraph(node, context), context);
  }

  /** For elements that a part of the condition is about alone, whether a node or an edge may be one. */
  async allowed(): Promise<Allowed> {
    const allowed = new Map<string, (id: number) => boolean>();
    for (const condition of conjuncts(this.node.where)) {
      const owners = new Set(columnsIn(condition).map((name) => name.replace(/\..*$/s, '')));
      const [owner] = owners;
      const kind = owner === undefined || owners.size > 1 ? undefined : this.kinds.get(owner);
      if (kind === undefined || kind === 'path') continue;
      const relation = kind === 'node' ? this.nodes : this.edges;
      const schema = relation.schema.map(({ name, type }) => ({ name: `${owner}.${name}`, type }));
      const rows = new Set(await this.context.select(condition, { ...relation, schema }));
      const before = allowed.get(owner);
      allowed.set(owner, (id) => rows.has(id) && before?.(id) !== false);
    }
    return allowed;
  }

  /** A row a match, with the columns that the condition and the projection read. */
  async matched(matches: readonly Match[]): Promise<Relation> {
    const { where, project, paths } = this.node;
    const read = [...(where === undefined ? [] : [where]), ...project.map(({ expr }) => expr)];
    const schema: ColumnSchema[] = [];
    const columns: Column[] = [];
    const add = (name: string, column: Column) => {
      schema.push({ name, type: column.type });
      columns.push(column);
    };
    for (const path of paths) add(path.name, await this.pathColumn(path, matches));
    for (const name of new Set(read.flatMap(columnsIn))) {
      const dot = name.indexOf('.');
      if (dot > 0) add(name, this.elementColumn(name.slice(0, dot), name.slice(dot + 1), matches));
    }
    return newRelation(schema, columns, matches.length, this.context);
  }

  private elementColumn(element: string, name: string, matches: readonly Match[]): Column {
    const kind = this.kinds.get(element);
    const { schema, columns } = kind === 'node' ? this.nodes : this.edges;
    const column = columns[schema.findIndex((candidate) => candidate.name === name)];
    if (kind === 'path') return this.alongPaths({ element, of: 'edges', quantifier: 'map' }, column, matches);
    const ids = matches.map((match) => (kind === 'node' ? match.nodes : match.edges).get(element) ?? 0);
    return gatherColumn(column, Uint32Array.from(ids));
  }

  private async pathColumn(path: GraphPath, matches: readonly Match[]): Promise<Column> {
    const relation = path.of === 'edges' ? this.edges : this.nodes;
    return this.alongPaths(path, await this.context.column(path.expr, relation), matches);
  }

  private alongPaths(
    { element, of, quantifier }: Pick<GraphPath, 'element' | 'of' | 'quantifier'>,
    column: Column,
    matches: readonly Match[],
  ): Column {
    const idsOf = (match: Match): readonly number[] => {
      const path = match.paths.get(element);
      if (path !== undefined) return of === 'edges' ? path.edges : path.innerNodes;
      const edge = match.edges.get(element);
      return of === 'edges' && edge !== undefined ? [edge] : [];
    };
    const values = matches.map((match): Scalar => {
      const along = idsOf(match).map((id) => column.get(id));
      if (quantifier === 'all') return along.every((value) => value === true);
      if (quantifier === 'any') return along.includes(true);
      return along.map((value) => toDynamicValue(value, column.type));
    });
    return valueColumn(quantifier === 'map' ? 'dynamic' : 'bool', values);
  }
}

/** The conditions that all must hold. */
function conjuncts(expr: Expr | undefined): readonly Expr[] {
  if (expr === undefined) return [];
  return expr.kind === 'call' && expr.name === 'and' ? expr.args.flatMap(conjuncts) : [expr];
}

/** The names of the columns that an expression reads, each once. */
function columnsIn(expr: Expr): string[] {
  const names = new Set<string>();
  walkPlan(expr, (node) => {
    if (node.kind === 'column') names.add(node.name);
  });
  return [...names];
}
