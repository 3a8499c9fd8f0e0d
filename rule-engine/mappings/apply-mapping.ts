import type { FieldValue, LogRecord } from '../readers/reader.ts';
import { builtInTable } from '../schema/catalogue.ts';
import { eachLeaf, fieldAt, fieldPath, hasValue, isFields } from './field-path.ts';
import type { ColumnMapping, Mapping, ViewedRecord } from './mapping.ts';

const MAX_KNOWN_PATHS = 10_000;

/** Rows of a mapping's table from records, one by one. */
export class MappedRows {
  readonly mapping: Mapping;
  private readonly columns: readonly NamedValue[];
  private readonly besides: readonly NamedValue[];
  private readonly used: ReadonlySet<string>;
  private readonly sameNames: ReadonlySet<string>;
  /** Whether what lies at a path, within `leftoversIn`, fills a column. */
  private readonly isUsedPath = new Map<string, boolean>();
  private readonly isUsedWhole: boolean;

  constructor(mapping: Mapping) {
    this.mapping = mapping;
    this.columns = namedValues(mapping.columns);
    this.besides = namedValues(mapping.besides ?? {});
    this.used = new Set(Object.values(mapping.columns).flatMap(pathsOf));
    this.isUsedWhole = mapping.leftoversIn !== undefined && this.used.has(mapping.leftoversIn);
    const names = mapping.sameNames === undefined ? [] : (builtInTable(mapping.table)?.columns ?? []);
    this.sameNames = new Set(names.map(({ name }) => name).filter((name) => mapping.columns[name] === undefined));
  }

  /**
   * Hands each column of the row that has a value to `put`, and each field that no column uses to `left`. The record is
   * one of the mapping's view.
   */
  row(record: LogRecord, put: (column: string, value: FieldValue) => void, left: (field: string) => void): void {
    for (const { name, valueIn } of this.columns) {
      const value = valueIn(record);
      if (hasValue(value)) put(name, value);
    }
    this.putSameNames(record, put);
    if (this.isUsedWhole) return;
    const { leftovers, leftoversIn } = this.mapping;
    const within = leftoversIn === undefined ? record.fields : fieldAt(record.fields, leftoversIn);
    if (!isFields(within)) return;
    const rest: [string, FieldValue][] = [];
    for (const { name, valueIn } of this.besides) {
      const value = valueIn(record);
      if (hasValue(value)) rest.push([name, value]);
    }
    eachLeaf(within, (path, value) => {
      if (this.isUsed(path)) return;
      left(path);
      if (leftovers !== undefined) rest.push([path, value]);
    });
    if (leftovers !== undefined && rest.length > 0) put(leftovers, Object.fromEntries(rest));
  }

  private putSameNames(record: LogRecord, put: (column: string, value: FieldValue) => void): void {
    const { sameNames } = this.mapping;
    const fields = sameNames === undefined ? undefined : fieldAt(record.fields, sameNames);
    if (!isFields(fields)) return;
    for (const [name, value] of Object.entries(fields)) {
      if (this.sameNames.has(name) && hasValue(value)) put(name, value);
    }
  }

  private isUsed(path: string): boolean {
    let used = this.isUsedPath.get(path);
    if (used === undefined) {
      const { leftoversIn } = this.mapping;
      used = this.findUse(leftoversIn === undefined ? path : `${leftoversIn}.${path}`);
      if (this.isUsedPath.size < MAX_KNOWN_PATHS) this.isUsedPath.set(path, used);
    }
    return used;
  }

  private findUse(path: string): boolean {
    const within = this.mapping.sameNames === undefined ? undefined : `${this.mapping.sameNames}.`;
    const isUsed = (field: string) =>
      this.used.has(field) ||
      (within !== undefined && field.startsWith(within) && this.sameNames.has(field.slice(within.length)));
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      if (isUsed(path.slice(0, end))) return true;
    }
    return false;
  }
}

/** A record as views have it, by their ids: each is asked once. */
export type RecordViews = Map<string, ViewedRecord | undefined>;

/** The record as a mapping's view has it; the record itself where the mapping has none. */
function viewedBy({ view }: Mapping, record: LogRecord, views: RecordViews): LogRecord | ViewedRecord | undefined {
  if (view === undefined) return record;
  if (!views.has(view.id)) views.set(view.id, view.of(record));
  return views.get(view.id);
}

/** Whether a mapping is for a record that is not viewed yet. */
export function acceptsRecord(mapping: Mapping, record: LogRecord, views: RecordViews = new Map()): boolean {
  const viewed = viewedBy(mapping, record, views);
  return viewed !== undefined && mapping.accepts(viewed);
}

/** Whether a record that is not viewed yet is of the mapping's source, be it one that the mapping takes or not. */
export function isOfSource(mapping: Mapping, record: LogRecord, views: RecordViews): boolean {
  return mapping.recognises?.(record) || acceptsRecord(mapping, record, views);
}

/**
 * The rows that take a record, and the record as each takes it. It makes at most one row of a table: the first mapping
 * that takes it there does, and all that take it have the view of the first or none.
 */
export function* takenBy(
  all: readonly MappedRows[],
  record: LogRecord,
  views: RecordViews,
): Generator<{ readonly rows: MappedRows; readonly viewed: LogRecord | ViewedRecord }> {
  const filled: string[] = [];
  let taken: string | undefined;
  for (const rows of all) {
    const { view, table } = rows.mapping;
    if (filled.includes(table)) continue;
    if (taken !== undefined && view !== undefined && view.id !== taken) continue;
    const viewed = viewedBy(rows.mapping, record, views);
    if (viewed === undefined || !rows.mapping.accepts(viewed)) continue;
    filled.push(table);
    taken ??= view?.id;
    yield { rows, viewed };
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

type ColumnValue = (record: LogRecord) => FieldValue | undefined;

interface NamedValue {
  readonly name: string;
  readonly valueIn: ColumnValue;
}

function namedValues(columns: Mapping['columns']): readonly NamedValue[] {
  return Object.entries(columns).map(([name, column]) => ({ name, valueIn: columnValue(column) }));
}

/** How a column's values are found. What a conversion made of a value is kept for the next record, which often has the same. */
function columnValue(column: ColumnMapping): ColumnValue {
  if (typeof column === 'string') {
    const path = fieldPath(column);
    return ({ fields }) => path.at(fields);
  }
  if ('constant' in column) return () => column.constant;
  if ('compute' in column) return column.compute;
  const { convert } = column.convert;
  const paths = column.from.map(fieldPath);
  let lastValue: FieldValue | undefined;
  let lastConverted: FieldValue | undefined;
  return ({ fields }) => {
    for (const path of paths) {
      const value = path.at(fields);
      if (!hasValue(value)) continue;
      if (value !== lastValue) {
        lastConverted = convert(value);
        lastValue = value;
      }
      if (hasValue(lastConverted)) return lastConverted;
    }
    return undefined;
  };
}
