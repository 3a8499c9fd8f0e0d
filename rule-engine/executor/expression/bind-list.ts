import { flattenList } from '../../functions/list-membership.ts';
import { valueText } from '../../functions/value-text.ts';
import { type Relation, rowsOf } from '../../operators/relation.ts';
import type { Expr, ListExpr } from '../../plan/plan.ts';
import { scalarKey } from '../../schema/scalar-key.ts';
import type { Scalar } from '../../schema/value.ts';
import { callOf, negate } from './bind-call.ts';
import type { BindScope } from './bind-scope.ts';
import type { Bound, BoundList } from './bound.ts';
import { constant, joinKey } from './bound-constant.ts';
import { arrayTest, membership } from './list-kernels.ts';

type PositiveOperator = 'in' | 'in~' | 'has_any' | 'has_all';

/** The test of one element, by operator. */
const TESTS = { in: '==', 'in~': '=~', has_any: 'has', has_all: 'has' } as const;

/** A list operator as a test for each element of its list. */
export function listOf(expr: ListExpr, left: Bound, elements: readonly Bound[], scope: BindScope): Bound {
  const negated = expr.operator.startsWith('!');
  const operator = (negated ? expr.operator.slice(1) : expr.operator) as PositiveOperator;
  const set = membership(operator, left, elements, expr);
  const tests: Bound[] = [];
  elements.forEach((element) => {
    const test = elementTest(operator, left, element, scope);
    if (test !== undefined) tests.push(test);
  });
  const quantifier = operator === 'has_all' ? 'all' : 'any';
  const list: BoundList = { kind: 'list', type: 'bool', quantifier, tests, set, key: joinKey(quantifier, tests), expr };
  return negated ? negate(list, expr) : list;
}

/** The test of one element; undefined when the element has no say (a null in `has_all`). */
function elementTest(operator: PositiveOperator, left: Bound, element: Bound, scope: BindScope): Bound | undefined {
  const isNull = element.kind === 'constant' && element.value === null;
  if (isNull && operator === 'has_all') return undefined;
  if (isNull && operator === 'has_any') return constant(true, 'bool', element.expr);
  // Null is compared as `in` compares it, also where case is folded: text operators take it for empty text.
  const name = isNull ? '==' : TESTS[operator];
  const expr: Expr = { kind: 'call', name, args: [left.expr, element.expr], type: 'bool', span: element.expr.span };
  if (element.kind !== 'constant' && element.type === 'dynamic') return arrayTest(name, left, element, expr, scope);
  const textual = operator !== 'in' || left.type === 'string';
  return callOf(name, [left, textual ? asText(element) : element], expr, scope);
}

/** A constant needle as text: the number 42 is looked for as "42". */
function asText(element: Bound): Bound {
  if (element.kind !== 'constant' || element.type === 'string' || element.value === null) return element;
  return constant(valueText(element.value, element.type), 'string', element.expr);
}

/** The elements of a list, of which a constant array stands for its own. */
export function flatElements(elements: readonly Bound[]): readonly Bound[] {
  if (!elements.some(({ kind, type }) => kind === 'constant' && type === 'dynamic')) return elements;
  return elements.flatMap((element) => {
    if (element.kind !== 'constant' || element.type !== 'dynamic') return [element];
    return flattenList([element]).map(({ value, type }) => constant(value, type, element.expr));
  });
}

/** The distinct values of a table's first column. */
export function tableElements(relation: Relation, expr: Expr): readonly Bound[] {
  const [column] = relation.columns;
  const distinct = new Map<unknown, Scalar>();
  for (const row of rowsOf(relation)) {
    const value = column.get(row);
    distinct.set(scalarKey(value), value);
  }
  return flatElements([...distinct.values()].map((value) => constant(value, column.type, expr)));
}
