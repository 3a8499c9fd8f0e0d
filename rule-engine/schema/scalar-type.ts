/**
 * The ten scalar types of the Kusto language.
 * @see https://learn.microsoft.com/kusto/query/scalar-data-types/
 */
export type ScalarType =
  | 'bool'
  | 'int'
  | 'long'
  | 'real'
  | 'decimal'
  | 'string'
  | 'datetime'
  | 'timespan'
  | 'guid'
  | 'dynamic';

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

export function isScalarType(name: string): name is ScalarType {
  return SCALAR_TYPES.has(name);
}

/** A column of a table or of a query's result. */
export interface ColumnSchema {
  readonly name: string;
  readonly type: ScalarType;
  readonly description?: string;
}

/** A table that a query can read. */
export interface TableSchema {
  readonly name: string;
  readonly columns: readonly ColumnSchema[];
  readonly description?: string;
}
