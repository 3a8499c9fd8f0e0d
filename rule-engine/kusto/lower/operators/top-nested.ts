import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { Plan, TopNestedLevel, TopNestedPlan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { elements, is } from '../../syntax.ts';
import { summarizeItem } from '../aggregates.ts';
import { coerceNumber } from '../coerce.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';
import { rowCount } from '../row-count.ts';

/** `top-nested N of x by f(y), …`: two result columns a level. */
export function lowerTopNested(
  node: Kusto.Language.Syntax.TopNestedOperator,
  input: Plan,
  lowering: Lowering,
): TopNestedPlan {
  const columns = resultColumns(node, lowering);
  const inside = lowering.over(input);
  const levels = elements<Kusto.Language.Syntax.TopNestedClause>(node.Clauses).map((clause, i) =>
    level(clause, columns.slice(2 * i, 2 * i + 2), inside),
  );
  return { kind: 'top-nested', input, levels, columns, span: lowering.span(node) };
}

function level(
  clause: Kusto.Language.Syntax.TopNestedClause,
  [value, aggregated]: readonly ColumnSchema[],
  lowering: Lowering,
): TopNestedLevel {
  const others = clause.WithOthersClause?.Expression;
  const of = is(clause.OfExpression, 'SimpleNamedExpression') ? clause.OfExpression.Expression! : clause.OfExpression!;
  let by = clause.ByExpression!;
  const ordering = is(by, 'OrderedExpression') ? by.Ordering?.AscOrDescKeyword?.Text : undefined;
  if (is(by, 'OrderedExpression')) by = by.Expression!;
  if (is(by, 'SimpleNamedExpression')) by = by.Expression!;
  const name = others ? coerceNumber(lowering.expr(others), value.type) : undefined;
  if (name !== undefined && name.type !== value.type) {
    throw unsupported(`top-nested that names the others by a ${name.type} among ${value.type} values`, name.span);
  }
  return {
    count: clause.Expression ? rowCount(clause.Expression, lowering) : undefined,
    of: { name: value.name, expr: lowering.expr(of) },
    others: name,
    by: summarizeItem(by, [aggregated], lowering),
    order: ordering === 'asc' ? 'asc' : 'desc',
  };
}
