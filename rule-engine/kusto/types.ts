import { type ColumnSchema, isScalarType, type ScalarType } from '../schema/scalar-type.ts';
import { className, items, language } from './load.ts';

type TypeSymbol = Kusto.Language.Symbols.TypeSymbol;

/** The Kusto type of a bound expression. What the binder can't know before the run is `dynamic`, as in Kusto. */
export function scalarTypeOf(type: TypeSymbol | null | undefined): ScalarType {
  const name = type?.Name ?? 'dynamic';
  return isScalarType(name) ? name : 'dynamic';
}

type LiteralExpression = Kusto.Language.Syntax.LiteralExpression;

/**
 * The type of a literal. By its kind: the binder leaves some unbound (the defaults in `scan declare (…)`) and calls
 * a term of `search` a bool.
 */
export function literalTypeOf(node: LiteralExpression): ScalarType {
  const kinds = language.Syntax.SyntaxKind;
  const byKind: ReadonlyMap<number, ScalarType> = new Map([
    [kinds.BooleanLiteralExpression, 'bool'],
    [kinds.IntLiteralExpression, 'int'],
    [kinds.LongLiteralExpression, 'long'],
    [kinds.RealLiteralExpression, 'real'],
    [kinds.DecimalLiteralExpression, 'decimal'],
    [kinds.DateTimeLiteralExpression, 'datetime'],
    [kinds.TimespanLiteralExpression, 'timespan'],
    [kinds.GuidLiteralExpression, 'guid'],
    [kinds.StringLiteralExpression, 'string'],
  ]);
  return byKind.get(node.Kind) ?? scalarTypeOf(node.ResultType);
}

/** The columns of a tabular type, in order; undefined when the type is scalar. */
export function columnsOf(type: TypeSymbol | null | undefined): ColumnSchema[] | undefined {
  if (!isTabular(type)) return undefined;
  return columnSymbols(type).map((column) => ({
    name: column.Name ?? '',
    type: scalarTypeOf(column.Type),
  }));
}

/** Microsoft's own columns of a table or tuple: they know the expression that they come from. */
export function columnSymbols(type: TypeSymbol | null | undefined): Kusto.Language.Symbols.ColumnSymbol[] {
  return items((type as Kusto.Language.Symbols.TableSymbol | null | undefined)?.Columns);
}

/** True for tables and what else flows through a pipe. */
export function isTabular(type: TypeSymbol | null | undefined): boolean {
  return type !== null && type !== undefined && className(type) === 'TableSymbol';
}
