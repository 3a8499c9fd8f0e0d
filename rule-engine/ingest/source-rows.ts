import type { Column } from '../columnar/column.ts';
import { columnBuilder } from '../columnar/column-builder.ts';
import { concatTables, joinTables, takeRanges } from '../columnar/concat-tables.ts';
import { Table } from '../columnar/table.ts';
import { valueText } from '../functions/value-text.ts';
import type { ColumnSchema, TableSchema } from '../schema/scalar-type.ts';

/** Rows `[start, end)` of the whole came from one source. */
interface Segment {
  readonly source: number;
  readonly start: number;
  readonly end: number;
  readonly columns: readonly ColumnSchema[];
}

/** The rows of one table, from one source after the other. They are joined when somebody asks for them. */
export class SourceRows {
  private readonly known: readonly ColumnSchema[];
  private union: readonly ColumnSchema[];
  private segments: readonly Segment[] = [];
  private whole: Table;
  /** Rows that follow the whole's. */
  private added: readonly Table[] = [];

  constructor(known: TableSchema | undefined) {
    this.known = known?.columns ?? [];
    this.union = this.known;
    this.whole = concatTables(this.known, []);
  }

  get table(): Table {
    if (this.added.length > 0) this.join([this.whole, ...this.added]);
    return this.whole;
  }

  /** The known columns, then those that only sources have; where sources differ in a type, it is a string. */
  get schema(): readonly ColumnSchema[] {
    return this.union;
  }

  get length(): number {
    return this.segments.at(-1)?.end ?? 0;
  }

  get isEmpty(): boolean {
    return this.segments.length === 0;
  }

  add(source: number, table: Table): void {
    const start = this.length;
    const columns = table.schema;
    this.segments = [...this.segments, { source, start, end: start + table.length, columns }];
    this.union = unionOf(this.union, columns);
    this.added = [...this.added, table];
  }

  /** Drops a source's rows. Gives the table that held them, if one did: it may be released once nothing reads it. */
  remove(source: number): Table | undefined {
    const kept = this.segments.filter((segment) => segment.source !== source);
    if (kept.length === this.segments.length) return undefined;
    const before = this.table;
    const rows = takeRanges(
      before,
      kept.map(({ start, end }): [number, number] => [start, end]),
    );
    let at = 0;
    this.segments = kept.map((segment) => {
      const start = at;
      at += segment.end - segment.start;
      return { ...segment, start, end: at };
    });
    this.union = this.segments.reduce((union, { columns }) => unionOf(union, columns), this.known);
    this.join([rows]);
    return before;
  }

  sourceOf(row: number): number | undefined {
    return this.segments.find(({ start, end }) => row >= start && row < end)?.source;
  }

  private join(tables: readonly Table[]): void {
    this.whole = joinTables(
      this.schema,
      tables.map((table) => withTypes(table, this.schema)),
    );
    this.added = [];
  }
}

/** The columns of sources and those of one more; where types differ, it is a string. */
function unionOf(union: readonly ColumnSchema[], more: readonly ColumnSchema[]): readonly ColumnSchema[] {
  const columns = new Map(union.map((column) => [column.name, column]));
  for (const column of more) {
    const other = columns.get(column.name);
    if (other === undefined) columns.set(column.name, column);
    else if (other.type !== column.type) columns.set(column.name, { name: column.name, type: 'string' });
  }
  return [...columns.values()];
}

/** The table with columns of other types than the schema's written as text. */
function withTypes(table: Table, schema: readonly ColumnSchema[]): Table {
  const types = new Map(schema.map(({ name, type }) => [name, type]));
  const differs = (column: ColumnSchema) => types.get(column.name) === 'string' && column.type !== 'string';
  if (!table.schema.some(differs)) return table;
  return new Table(
    table.schema.map((column) => (differs(column) ? { name: column.name, type: 'string' } : column)),
    table.schema.map((column, i) => (differs(column) ? textColumn(table.columns[i]) : table.columns[i])),
    table.length,
  );
}

function textColumn(column: Column): Column {
  const builder = columnBuilder('string');
  for (let row = 0; row < column.length; row++) {
    const value = column.get(row);
    builder.append(value === null ? '' : valueText(value, column.type));
  }
  return builder.finish();
}
