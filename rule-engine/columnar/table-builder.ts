import { invariant } from '../base/assert.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { type ColumnBuilder, columnBuilder } from './column-builder.ts';
import { Table } from './table.ts';

/** Builds a table row by row. */
class TableBuilder {
  readonly schema: readonly ColumnSchema[];
  /** In the schema's order. A caller that fills them one by one adds one value to each in every row. */
  readonly columns: readonly ColumnBuilder[];

  constructor(schema: readonly ColumnSchema[]) {
    this.schema = schema;
    this.columns = schema.map((column) => columnBuilder(column.type));
  }

  /** Adds a row of one value a column, each of the column's type or null. */
  addRow(values: readonly Scalar[]): void {
    invariant(values.length === this.columns.length, 'a value for every column');
    for (let i = 0; i < values.length; i++) this.columns[i].append(values[i]);
  }

  /** The table so far; `length` is needed only where there are no columns. */
  finish(length = this.columns[0]?.length ?? 0): Table {
    return new Table(
      this.schema,
      this.columns.map((column) => column.finish()),
      length,
    );
  }
}

/** A table from rows of one value a column, each of the column's type or null. */
export function tableFromRows(schema: readonly ColumnSchema[], rows: Iterable<readonly Scalar[]>): Table {
  const builder = new TableBuilder(schema);
  let length = 0;
  for (const row of rows) {
    builder.addRow(row);
    length++;
  }
  return builder.finish(length);
}
