import type { Plan, UnionPlan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import {
  className,
  type Expression,
  elements,
  is,
  items,
  parametersOf,
  textOf,
  withoutParentheses,
} from '../../syntax.ts';
import { columnsOf } from '../../types.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';

interface Input {
  readonly plan: Plan;
  readonly source: string;
}

/** `union`, after a pipe or at the start. */
export function lowerUnion(
  node: Kusto.Language.Syntax.UnionOperator,
  input: Plan | undefined,
  lowering: Lowering,
): UnionPlan {
  const first = input === undefined ? [] : [{ plan: input, name: tableName(input) }];
  const others = elements<Expression>(node.Expressions).flatMap((operand) => unionOperands(operand, lowering));
  const inputs = [...first, ...others].map(({ plan, name }, i): Input => ({ plan, source: name ?? `union_arg${i}` }));
  const withSource =
    parametersOf(node.Parameters).get('withsource') ?? parametersOf(node.Parameters).get('with_source');
  return unionOf(inputs, resultColumns(node, lowering), withSource && textOf(withSource), lowering.span(node));
}

/** A union whose result's columns are known. A column of two types is two columns: `x_long`, `x_string`. */
export function unionOf(
  inputs: readonly Input[],
  columns: readonly ColumnSchema[],
  withSource: string | undefined,
  span: UnionPlan['span'],
): UnionPlan {
  const mapping = columns.map((column, i) =>
    inputs.map(({ plan }) => (i === 0 && withSource !== undefined ? -1 : indexOfColumn(plan, column))),
  );
  return { kind: 'union', inputs, mapping, withSource, columns, span };
}

function indexOfColumn(plan: Plan, column: ColumnSchema): number {
  const same = plan.columns.findIndex(({ name, type }) => name === column.name && type === column.type);
  if (same >= 0) return same;
  return plan.columns.findIndex(({ name, type }) => `${name}_${type}` === column.name && type === column.type);
}

/** The tables of an operand: several for a wildcard, none for a name that `isfuzzy` forgives. */
export function unionOperands(node: Expression, lowering: Lowering): { plan: Plan; name: string | undefined }[] {
  const operand = withoutParentheses(node);
  const symbol = is(operand, 'NameReference') ? operand.ReferencedSymbol : undefined;
  if (symbol === null) return [];
  if (symbol !== undefined && className(symbol) === 'GroupSymbol') {
    return items((symbol as Kusto.Language.Symbols.GroupSymbol).Members).map((member) => {
      const columns = columnsOf(member as Kusto.Language.Symbols.TypeSymbol) ?? [];
      const name = member.Name ?? '';
      return { plan: { kind: 'table', name, columns, span: lowering.span(operand) }, name };
    });
  }
  const plan = lowering.plan(operand);
  const isView = symbol !== undefined && className(symbol) === 'FunctionSymbol';
  return [{ plan, name: isView ? (symbol.Name ?? undefined) : tableName(plan) }];
}

function tableName(plan: Plan): string | undefined {
  return plan.kind === 'table' ? plan.name : undefined;
}
