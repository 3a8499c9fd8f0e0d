import { invalid } from '../../../diagnostics/diagnostic.ts';
import type { PartitionPlan, Plan } from '../../../plan/plan.ts';
import { type Expression, is, parametersOf, textOf } from '../../syntax.ts';
import { isTabular } from '../../types.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';

type PartitionOperator = Kusto.Language.Syntax.PartitionOperator;

/** `partition by x (…)` and `partition by x {…}`. */
export function lowerPartition(node: PartitionOperator, input: Plan, lowering: Lowering): PartitionPlan {
  if (is(node.Operand, 'PartitionQuery')) return lowerWithSource(node, node.Operand.Query!, input, lowering);
  const span = lowering.span(node);
  const inside = lowering.subquery({ kind: 'subquery-input', columns: input.columns, span });
  return {
    kind: 'partition',
    input,
    by: lowering.over(input).expr(node.ByExpression!),
    subquery: inside.plan((node.Operand as Kusto.Language.Syntax.PartitionSubquery).Subquery!),
    columns: resultColumns(node, lowering),
    legacy: isLegacy(node),
    span,
  };
}

/** The query in the braces has a source of its own: of the partition it sees the key's value alone. */
function lowerWithSource(node: PartitionOperator, query: Expression, input: Plan, lowering: Lowering): PartitionPlan {
  refuseShuffle(node, lowering);
  if (!isTabular(query.ResultType)) {
    throw invalid('partition-result', 'The query in the braces must give one table', lowering.span(query));
  }
  const by = lowering.over(input).expr(node.ByExpression!);
  const id = lowering.nextId();
  const symbol = node.ByExpression!.ReferencedSymbol!;
  const column = { name: symbol.Name ?? '', type: by.type };
  const subquery = lowering.inPartition({ symbol, column, partition: id }).plan(query);
  const columns = resultColumns(node, lowering);
  return { kind: 'partition', input, by, subquery, id, columns, legacy: true, span: lowering.span(node) };
}

function isLegacy(node: PartitionOperator): boolean {
  const parameters = parametersOf(node.Parameters);
  const strategy = parameters.get('hint.strategy');
  if (parameters.has('hint.shufflekey')) return false;
  return strategy === undefined || textOf(strategy) === 'legacy';
}

/** The documentation allows the legacy strategy alone, and has an example with `native`. */
function refuseShuffle(node: PartitionOperator, lowering: Lowering): void {
  const parameters = parametersOf(node.Parameters);
  const strategy = parameters.get('hint.strategy');
  const other = parameters.get('hint.shufflekey') ?? strategy;
  if (other === undefined || (other === strategy && ['legacy', 'native'].includes(textOf(other)))) return;
  const message = 'A query in braces has a source of its own, which hint.strategy=legacy allows';
  throw invalid('partition-strategy', message, lowering.span(other));
}
