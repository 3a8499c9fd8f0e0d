import type { FieldValue, LogRecord } from '../readers/reader.ts';
import { fieldAt, hasValue, leaves } from './field-path.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';

/** Rows of a mapping's table from records, one by one. */
export class MappedRows {
  readonly mapping: Mapping;
  private readonly columns: readonly [string, ColumnMapping][];
  private readonly used: ReadonlySet<string>;

  constructor(mapping: Mapping) {
    this.mapping = mapping;
    this.columns = Object.entries(mapping.columns);
    this.used = new Set(this.columns.flatMap(([, column]) => pathsOf(column)));
  }

  /** Hands each column of the row that has a value to `put`, and each field that no column uses to `left`. */
  row(record: LogRecord, put: (column: string, value: FieldValue) => void, left: (field: string) => void): void {
    for (const [name, column] of this.columns) {
      const value = columnValue(column, record);
      if (hasValue(value)) put(name, value);
    }
    const rest: [string, FieldValue][] = leaves(record.fields).filter(([path]) => !this.isUsed(path));
    for (const [path] of rest) left(path);
    const { leftovers } = this.mapping;
    if (leftovers !== undefined && rest.length > 0) put(leftovers, Object.fromEntries(rest));
  }

  private isUsed(path: string): boolean {
    if (this.used.has(path)) return true;
    for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      if (this.used.has(path.slice(0, dot))) return true;
    }
    return false;
  }
}

/** The paths of fields that a column is filled from. */
export function pathsOf(column: ColumnMapping): readonly string[] {
  if (typeof column === 'string') return [column];
  return 'from' in column ? (column.from ?? []) : [];
}

/** What a column is filled from, as the mappings panel shows it. */
export function describeColumn(column: ColumnMapping): string {
  if (typeof column === 'string') return column;
  if ('constant' in column) return `always '${column.constant}'`;
  if ('compute' in column) return column.description;
  const from = column.from.join(' or ');
  return column.convert.description === 'as it is' ? from : `${column.convert.description}: ${from}`;
}

function columnValue(column: ColumnMapping, record: LogRecord): FieldValue | undefined {
  if (typeof column === 'string') return fieldAt(record.fields, column);
  if ('constant' in column) return column.constant;
  if ('compute' in column) return column.compute(record);
  for (const path of column.from) {
    const value = fieldAt(record.fields, path);
    if (!hasValue(value)) continue;
    const converted = column.convert.convert(value);
    if (hasValue(converted)) return converted;
  }
  return undefined;
}
