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

const columnsOfTypes = new WeakMap<TypeSymbol, readonly ColumnSchema[]>();
const schemasOfColumns = new WeakMap<Kusto.Language.Symbols.ColumnSymbol, ColumnSchema>();

/**
 * The columns of a tabular type, in order; undefined when the type is scalar. A column that flows through several steps is
 * one object in all of them, so that a plan of many steps over a wide table is small when it is sent or kept.
 */
export function columnsOf(type: TypeSymbol | null | undefined): readonly ColumnSchema[] | undefined {
  if (!isTabular(type)) return undefined;
  let columns = columnsOfTypes.get(type!);
  if (columns === undefined) {
    columns = columnSymbols(type).map(schemaOf);
    columnsOfTypes.set(type!, columns);
  }
  return columns;
}

function schemaOf(column: Kusto.Language.Symbols.ColumnSymbol): ColumnSchema {
  let schema = schemasOfColumns.get(column);
  if (schema === undefined) {
    schema = { name: column.Name ?? '', type: scalarTypeOf(column.Type) };
    schemasOfColumns.set(column, schema);
  }
  return schema;
}

/** Microsoft's own columns of a table or tuple: they know the expression that they come from. */
export function columnSymbols(type: TypeSymbol | null | undefined): Kusto.Language.Symbols.ColumnSymbol[] {
  return items((type as Kusto.Language.Symbols.TableSymbol | null | undefined)?.Columns);
}

/** True for a column that the binder took for granted, with no type: of a table whose columns only its rows could tell. */
export function isAssumed(column: Kusto.Language.Symbols.ColumnSymbol | null | undefined): boolean {
  return column?.Type?.Name === 'unknown';
}

/** True for a table whose columns depend on rows that are not there: the binder knows some of them only. */
export function isOpen(type: TypeSymbol | null | undefined): boolean {
  return isTabular(type) && (type as Kusto.Language.Symbols.TableSymbol).IsOpen;
}

/** True for tables and what else flows through a pipe. */
export function isTabular(type: TypeSymbol | null | undefined): boolean {
  return type !== null && type !== undefined && className(type) === 'TableSymbol';
}
