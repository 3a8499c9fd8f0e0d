import { NOWHERE } from '../../base/span.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import { callExpr, literalExpr } from '../../plan/make-expr.ts';
import type { Expr, Plan } from '../../plan/plan.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import { className, type Expression, elements, is } from '../syntax.ts';
import { columnSymbols, columnsOf, isOpen, scalarTypeOf } from '../types.ts';
import type { Lowering } from './lowering.ts';

/** What an operator's list of expressions (`x`, `y = a + b`, `(p, q) = f(x)`, `*`) makes. */
export interface Assignment {
  /** The names as written; undefined where Kusto names the column itself. */
  readonly names: readonly string[] | undefined;
  /** Undefined for `*`. */
  readonly node: Expression | undefined;
}

/** Splits an operator's expressions into names and values. */
export function assignments(list: Parameters<typeof elements<Expression>>[0]): Assignment[] {
  return elements<Expression>(list).map((node) => {
    if (is(node, 'SimpleNamedExpression')) return { names: [node.Name?.SimpleName ?? ''], node: node.Expression! };
    if (is(node, 'CompoundNamedExpression')) {
      const names = elements(node.Names?.Names ?? null).map((name) => name.SimpleName ?? '');
      return { names, node: node.Expression! };
    }
    if (is(node, 'StarExpression')) return { names: undefined, node: undefined };
    return { names: undefined, node };
  });
}

/** The columns of an operator's result, as the binder found them. */
export function resultColumns(node: Expression, lowering: Lowering): readonly ColumnSchema[] {
  const columns = columnsOf(node.ResultType);
  if (columns === undefined) throw invalid('not-a-table', 'This is not a table', lowering.span(node));
  return columns;
}

/** As `resultColumns`, and what the input has besides: the binder knows some columns only of what is open. */
export function columnsKept(node: Expression, input: Plan, lowering: Lowering): readonly ColumnSchema[] {
  const bound = resultColumns(node, lowering);
  if (!isOpen(node.ResultType)) return bound;
  return [...bound, ...input.columns.filter(({ name }) => !bound.some((column) => column.name === name))];
}

/** The values of one item, a column each. A function of several results gives an array, read by position. */
export function projected({ node }: Assignment, lowering: Lowering): Expr[] {
  if (node === undefined) throw invalid('star', "'*' does not stand for values here", NOWHERE);
  const value = lowering.expr(node);
  const results = tupleColumns(node);
  if (results === undefined || results.length === 1) return [value];
  return results.map((column, i) =>
    callExpr('[]', [value, literalExpr(BigInt(i), 'long', value.span)], column.type, value.span),
  );
}

/** The columns of a function that gives several (`series_fit_line`), under its own names; undefined for the others. */
export function tupleColumns(node: Expression): ColumnSchema[] | undefined {
  const type = node.RawResultType;
  if (type === null || className(type) !== 'TupleSymbol') return undefined;
  const prefix = (node.ReferencedSymbol as Kusto.Language.Symbols.FunctionSymbol | null)?.ResultNamePrefix;
  return columnSymbols(type).map((column) => ({
    name: prefix ? `${prefix}_${column.Name}` : (column.Name ?? ''),
    type: scalarTypeOf(column.Type),
  }));
}
