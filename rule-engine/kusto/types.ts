import type { ColumnSchema, ScalarType } from '../schema/scalar-type.ts';
import { className, items } from './load.ts';

type TypeSymbol = Kusto.Language.Symbols.TypeSymbol;

const SCALAR_TYPES: ReadonlySet<string> = new Set<ScalarType>([
  'bool',
  'int',
  'long',
  'real',
  'decimal',
  'string',
  'datetime',
  'timespan',
  'guid',
  'dynamic',
]);

/** The Kusto type of a bound expression. What the binder can't know before the run is `dynamic`, as in Kusto. */
export function scalarTypeOf(type: TypeSymbol | null | undefined): ScalarType {
  const name = type?.Name ?? 'dynamic';
  return SCALAR_TYPES.has(name) ? (name as ScalarType) : 'dynamic';
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
