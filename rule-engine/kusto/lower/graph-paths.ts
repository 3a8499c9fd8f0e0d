import { callExpr, columnExpr, literalExpr } from '../../plan/make-expr.ts';
import type { Expr, GraphPath } from '../../plan/plan.ts';
import type { ScalarType } from '../../schema/scalar-type.ts';
import { argumentsOf, className, type Expression, type FunctionCall, is } from '../syntax.ts';
import { scalarTypeOf } from '../types.ts';
import type { Lowering } from './lowering.ts';

/** What the graph knows of each node, by the function that asks for it. */
const OF_NODES: Readonly<Record<string, { readonly column: string; readonly type: ScalarType }>> = {
  node_id: { column: '$id', type: 'string' },
  node_degree_in: { column: '$in', type: 'long' },
  node_degree_out: { column: '$out', type: 'long' },
};

/** `node_degree_in(n)` of a node of the pattern; without an argument of the nodes along a path. */
export function lowerNodeCall(name: string, node: FunctionCall, lowering: Lowering): Expr | undefined {
  const asked = lowering.graphPaths === undefined ? undefined : OF_NODES[name];
  if (asked === undefined) return undefined;
  const [of] = argumentsOf(node.ArgumentList);
  const owner = of === undefined ? '' : is(of, 'NameReference') ? `${of.SimpleName}.` : undefined;
  if (owner === undefined) return undefined;
  return columnExpr({ name: owner + asked.column, type: asked.type }, lowering.span(node));
}

/** `all(e, x)`, `any(e, x)`, `map(e, x)` and `array_length(e)` within `graph-match`: taken out, and read as a column. */
export function lowerPathCall(name: string, node: FunctionCall, lowering: Lowering): Expr | undefined {
  const paths = lowering.graphPaths;
  const [over, asked] = argumentsOf(node.ArgumentList);
  const place = pathOf(over);
  if (paths === undefined || place === undefined) return undefined;
  const span = lowering.span(node);
  const taken = (quantifier: GraphPath['quantifier'], expr: Expr, type: ScalarType): Expr => {
    const path: GraphPath = { name: `$path${paths.length}`, quantifier, ...place, expr };
    paths.push(path);
    return columnExpr({ name: path.name, type }, span);
  };
  if (name === 'array_length' && over.ResultType !== null && className(over.ResultType) === 'TupleSymbol') {
    const steps = taken('map', literalExpr(true, 'bool', span), 'dynamic');
    return callExpr(name, [steps], 'long', span);
  }
  if ((name !== 'all' && name !== 'any' && name !== 'map') || asked === undefined) return undefined;
  return taken(name, lowering.expr(asked), scalarTypeOf(node.ResultType));
}

/** `e` are its edges, `inner_nodes(e)` the nodes between them. */
function pathOf(node: Expression | undefined): Pick<GraphPath, 'element' | 'of'> | undefined {
  if (is(node, 'NameReference')) return { element: node.SimpleName ?? '', of: 'edges' };
  if (!is(node, 'FunctionCallExpression') || node.Name?.SimpleName !== 'inner_nodes') return undefined;
  const [edge] = argumentsOf(node.ArgumentList);
  return is(edge, 'NameReference') ? { element: edge.SimpleName ?? '', of: 'inner nodes' } : undefined;
}
