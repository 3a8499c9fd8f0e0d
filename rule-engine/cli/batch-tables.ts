import type { Table } from '../columnar/table.ts';
import { tableFromRows } from '../columnar/table-builder.ts';
import { convert } from '../functions/conversion.ts';
import { parseJson } from '../functions/json-text.ts';
import type { ColumnSchema, ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';

/** A table of the batch protocol; cells are as in its answers. */
export interface BatchTable {
  readonly columns: readonly ColumnSchema[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A table from JSON cells. What isn't a value of its column's type is null. */
export function tableFromJson({ columns, rows }: BatchTable): Table {
  return tableFromRows(
    columns,
    rows.map((row) => columns.map((column, i) => cellOf(row[i], column.type))),
  );
}

function cellOf(cell: unknown, type: ScalarType): Scalar {
  if (cell === null || cell === undefined) return type === 'string' ? '' : null;
  if (type === 'dynamic') return parseJson(JSON.stringify(cell)) ?? null;
  if (type === 'string') return typeof cell === 'string' ? cell : JSON.stringify(cell);
  if (typeof cell === 'boolean') return convert(cell, 'bool', type);
  if (typeof cell === 'number') return convert(cell, 'real', type);
  return convert(String(cell), 'string', type);
}
