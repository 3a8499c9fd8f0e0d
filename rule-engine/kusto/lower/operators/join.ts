import { invalid, unsupported } from '../../../diagnostics/diagnostic.ts';
import { columnExpr } from '../../../plan/make-expr.ts';
import type { Expr, JoinKind, JoinPlan, Plan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { type Expression, elements, is, parametersOf, textOf, withoutParentheses } from '../../syntax.ts';
import { columnSymbols, isAssumed, isOpen } from '../../types.ts';
import { coerce } from '../coerce.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';
import { refuseDynamic } from '../refusals.ts';

const KINDS: Readonly<Record<string, JoinKind>> = {
  innerunique: 'innerunique',
  inner: 'inner',
  leftouter: 'leftouter',
  rightouter: 'rightouter',
  fullouter: 'fullouter',
  leftsemi: 'leftsemi',
  rightsemi: 'rightsemi',
  leftanti: 'leftanti',
  anti: 'leftanti',
  leftantisemi: 'leftanti',
  rightanti: 'rightanti',
  rightantisemi: 'rightanti',
};

type Condition = JoinPlan['on'][number];
type TypeSymbol = Kusto.Language.Symbols.TypeSymbol | null | undefined;

/** `join` and `lookup`. */
export function lowerJoin(
  node: Kusto.Language.Syntax.JoinOperator | Kusto.Language.Syntax.LookupOperator,
  left: Plan,
  lowering: Lowering,
): JoinPlan {
  const right = lowering.plan(node.Expression!);
  const operator = is(node, 'LookupOperator') ? 'lookup' : 'join';
  const clause = is(node, 'LookupOperator')
    ? node.LookupClause
    : (node as Kusto.Language.Syntax.JoinOperator).ConditionClause;
  if (!is(clause, 'JoinOnClause')) throw unsupported('A join without on', lowering.span(node));
  const on = elements<Expression>(clause.Expressions).flatMap((condition) =>
    conditions(condition, left, right, lowering),
  );
  const keys = on.map((condition) => typedKeys(condition, inputOf(node)?.ResultType, node.Expression!.ResultType));
  for (const { left: ofLeft, right: ofRight } of keys) {
    for (const key of [ofLeft, ofRight]) refuseDynamic(key, `A key of ${operator}`);
  }
  const join = joinKind(node, operator, lowering);
  const output = outputOf(operator, join, left, right, on);
  const bound = resultColumns(node, lowering);
  const columns = isOpen(node.ResultType) ? namedApart(output, left, right) : bound;
  if (output.length !== columns.length) throw unsupported('This form of join', lowering.span(node));
  return { kind: 'join', operator, join, left, right, on: keys, output, columns, span: lowering.span(node) };
}

function joinKind(
  node: Kusto.Language.Syntax.JoinOperator | Kusto.Language.Syntax.LookupOperator,
  operator: JoinPlan['operator'],
  lowering: Lowering,
): JoinKind {
  const written = parametersOf(node.Parameters).get('kind');
  if (written === undefined) return operator === 'lookup' ? 'leftouter' : 'innerunique';
  const kind = KINDS[textOf(written).toLowerCase()];
  if (kind === undefined) throw unsupported(`${operator} kind=${textOf(written)}`, lowering.span(written));
  return kind;
}

function conditions(node: Expression, left: Plan, right: Plan, lowering: Lowering): Condition[] {
  const condition = withoutParentheses(node);
  const span = lowering.span(condition);
  if (is(condition, 'NameReference')) {
    const name = condition.SimpleName ?? '';
    return [{ left: columnOf(left, name, span), right: columnOf(right, name, span) }];
  }
  if (is(condition, 'BinaryExpression')) {
    const sides = [condition.Left!, condition.Right!];
    if (condition.Operator?.Text === 'and') return sides.flatMap((side) => conditions(side, left, right, lowering));
    if (condition.Operator?.Text === '==') {
      const [leftFirst, rightFirst] = sides.map((side) => /^\$left\b/.test(textOf(withoutParentheses(side))));
      if (leftFirst !== rightFirst) {
        const [ofLeft, ofRight] = leftFirst ? sides : [sides[1], sides[0]];
        return [{ left: lowering.over(left).expr(ofLeft), right: lowering.over(right).expr(ofRight) }];
      }
    }
  }
  throw invalid('join-condition', 'A join compares columns of both sides: on Key, or on $left.A == $right.B', span);
}

/** What the operator is piped from. */
function inputOf(node: Kusto.Language.Syntax.QueryOperator): Expression | null {
  return is(node.Parent, 'PipeExpression') ? node.Parent.Expression : null;
}

/**
 * The keys of a condition, where one has no type because only rows that aren't there could tell its column's: it is read as
 * the other's type, as text when neither has one. So a rule that joins a watchlist of another workspace is no error here.
 */
function typedKeys({ left, right }: Condition, leftType: TypeSymbol, rightType: TypeSymbol): Condition {
  const [leftAssumed, rightAssumed] = [isAssumedKey(left, leftType), isAssumedKey(right, rightType)];
  return {
    left: leftAssumed ? coerce(left, rightAssumed ? 'string' : right.type) : left,
    right: rightAssumed ? coerce(right, leftAssumed ? 'string' : left.type) : right,
  };
}

/** What both sides are joined by under one name may be known of the other side only. */
function isAssumedKey(key: Expr, type: TypeSymbol): boolean {
  if (key.kind !== 'column') return false;
  const column = columnSymbols(type).find(({ Name }) => Name === key.name);
  return column === undefined ? isOpen(type) : isAssumed(column);
}

function columnOf(plan: Plan, name: string, span: JoinPlan['span']): Expr {
  const column = plan.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw invalid('join-condition', `Both sides need a column '${name}'`, span);
  return columnExpr({ name, type: column.type }, span);
}

/** The result's columns as Kusto names them: what both sides have gets a number on the right. */
function namedApart(output: JoinPlan['output'], left: Plan, right: Plan): ColumnSchema[] {
  const taken = new Set<string>();
  return output.map(({ side, index }) => {
    const column = (side === 'left' ? left : right).columns[index];
    let { name } = column;
    for (let number = 1; taken.has(name); number++) name = `${column.name}${number}`;
    taken.add(name);
    return { name, type: column.type };
  });
}

function outputOf(
  operator: JoinPlan['operator'],
  join: JoinKind,
  left: Plan,
  right: Plan,
  on: readonly Condition[],
): JoinPlan['output'] {
  const ofLeft = left.columns.map((_, index) => ({ side: 'left', index }) as const);
  const ofRight = right.columns.map((_, index) => ({ side: 'right', index }) as const);
  if (join === 'leftsemi' || join === 'leftanti') return ofLeft;
  if (join === 'rightsemi' || join === 'rightanti') return ofRight;
  if (operator === 'join') return [...ofLeft, ...ofRight];
  const keys = new Set(on.map(({ right: key }) => (key.kind === 'column' ? key.name : '')));
  return [...ofLeft, ...ofRight.filter(({ index }) => !keys.has(right.columns[index].name))];
}
