import { assertNever } from '../../base/assert.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import { loadFunction } from '../../functions/registry.ts';
import { windowFunction } from '../../operators/window-functions.ts';
import type { CallExpr, ColumnExpr, Expr, ListExpr, LiteralExpr, ToScalarExpr } from '../../plan/plan.ts';
import { identityOf } from '../identity.ts';
import { callOf, negate, truth } from './bind-call.ts';
import { choiceOf } from './bind-choice.ts';
import { flatElements, listOf, tableElements } from './bind-list.ts';
import type { BindScope } from './bind-scope.ts';
import { bindWindowCall } from './bind-window.ts';
import type { Bound } from './bound.ts';
import { constant, joinKey } from './bound-constant.ts';
import { LazyColumn } from './lazy-column.ts';

/** Operators that are the `not` of another one, nulls included. */
const NEGATIONS = new Map<string, string>([
  ['!=', '=='],
  ['!~', '=~'],
  ['!between', 'between'],
  ['isnotempty', 'isempty'],
  ['notempty', 'isempty'],
  ['isnotnull', 'isnull'],
  ['notnull', 'isnull'],
  ...['has', 'hasprefix', 'hassuffix', 'contains', 'startswith', 'endswith'].flatMap((name): [string, string][] => [
    [`!${name}`, name],
    [`!${name}_cs`, `${name}_cs`],
  ]),
]);

const CHOICES = new Set(['iff', 'iif', 'case']);

/** Resolves an expression's names, finds its functions and folds what is constant. Throws QueryError. */
export async function bind(expr: Expr, scope: BindScope): Promise<Bound> {
  switch (expr.kind) {
    case 'literal':
    case 'column':
      return bindLeaf(expr, scope);
    case 'toscalar':
      return bindToScalar(expr, scope);
    case 'list':
      return bindList(expr, scope);
    case 'call':
      return bindCall(expr, scope);
    default:
      return assertNever(expr, 'expression');
  }
}

function bindLeaf(expr: LiteralExpr | ColumnExpr, scope: BindScope): Bound {
  return expr.kind === 'literal' ? constant(expr.value, expr.type, expr) : bindColumn(expr, scope);
}

/** Without waiting for leaves, which most of the elements of a rule's lists are. */
async function bindAll(exprs: readonly Expr[], scope: BindScope): Promise<Bound[]> {
  const bound: Bound[] = [];
  for (let i = 0; i < exprs.length; i++) {
    const expr = exprs[i];
    bound.push(expr.kind === 'literal' || expr.kind === 'column' ? bindLeaf(expr, scope) : await bind(expr, scope));
  }
  return bound;
}

function bindColumn(expr: ColumnExpr, { relation }: BindScope): Bound {
  const index = relation?.schema.findIndex((column) => column.name === expr.name) ?? -1;
  if (relation === undefined || index < 0) {
    throw invalid('unknown-column', `The name '${expr.name}' does not refer to any known column`, expr.span);
  }
  const column = relation.columns[index];
  const { type, name } = expr;
  if (column.kind === 'constant') return { ...constant(column.value, column.type, expr), expr };
  const key = column instanceof LazyColumn ? column.key : `c${identityOf(column)}`;
  return { kind: 'column', type, name, column, key, expr };
}

async function bindToScalar(expr: ToScalarExpr, scope: BindScope): Promise<Bound> {
  const result = await scope.run(expr.plan);
  const { rows, physicalLength, columns } = result;
  const length = rows?.length ?? physicalLength;
  const missing = expr.type === 'string' ? '' : null;
  const value = length === 0 || columns.length === 0 ? missing : columns[0].get(rows === undefined ? 0 : rows[0]);
  return constant(value, expr.type, expr);
}

async function bindCall(expr: CallExpr, scope: BindScope): Promise<Bound> {
  const { name } = expr;
  if (name === 'and' || name === 'or') return bindAndOr(expr, name, scope);
  const window = windowFunction(name);
  if (window !== undefined) return bindWindowCall(expr, window, scope);
  const args = await bindAll(expr.args, scope);
  if (name === 'not') return negate(truth(args[0], scope), expr);
  await loadFunction(name);
  const choice = CHOICES.has(name) ? choiceOf(args, expr, scope) : undefined;
  if (choice !== undefined) return choice;
  const positive = NEGATIONS.get(name);
  if (positive !== undefined) return negate(callOf(positive, args, expr, scope), expr);
  return callOf(name, args, expr, scope);
}

/** A chain of one operator becomes one node with many arguments. */
async function bindAndOr(expr: CallExpr, operator: 'and' | 'or', scope: BindScope): Promise<Bound> {
  const operands: Expr[] = [];
  const pending: Expr[] = [...expr.args].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'call' && next.name === operator) pending.push(...[...next.args].reverse());
    else operands.push(next);
  }
  const args: Bound[] = [];
  for (const operand of operands) args.push(truth(await bind(operand, scope), scope));
  return { kind: 'logic', operator, type: 'bool', args, key: joinKey(operator, args), expr };
}

async function bindList(expr: ListExpr, scope: BindScope): Promise<Bound> {
  const left = await bind(expr.left, scope);
  if ('table' in expr.list) return listOf(expr, left, tableElements(await scope.run(expr.list.table), expr), scope);
  return listOf(expr, left, flatElements(await bindAll(expr.list, scope)), scope);
}
