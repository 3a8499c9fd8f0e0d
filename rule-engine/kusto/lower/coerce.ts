import { callExpr } from '../../plan/make-expr.ts';
import type { Expr } from '../../plan/plan.ts';
import type { ScalarType } from '../../schema/scalar-type.ts';

const CONVERSIONS: Partial<Record<ScalarType, string>> = {
  bool: 'tobool',
  int: 'toint',
  long: 'tolong',
  real: 'toreal',
  decimal: 'todecimal',
  string: 'tostring',
  datetime: 'todatetime',
  timespan: 'totimespan',
  guid: 'toguid',
};

/** As `coerce`, for numbers only: a datetime and its timespan step stay what they are. */
export function coerceNumber(expr: Expr, type: ScalarType): Expr {
  const numeric = /^(int|long|real|decimal)$/;
  return numeric.test(expr.type) && numeric.test(type) ? coerce(expr, type) : expr;
}

/** An expression as a value of `type`, converted where Kusto converts silently: an argument to its parameter's type. */
export function coerce(expr: Expr, type: ScalarType): Expr {
  const conversion = CONVERSIONS[type];
  if (expr.type === type || conversion === undefined) return expr;
  if (expr.kind === 'literal' && expr.value === null) return { ...expr, type };
  return callExpr(conversion, [expr], type, expr.span);
}
