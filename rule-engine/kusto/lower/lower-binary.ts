import { unsupported } from '../../diagnostics/diagnostic.ts';
import type { CallExpr, Expr } from '../../plan/plan.ts';
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
  const call: CallExpr = {
    kind: 'call',
    name,
    args: [lowering.expr(node.Left!), lowering.expr(node.Right!)],
    type: 'bool',
    span,
  };
  refuseInvalidCall(call);
  return { ...call, type: scalarTypeOf(node.ResultType) };
}

function anyColumn(name: string, right: Expr, lowering: Lowering, node: Kusto.Language.Syntax.BinaryExpression): Expr {
  const span = lowering.span(node);
  const tests = lowering.columns.map((column): Expr => {
    const read: Expr = { kind: 'column', name: column.name, type: column.type, span: lowering.span(node.Left!) };
    const text: Expr =
      column.type === 'string'
        ? read
        : { kind: 'call', name: 'tostring', args: [read], type: 'string', span: read.span };
    return { kind: 'call', name, args: [text, right], type: 'bool', span };
  });
  if (tests.length === 0) throw unsupported(`'* ${name}' where no columns are in sight`, span);
  return tests.reduce((left, test) => ({ kind: 'call', name: 'or', args: [left, test], type: 'bool', span }));
}
