import { invariant } from '../base/assert.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Column } from './column.ts';

/** Finished, immutable columns of equal length. */
export class Table {
  readonly schema: readonly ColumnSchema[];
  readonly columns: readonly Column[];
  readonly length: number;
  private readonly indexes: ReadonlyMap<string, number>;

  constructor(schema: readonly ColumnSchema[], columns: readonly Column[], length: number) {
    invariant(schema.length === columns.length, 'a column for every column schema');
    for (const column of columns) invariant(column.length === length, 'columns of equal length');
    this.schema = schema;
    this.columns = columns;
    this.length = length;
    this.indexes = new Map(schema.map((column, i) => [column.name, i]));
  }

  /** The column of that name (Kusto's column names are case-sensitive), or undefined. */
  column(name: string): Column | undefined {
    const index = this.indexes.get(name);
    return index === undefined ? undefined : this.columns[index];
  }
}
