import type { Plan, SharedPlan } from '../../../plan/plan.ts';
import type { Lowering } from '../lowering.ts';

/** `as Name`: what follows in the query may read the table by that name. */
export function lowerAs(node: Kusto.Language.Syntax.AsOperator, input: Plan, lowering: Lowering): Plan {
  const shared: SharedPlan = {
    kind: 'shared',
    id: lowering.nextId(),
    input,
    columns: input.columns,
    span: lowering.span(node),
  };
  lowering.query.named.set(node.Name?.SimpleName ?? '', shared);
  return shared;
}

/** `materialize(…)`. */
export function lowerMaterialize(node: Kusto.Language.Syntax.MaterializeExpression, lowering: Lowering): Plan {
  const input = lowering.plan(node.Expression!);
  if (input.kind === 'shared') return input;
  return { kind: 'shared', id: lowering.nextId(), input, columns: input.columns, span: lowering.span(node) };
}
