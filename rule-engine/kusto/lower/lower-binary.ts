import { unsupported } from '../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr } from '../../plan/make-expr.ts';
import type { Expr } from '../../plan/plan.ts';
import { is } from '../syntax.ts';
import { scalarTypeOf } from '../types.ts';
import type { Lowering } from './lowering.ts';
import { refuseInvalidCall } from './refusals.ts';

/** Older spellings of operators. */
const SPELLINGS: Readonly<Record<string, string>> = {
  '<>': '!=',
  notcontains: '!contains',
  notcontains_cs: '!contains_cs',
  notlike: '!like',
  notlikecs: '!likecs',
};

/** An operator between two values. `* has "x"` asks every column in sight. */
export function lowerBinary(node: Kusto.Language.Syntax.BinaryExpression, lowering: Lowering): Expr {
  const spelling = node.Operator?.Text?.replace(/\s+/g, ' ') ?? '';
  const name = SPELLINGS[spelling] ?? spelling;
  const span = lowering.span(node);
  if (is(node.Left, 'StarExpression')) return anyColumn(name, lowering.expr(node.Right!), lowering, node);
  const call = callExpr(name, [lowering.expr(node.Left!), lowering.expr(node.Right!)], 'bool', span);
  refuseInvalidCall(call);
  return { ...call, type: scalarTypeOf(node.ResultType) };
}

function anyColumn(name: string, right: Expr, lowering: Lowering, node: Kusto.Language.Syntax.BinaryExpression): Expr {
  const span = lowering.span(node);
  const tests = lowering.columns.map((column): Expr => {
    const read = columnExpr(column, lowering.span(node.Left!));
    const text: Expr = column.type === 'string' ? read : callExpr('tostring', [read], 'string', read.span);
    return callExpr(name, [text, right], 'bool', span);
  });
  if (tests.length === 0) throw unsupported(`'* ${name}' where no columns are in sight`, span);
  return tests.reduce((left, test) => callExpr('or', [left, test], 'bool', span));
}
