import { unsupported } from '../../diagnostics/diagnostic.ts';
import type { CallSite, Kernel } from '../../functions/function.ts';
import { scalarFunction } from '../../functions/registry.ts';
import type { Expr } from '../../plan/plan.ts';
import type { Scalar } from '../../schema/value.ts';
import type { BindScope } from './bind-scope.ts';
import type { Bound } from './bound.ts';
import { constant, joinKey } from './bound-constant.ts';

/**
 * A call of a function of the registry with bound arguments; a constant when all of them are, but for a condition on a
 * column that has one value in all rows, or none: its literals are counted as those of other conditions are.
 */
export function callOf(name: string, args: readonly Bound[], expr: Expr, scope: Pick<BindScope, 'now'>): Bound {
  const entry = scalarFunction(name);
  if (entry === undefined) throw unsupported(name, expr.span);
  const { type } = expr;
  const site: CallSite = {
    argumentTypes: args.map((arg) => arg.type),
    resultType: type,
    constants: args.map((arg) => (arg.kind === 'constant' ? arg.value : undefined)),
    now: scope.now,
    span: expr.span,
  };
  const kernel = entry.bind(site);
  const propagatesNull = entry.nulls === 'propagate';
  const volatile = entry.volatile === true;
  if (!volatile && args.every((arg) => arg.kind === 'constant') && !isConditionOnColumn(expr, args)) {
    return constant(fold(kernel, site, propagatesNull), type, expr);
  }
  const key = volatile ? undefined : joinKey(`${name}:${type}`, args);
  return { kind: 'call', name, type, args, kernel, propagatesNull, key, expr };
}

function isConditionOnColumn({ type }: Expr, args: readonly Bound[]): boolean {
  return type === 'bool' && args.some(({ expr }) => expr.kind === 'column');
}

function fold(kernel: Kernel, site: CallSite, propagatesNull: boolean): Scalar {
  const values = site.constants.map((value) => value ?? null);
  if (propagatesNull && values.includes(null)) return site.resultType === 'string' ? '' : null;
  return kernel(values);
}

/** The `not` of a bound truth value. */
export function negate(operand: Bound, expr: Expr): Bound {
  if (operand.kind === 'constant') return constant(operand.value === null ? null : !operand.value, 'bool', expr);
  return { kind: 'logic', operator: 'not', type: 'bool', args: [operand], key: joinKey('not', [operand]), expr };
}

/** A bound expression as a condition: what is no bool is converted as `tobool` does. */
export function truth(bound: Bound, scope: Pick<BindScope, 'now'>): Bound {
  if (bound.type === 'bool') return bound;
  const expr: Expr = { kind: 'call', name: 'tobool', args: [bound.expr], type: 'bool', span: bound.expr.span };
  return callOf('tobool', [bound], expr, scope);
}
