import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { GraphElement, GraphMatchPlan, GraphPath } from '../../../plan/plan.ts';
import { elements, is, nodes, parametersOf, textOf } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { assignments, projected, resultColumns } from '../named-expressions.ts';
import { type Graph, sourceOf } from './graph.ts';

type GraphMatch = Kusto.Language.Syntax.GraphMatchOperator | Kusto.Language.Syntax.GraphShortestPathsOperator;
type Edge = Kusto.Language.Syntax.GraphMatchPatternEdge;

/** The longest path that a variable length edge may ask for. */
const LONGEST_PATH = 1000;

/** `graph-match (a)-[e]->(b) where … project …`, and `graph-shortest-paths` likewise. */
export function lowerGraphMatch(node: GraphMatch, graph: Graph, lowering: Lowering): GraphMatchPlan {
  const span = lowering.span(node);
  if (node.ProjectClause === null) throw unsupported(`${textOf(node).split(/\s/, 1)[0]} without project`, span);
  if (graph.source.type !== graph.target.type) throw unsupported('Edges whose ends have two types', span);
  const patterns = elements<Kusto.Language.Syntax.GraphMatchPattern>(node.Patterns).map((pattern) =>
    nodes<Kusto.Language.Syntax.GraphMatchPatternNotation>(pattern.PatternElements).map((element): GraphElement => {
      if (is(element, 'GraphMatchPatternEdge')) return edgeOf(element, lowering);
      const name = is(element, 'GraphMatchPatternNode') ? element.Name?.SimpleName : undefined;
      return { kind: 'node', name: name || undefined };
    }),
  );
  const paths: GraphPath[] = [];
  const inside = lowering.inGraph(paths);
  const columns = resultColumns(node, lowering);
  const values = assignments(node.ProjectClause.Expressions).flatMap((item) => projected(item, inside));
  if (values.length !== columns.length) throw unsupported('This projection of graph-match', span);
  const condition = node.WhereClause?.Condition;
  const where = condition ? inside.expr(condition) : undefined;
  return {
    kind: 'graph-match',
    ...sourceOf(graph),
    shortest: is(node, 'GraphShortestPathsOperator') ? shortestOf(node, lowering) : undefined,
    patterns,
    paths,
    where,
    project: columns.map(({ name }, i) => ({ name, expr: values[i] })),
    cycles: cyclesOf(node, lowering),
    columns,
    span,
  };
}

function shortestOf(node: GraphMatch, lowering: Lowering): 'any' | 'all' {
  const written = parametersOf(node.Parameters).get('output');
  const output = written === undefined ? 'any' : textOf(written);
  if (output === 'any' || output === 'all') return output;
  throw unsupported(`graph-shortest-paths output=${output}`, lowering.span(node));
}

function cyclesOf(node: GraphMatch, lowering: Lowering): GraphMatchPlan['cycles'] {
  const written = parametersOf(node.Parameters).get('cycles');
  const cycles = written === undefined ? 'unique_edges' : textOf(written);
  if (cycles === 'all' || cycles === 'none' || cycles === 'unique_edges') return cycles;
  throw unsupported(`graph-match cycles=${cycles}`, lowering.span(node));
}

/** `-[e]->`, `<-[e*1..3]-`, `--`. */
function edgeOf(edge: Edge, lowering: Lowering): GraphElement {
  const text = textOf(edge);
  const direction = text.startsWith('<') ? 'in' : text.endsWith('>') ? 'out' : 'any';
  return { kind: 'edge', name: edge.Name?.SimpleName || undefined, direction, range: rangeOf(edge, lowering) };
}

function rangeOf({ Range: range }: Edge, lowering: Lowering): { from: number; to: number } | undefined {
  if (range === null) return undefined;
  const bounds = [range.RangeStart, range.RangeEnd].map((bound) => {
    const value = bound === null ? undefined : lowering.expr(bound);
    return value?.kind === 'literal' ? Number(value.value) : undefined;
  });
  const from = bounds[0] ?? 1;
  const to = bounds[1] ?? (range.DotDotToken === null || range.DotDotToken.IsMissing ? from : undefined);
  if (to === undefined || !(from >= 0 && to >= from && to <= LONGEST_PATH)) {
    throw unsupported('A variable length edge without bounds', lowering.span(range));
  }
  return { from, to };
}
