import { invalid, unsupported } from '../../diagnostics/diagnostic.ts';
import type { Expr, NamedExpr } from '../../plan/expr.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import { className, type Expression, elements, is } from '../syntax.ts';
import { columnSymbols, columnsOf } from '../types.ts';
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
export function resultColumns(node: Expression, lowering: Lowering): ColumnSchema[] {
  const columns = columnsOf(node.ResultType);
  if (columns === undefined) throw invalid('not-a-table', 'This is not a table', lowering.span(node));
  return columns;
}

/** The values that a compound assignment `(a, b) = f(x)` takes from a dynamic array, by position. */
export function destructure(names: readonly string[], value: Expr): NamedExpr[] {
  if (names.length === 1) return [{ name: names[0], expr: value }];
  if (value.type !== 'dynamic') throw unsupported('Several names for one value', value.span);
  return names.map((name, i) => ({
    name,
    expr: {
      kind: 'call',
      name: '[]',
      args: [value, { kind: 'literal', type: 'long', span: value.span, value: BigInt(i) }],
      type: 'dynamic',
      span: value.span,
    },
  }));
}

/** The number of columns that one item makes: `arg_max(x, *)`, `percentiles(x, 5, 95)` make several. */
export function width(node: Expression): number {
  const type = node.RawResultType;
  if (type === null || className(type) !== 'TupleSymbol') return 1;
  return columnSymbols(type).length;
}
