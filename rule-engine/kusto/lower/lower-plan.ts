import { invalid, unsupported } from '../../diagnostics/diagnostic.ts';
import type { Plan } from '../../plan/plan.ts';
import { featureWithReason } from '../../plan/refusal-reasons.ts';
import { remoteData } from '../remote-data.ts';
import {
  argumentsOf,
  className,
  type Expression,
  type FunctionCall,
  is,
  type QueryOperator,
  textOf,
} from '../syntax.ts';
import { columnsOf } from '../types.ts';
import { inlineFunction } from './inline-function.ts';
import type { Binding, Lowering } from './lowering.ts';
import { isGraphOperator, lowerOnGraph } from './operators/on-graph.ts';
import { isPartitionedGraph, lowerPartitionedGraph } from './operators/partitioned-graph.ts';
import { planOfView } from './operators/union.ts';
import { sourceOperators, tabularOperators } from './operators.ts';
import { patternCall } from './patterns.ts';
import { noticeOf, productCall } from './product-call.ts';
import { bindingNamed, bindingOf } from './resolve.ts';

/** A bound tabular expression as a `Plan`. */
export function lowerPlan(node: Expression, lowering: Lowering): Plan {
  if (is(node, 'ParenthesizedExpression')) return lowering.plan(node.Expression!);
  if (is(node, 'PipeExpression') && isGraphOperator(node.Operator!)) return lowerOnGraph(node, lowering);
  if (is(node, 'PipeExpression') && isPartitionedGraph(node.Operator!)) return lowerPartitionedGraph(node, lowering);
  if (is(node, 'PipeExpression')) return lowerOperator(node.Operator!, lowering.plan(node.Expression!), lowering);
  if (is(node, 'NameReference')) return lowerTableName(node, lowering);
  if (is(node, 'FunctionCallExpression')) {
    const own = patternCall(node, undefined, lowering) ?? productCall(node, undefined, lowering);
    if (own !== undefined) return own;
    const body = inlineFunction(node, argumentsOf(node.ArgumentList), lowering);
    if (body !== undefined) return body.lowering.plan(body.node);
    return lowerBuiltInTableFunction(node, lowering);
  }
  if (is(node, 'PathExpression')) return lowerPath(node, lowering);
  const source = sourceOperators[className(node)];
  if (source !== undefined) return source.lower(node, lowering);
  if (lowering.subqueryInput !== undefined && className(node) in tabularOperators) {
    return lowerOperator(node as QueryOperator, lowering.subqueryInput, lowering);
  }
  if (is(node, 'MacroExpandOperator'))
    throw unsupported(featureWithReason('macro-expand', 'macro-expand'), lowering.span(node));
  throw unsupported(`${className(node).replace(/(Operator|Expression)$/, '')} as a table`, lowering.span(node));
}

/** `table("T")` of a `let` or of the catalogue; the other functions that give tables read what is elsewhere. */
function lowerBuiltInTableFunction(node: FunctionCall, lowering: Lowering): Plan {
  const name = node.Name?.SimpleName ?? '';
  const declared = name === 'table' ? declaredTable(argumentsOf(node.ArgumentList)[0], lowering) : undefined;
  if (declared !== undefined) return declared;
  const table = node.ResultType;
  const columns = columnsOf(table);
  // Within a function the service gives a name that nothing has a table without columns.
  if (name === 'table' && columns?.length === 0) {
    throw invalid('not-a-table', `'${table?.Name}' is not a table`, lowering.span(node));
  }
  if (name === 'table' && columns !== undefined && table?.Name) {
    return { kind: 'table', name: table.Name, columns, span: lowering.span(node) };
  }
  throw unsupported(`The table function ${name}()`, lowering.span(node));
}

/** What the query itself calls by the name in a text: a table of a `let` or of an `as`, or a view. */
function declaredTable(text: Expression, lowering: Lowering): Plan | undefined {
  const name = lowering.expr(text);
  if (name.kind !== 'literal') return undefined;
  const binding = bindingNamed(String(name.value), lowering);
  return binding?.kind === 'function' ? planOfView(binding) : boundPlan(binding, lowering);
}

/** `P("a").b` of a pattern; `cluster("c").database("d").T` is elsewhere. */
function lowerPath(node: Kusto.Language.Syntax.PathExpression, lowering: Lowering): Plan {
  let first: Expression | null = node;
  while (is(first, 'PathExpression')) first = first.Expression;
  if (is(first, 'FunctionCallExpression')) {
    const plan = first === node.Expression ? patternCall(first, node.Selector!, lowering) : undefined;
    if (plan !== undefined) return plan;
    const remote = remoteData(first.Name?.SimpleName ?? '');
    if (remote !== undefined) throw unsupported(remote, lowering.span(node));
  }
  throw unsupported('This path as a table', lowering.span(node));
}

function lowerOperator(node: QueryOperator, input: Plan, lowering: Lowering): Plan {
  const operator = tabularOperators[className(node)];
  if (operator === undefined) {
    throw unsupported(`The operator '${textOf(node).split(/\s/, 1)[0]}'`, lowering.span(node));
  }
  return operator.lower(node, input, lowering);
}

/** A table: of a `let`, of a parameter, of an `as`, or of the catalogue. */
function lowerTableName(node: Kusto.Language.Syntax.NameReference, lowering: Lowering): Plan {
  const span = lowering.span(node);
  const bound = boundPlan(bindingOf(node, lowering), lowering);
  if (bound !== undefined) return bound;
  const symbol = node.ReferencedSymbol;
  const columns = columnsOf(node.ResultType);
  if (symbol !== null && className(symbol) === 'TableSymbol' && columns !== undefined) {
    return { kind: 'table', name: symbol.Name ?? '', columns, span };
  }
  const body = inlineFunction(node, [], lowering);
  if (body !== undefined) {
    noticeOf(node.SimpleName ?? '', node, lowering);
    return body.lowering.plan(body.node);
  }
  throw invalid('not-a-table', `'${node.SimpleName}' is not a table`, span);
}

function boundPlan(binding: Binding | undefined, lowering: Lowering): Plan | undefined {
  if (binding?.kind === 'plan') return binding.plan;
  if (binding?.kind !== 'expression') return undefined;
  binding.plan ??= share(binding.lowering.plan(binding.node), lowering);
  return binding.plan;
}

/** Every `let` table is shared at first; those that turn out to be read once are unwrapped when the query is lowered. */
function share(plan: Plan, lowering: Lowering): Plan {
  if (plan.kind === 'shared' || plan.kind === 'table') return plan;
  return { kind: 'shared', id: lowering.nextId(), input: plan, columns: plan.columns, span: plan.span };
}
