import type { Span } from '../base/span.ts';
import type { ColumnSchema, ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { CallExpr, ColumnExpr, Expr, LiteralExpr } from './plan.ts';

export function literalExpr(value: Scalar, type: ScalarType, span: Span): LiteralExpr {
  return { kind: 'literal', value, type, span };
}

/** A read of a column. */
export function columnExpr({ name, type }: ColumnSchema, span: Span): ColumnExpr {
  return { kind: 'column', name, type, span };
}

/** `type` is the result's. */
export function callExpr(name: string, args: readonly Expr[], type: ScalarType, span: Span): CallExpr {
  return { kind: 'call', name, args, type, span };
}
