import { unsupported } from '../../diagnostics/diagnostic.ts';
import type { Kernel } from '../../functions/function.ts';
import { bindList, type ListElement } from '../../functions/list-membership.ts';
import { scalarFunction } from '../../functions/registry.ts';
import type { Expr, ListExpr } from '../../plan/plan.ts';
import type { BindScope } from './bind-scope.ts';
import type { Bound, BoundCall } from './bound.ts';
import { joinKey } from './bound-constant.ts';

/** From this many elements on, `in` looks its left side up in a set. */
const LEAST_SET = 16;

/** `left in (constants)` as one lookup where the constants are many; undefined otherwise. */
export function membership(
  operator: ListExpr['operator'],
  left: Bound,
  elements: readonly Bound[],
  expr: Expr,
): BoundCall | undefined {
  if ((operator !== 'in' && operator !== 'in~') || elements.length < LEAST_SET) return undefined;
  const constants: ListElement[] = [];
  for (const element of elements) {
    if (element.kind !== 'constant') return undefined;
    constants.push(element);
  }
  const isMember = bindList(operator, left.type, constants);
  const key = joinKey(operator, [left, ...elements]);
  const kernel: Kernel = ([value]) => isMember(value);
  return { kind: 'call', name: operator, type: 'bool', args: [left], kernel, propagatesNull: false, key, expr };
}

/** The test of an element that is only known row by row and may be an array: true when one of its elements passes. */
export function arrayTest(name: string, left: Bound, element: Bound, expr: Expr, scope: BindScope): BoundCall {
  const entry = scalarFunction(name);
  if (entry === undefined) throw unsupported(name, expr.span);
  const test = entry.bind({
    argumentTypes: [left.type, 'dynamic'],
    resultType: 'bool',
    constants: [undefined, undefined],
    now: scope.now,
    span: expr.span,
  });
  const kernel: Kernel = ([value, list]) =>
    Array.isArray(list) ? list.some((item) => test([value, item]) === true) : test([value, list]);
  const args = [left, element];
  return {
    kind: 'call',
    name,
    type: 'bool',
    args,
    kernel,
    propagatesNull: false,
    key: joinKey(`array ${name}`, args),
    expr,
  };
}
