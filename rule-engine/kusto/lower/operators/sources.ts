import { invariant } from '../../../base/assert.ts';
import type { PrintPlan, RangePlan } from '../../../plan/plan.ts';
import { coerceNumber } from '../coerce.ts';
import type { Lowering } from '../lowering.ts';
import { assignments, projected, resultColumns } from '../named-expressions.ts';

/** `print`: of a function of several results, only those that are named; all when none is. */
export function lowerPrint(node: Kusto.Language.Syntax.PrintOperator, lowering: Lowering): PrintPlan {
  const columns = resultColumns(node, lowering);
  const values = assignments(node.Expressions).flatMap((assignment) =>
    projected(assignment, lowering).slice(0, assignment.names?.length),
  );
  invariant(values.length === columns.length, 'an item for each column');
  const items = columns.map((column, i) => ({ name: column.name, expr: values[i] }));
  return { kind: 'print', items, columns, span: lowering.span(node) };
}

/** `range Name from … to … step …`. */
export function lowerRange(node: Kusto.Language.Syntax.RangeOperator, lowering: Lowering): RangePlan {
  const columns = resultColumns(node, lowering);
  const [from, to, step] = [node.From, node.To, node.Step].map((part) => lowering.expr(part!));
  const type = columns[0].type;
  return {
    kind: 'range',
    from: coerceNumber(from, type),
    to: coerceNumber(to, type),
    step: coerceNumber(step, type),
    columns,
    span: lowering.span(node),
  };
}
