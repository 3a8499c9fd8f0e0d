import { columnExpr } from '../../../plan/make-expr.ts';
import type { ForkPlan, Plan } from '../../../plan/plan.ts';
import { type Expression, elements, is, nodes } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';

/** `fork (…) (…)`: the first branch's result is the query's. */
export function lowerFork(node: Kusto.Language.Syntax.ForkOperator, input: Plan, lowering: Lowering): ForkPlan {
  const span = lowering.span(node);
  const inside = lowering.subquery({ kind: 'subquery-input', columns: input.columns, span });
  const branches = nodes<Kusto.Language.Syntax.ForkExpression>(node.Expressions).map((branch) => ({
    name: branch.NameEquals?.Name?.SimpleName ?? undefined,
    plan: inside.plan(branch.Expression!),
  }));
  return severalResults({ kind: 'fork', input, branches, columns: branches[0].plan.columns, span }, lowering);
}

function severalResults(plan: ForkPlan, lowering: Lowering): ForkPlan {
  const [, ...others] = plan.branches;
  if (others.length > 0) {
    const message = `The first of ${plan.branches.length} results is shown`;
    lowering.notice('several-results', message, plan.span);
  }
  return plan;
}

/** `facet by a, b with (…)`: a table of counts for each column, then the rest of the query. */
export function lowerFacet(node: Kusto.Language.Syntax.FacetOperator, input: Plan, lowering: Lowering): ForkPlan {
  const span = lowering.span(node);
  const leaf: Plan = { kind: 'subquery-input', columns: input.columns, span };
  const counts = elements<Expression>(node.Expressions).map((key) => ({
    name: undefined,
    plan: countsOf(key, leaf, lowering),
  }));
  const rest = node.WithClause;
  const inside = lowering.subquery(leaf);
  const branches = is(rest, 'FacetWithExpressionClause')
    ? [...counts, { name: undefined, plan: inside.plan(rest.Expression!) }]
    : is(rest, 'FacetWithOperatorClause')
      ? [...counts, { name: undefined, plan: inside.plan(rest.Operator!) }]
      : counts;
  return severalResults({ kind: 'fork', input, branches, columns: branches[0].plan.columns, span }, lowering);
}

function countsOf(key: Expression, input: Plan, lowering: Lowering): Plan {
  const expr = lowering.over(input).expr(key);
  const name = expr.kind === 'column' ? expr.name : 'Column1';
  const count = { name: `count_${name}`, type: 'long' } as const;
  const span = lowering.span(key);
  const item = {
    aggregates: [{ aggregate: 'count', args: [], columns: [count], span }],
    items: [{ name: count.name, expr: columnExpr(count, span) }],
  };
  return {
    kind: 'summarize',
    input,
    aggregates: [item],
    by: [{ name, expr }],
    columns: [{ name, type: expr.type }, count],
    span,
  };
}
