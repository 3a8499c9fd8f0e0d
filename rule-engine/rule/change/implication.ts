import type { Expr } from '../../plan/plan.ts';
import { printExpr } from '../../plan/print.ts';

/**
 * True where a row for which `a` is true is one for which `b` is, whatever the events. False says nothing: the conditions
 * are compared by their parts, not by what strings can be.
 */
export function implies(a: Expr, b: Expr): boolean {
  return follows(a, b, true);
}

/** True where `a` being `truth` makes `b` be `truth` too. `null` is neither. */
function follows(a: Expr, b: Expr, truth: boolean): boolean {
  if (printExpr(a) === printExpr(b)) return true;
  const [notA, notB] = [negated(a), negated(b)];
  if (notA !== undefined && notB !== undefined) return follows(notA, notB, !truth);
  // What all parts must be, and what one part is enough for: of an `and` that is true, of an `or` that is false.
  const every = truth ? 'and' : 'or';
  const some = truth ? 'or' : 'and';
  const wholeB = partsOf(b, every);
  if (wholeB !== undefined) return wholeB.every((part) => follows(a, part, truth));
  const wholeA = partsOf(a, some);
  if (wholeA !== undefined) return wholeA.every((part) => follows(part, b, truth));
  if (partsOf(a, every)?.some((part) => follows(part, b, truth))) return true;
  if (partsOf(b, some)?.some((part) => follows(a, part, truth))) return true;
  return listFollows(a, b, truth);
}

function partsOf(expr: Expr, name: 'and' | 'or'): readonly Expr[] | undefined {
  return expr.kind === 'call' && expr.name === name ? expr.args : undefined;
}

function negated(expr: Expr): Expr | undefined {
  return expr.kind === 'call' && expr.name === 'not' ? expr.args[0] : undefined;
}

function listFollows(a: Expr, b: Expr, truth: boolean): boolean {
  const [own, other] = [listOf(a), listOf(b)];
  if (own === undefined || other === undefined) return false;
  if (own.operator !== other.operator || own.left !== other.left) return false;
  const isAny = own.operator === 'in' || own.operator === 'in~' || own.operator === 'has_any';
  return isAny === truth ? isWithin(own.elements, other.elements) : isWithin(other.elements, own.elements);
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((element) => all.includes(element));
}

interface ListTest {
  readonly operator: string;
  readonly left: string;
  readonly elements: readonly string[];
}

/** The list test that a test of one value is. */
const listOperators: Readonly<Record<string, string>> = {
  '==': 'in',
  '=~': 'in~',
  '!=': '!in',
  '!~': '!in~',
  has: 'has_any',
};

function listOf(expr: Expr): ListTest | undefined {
  if (expr.kind === 'list' && !('table' in expr.list)) {
    return { operator: expr.operator, left: printExpr(expr.left), elements: expr.list.map(printExpr) };
  }
  if (expr.kind !== 'call' || !Object.hasOwn(listOperators, expr.name)) return undefined;
  const [left, right] = expr.args;
  if (right?.kind !== 'literal' || right.type !== 'string') return undefined;
  return { operator: listOperators[expr.name], left: printExpr(left), elements: [printExpr(right)] };
}
