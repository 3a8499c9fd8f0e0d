import type { ColumnExpr, Expr } from '../../plan/plan.ts';

/** The expression with other expressions for the columns for which `replacement` gives one. */
export function withColumnsReplaced(expr: Expr, replacement: (column: ColumnExpr) => Expr | undefined): Expr {
  const replaced = (inner: Expr): Expr => withColumnsReplaced(inner, replacement);
  switch (expr.kind) {
    case 'column':
      return replacement(expr) ?? expr;
    case 'call':
      return { ...expr, args: expr.args.map(replaced) };
    case 'list':
      return {
        ...expr,
        left: replaced(expr.left),
        list: 'table' in expr.list ? expr.list : expr.list.map(replaced),
      };
    default:
      return expr;
  }
}
