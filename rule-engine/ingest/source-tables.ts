import { encodeUtf8Again } from '../columnar/utf8.ts';
import { osqueryRows } from '../mappings/agents/osquery-results.ts';
import { describeColumn, MappedRows, takenBy } from '../mappings/apply-mapping.ts';
import { carriedEvents } from '../mappings/carried-event.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { tableNameOf, tableNameOfFile } from '../mappings/recognise-table.ts';
import type { CellKind, FieldValue, LogRecord, RowShape, RowSink } from '../readers/reader.ts';
import { builtInTable } from '../schema/catalogue.ts';
import type { AssumptionLog } from './assumption-log.ts';
import type { Target } from './choose-target.ts';
import type { ErrorLog } from './error-log.ts';
import { BY_COLUMN_NAMES, OWN_TABLE } from './field-mappings.ts';
import { type HeldEvent, heldEventMappings, heldEvents, holdsEvents } from './held-events.ts';
import { joinParents } from './join-parents.ts';
import type { SlashedDates } from './slashed-dates.ts';
import type { SourceTable } from './source-table.ts';
import { type FilledTable, TableSink } from './table-sink.ts';

const MAX_LEFTOVER = 2000;

interface FilledSource {
  readonly source: SourceTable;
  readonly table: FilledTable;
}

/** The tables that one source fills, made as records for them come. */
export class SourceTables {
  private readonly target: Target;
  private readonly fileName: string;
  private readonly chosen: boolean;
  private readonly shareRead: () => number;
  private readonly only: ReadonlySet<string> | undefined;
  private readonly dates: SlashedDates | undefined;
  private readonly errors: Pick<ErrorLog, 'add' | 'addLazily'>;
  private readonly assumptions: Pick<AssumptionLog, 'add'> | undefined;
  private readonly tables = new Map<string, SourceTable>();
  private readonly mapped: readonly MappedRows[];
  /** Made for the first event that a row holds: most sources have none. */
  private mappedHeld: readonly MappedRows[] | undefined;
  /** The mappings that take such events of a kind. */
  private readonly heldTakers = new Map<string, readonly MappedRows[]>();
  /** Rows of events that other rows hold. */
  private heldRows = 0;
  private firstDialect: string | undefined;

  /**
   * `chosen` is true when the user chose the target: what the source states then counts for nothing. `shareRead`
   * gives how much of the input was read, 0 to 1; `only` names the columns to fill where fields are columns, and
   * `dates` says how dates with slashes are read.
   */
  constructor(
    target: Target,
    fileName: string,
    errors: Pick<ErrorLog, 'add' | 'addLazily'>,
    chosen: boolean,
    shareRead: () => number = () => 0,
    assumptions?: Pick<AssumptionLog, 'add'>,
    only?: ReadonlySet<string>,
    dates?: SlashedDates,
  ) {
    this.dates = dates;
    this.only = only;
    this.assumptions = assumptions;
    this.shareRead = shareRead;
    this.chosen = chosen;
    this.target = target;
    this.fileName = fileName;
    this.errors = errors;
    this.mapped = target.kind === 'records' ? target.mappings.map((mapping) => new MappedRows(mapping)) : [];
  }

  /** The rows of the source's own records. */
  get rows(): number {
    let rows = -this.heldRows;
    for (const { sink } of this.tables.values()) rows += sink.totalRows;
    return rows;
  }

  /** About the memory that the rows take. */
  get byteLength(): number {
    let bytes = 0;
    for (const { sink } of this.tables.values()) bytes += sink.byteLength;
    return bytes;
  }

  /** The rows so far; the tables go on with none. */
  take(): readonly FilledSource[] {
    return this.withHeldEvents((sink) => sink.take());
  }

  /** What wrote the first record that a mapping took. */
  get dialect(): string | undefined {
    return this.firstDialect;
  }

  /** The tables as they are filled, with parents joined where mappings ask for it. */
  finish(): readonly FilledSource[] {
    return joinParents(this.withHeldEvents((sink) => sink.finish()));
  }

  /** What `fill` gives of each table; the events that rows of Sentinel's tables hold are in the others by then. */
  private withHeldEvents(fill: (sink: TableSink) => FilledTable): readonly FilledSource[] {
    const sources = [...this.tables.values()];
    const holders = sources.filter(({ sink, mapping }) => mapping === BY_COLUMN_NAMES && holdsEvents(sink.target.name));
    const filled = new Map<SourceTable, FilledTable>();
    for (const source of holders) {
      const table = fill(source.sink);
      filled.set(source, table);
      for (const event of heldEvents(source.sink.target.name, table.table)) this.addHeld(event, source);
    }
    return [...this.tables.values()].map((source) => ({ source, table: filled.get(source) ?? fill(source.sink) }));
  }

  private addHeld({ record, views, kind }: HeldEvent, { sink }: SourceTable): void {
    const known = kind === undefined ? undefined : this.heldTakers.get(kind);
    if (known !== undefined) {
      for (const rows of known) this.addHeldRow(rows, record, sink);
      return;
    }
    this.mappedHeld ??= heldEventMappings.map((mapping) => new MappedRows(mapping));
    const takers: MappedRows[] = [];
    for (const { rows, viewed } of takenBy(this.mappedHeld, record, views)) {
      this.addHeldRow(rows, viewed, sink);
      takers.push(rows);
    }
    if (kind !== undefined) this.heldTakers.set(kind, takers);
  }

  private addHeldRow(rows: MappedRows, viewed: LogRecord, { target }: TableSink): void {
    this.addMapped(rows, viewed, `Rows of ${target.name} hold such events.`);
    this.heldRows++;
  }

  /** Where rows of a shape go when fields are columns: to the table that the source states, else to the target's. */
  sinkFor(shape: RowShape | undefined): RowSink {
    const { target } = this;
    const stated = this.chosen ? undefined : shape?.table;
    if (stated !== undefined) {
      const mapping = builtInTable(stated) === undefined ? OWN_TABLE : BY_COLUMN_NAMES;
      return this.open(tableNameOf(stated), mapping, `The source names the table ${stated}.`, shape).sink;
    }
    if (target.kind === 'columns') return this.open(target.table, target.mapping, target.reason, shape).sink;
    return this.ownTable(shape).sink;
  }

  /** Hands a record, or what it carries, to the mappings that accept it; one that none accepts goes to the source's own table. */
  add(record: LogRecord): void {
    if (this.target.kind === 'columns') {
      this.addFields(this.sinkFor(record.shape), record);
      return;
    }
    for (const row of osqueryRows(record)) this.addRow(row);
  }

  private addRow(record: LogRecord): void {
    if (this.addToTakers(record)) return;
    for (const carried of carriedEvents(record)) {
      const [first, ...others] = osqueryRows(carried);
      if (first === undefined || !this.addToTakers(first)) continue;
      for (const other of others) if (!this.addToTakers(other)) this.addFields(this.sinkFor(other.shape), other);
      return;
    }
    this.addFields(this.sinkFor(record.shape), record);
  }

  /** Hands a record to the mappings that accept it; false where none does. */
  private addToTakers(record: LogRecord): boolean {
    let isFirst = true;
    for (const { rows, viewed } of takenBy(this.mapped, record, new Map())) {
      if ('dialect' in viewed) this.firstDialect ??= viewed.dialect;
      if ('assumption' in viewed && isFirst) this.assume(viewed.assumption);
      isFirst = false;
      this.addMapped(rows, viewed);
    }
    return !isFirst;
  }

  private assume(message: string | undefined): void {
    if (message !== undefined) this.assumptions?.add(message);
  }

  private addMapped(rows: MappedRows, record: LogRecord, reason = this.target.reason): void {
    const { mapping } = rows;
    const table = this.open(mapping.table, mapping, reason, undefined);
    const from = (column: string) => fromOf(mapping, column);
    table.sink.beginRow();
    rows.row(
      record,
      (column, value) => {
        const [text, kind] = cellOf(value);
        table.sink.put(column, from, text, kind);
      },
      (field) => countField(table.leftover, field),
    );
    table.sink.endRow(record.line);
  }

  private addFields(sink: RowSink, record: LogRecord): void {
    for (const [name, value] of Object.entries(record.fields)) {
      if (value === null || value === '') continue;
      const nameBytes = encodeUtf8Again(name);
      const field = sink.fieldId(nameBytes, 0, nameBytes.length);
      const [text, kind] = cellOf(value);
      const bytes = encodeUtf8Again(text);
      sink.cell(field, bytes, 0, bytes.length, kind);
    }
    sink.endRow(record.line);
  }

  private ownTable(shape: RowShape | undefined): SourceTable {
    return this.open(tableNameOfFile(this.fileName), OWN_TABLE, 'No mapping is for these records.', shape);
  }

  private open(
    name: string,
    mapping: SourceTable['mapping'],
    reason: string,
    shape: RowShape | undefined,
  ): SourceTable {
    const key = `${name}\n${mapping.id}`;
    let table = this.tables.get(key);
    if (table === undefined) {
      const only = holdsEvents(name) ? undefined : this.only;
      const schema = builtInTable(name);
      const target = {
        name,
        schema,
        ...(shape?.types && { statedTypes: shape.types }),
        ...(only && { only }),
        ...(this.dates && { dates: this.dates }),
      };
      const sink = new TableSink(target, this.errors, this.shareRead);
      table = { sink, mapping, reason, leftover: new Map(), timeRange: undefined };
      this.tables.set(key, table);
    }
    return table;
  }
}

/** Counts a field; past a limit all further ones together, since hostile input can name new ones without end. */
function countField(counts: Map<string, number>, field: string): void {
  const known = counts.get(field);
  if (known !== undefined || counts.size < MAX_LEFTOVER) counts.set(field, (known ?? 0) + 1);
  else counts.set('(further fields)', (counts.get('(further fields)') ?? 0) + 1);
}

function fromOf(mapping: Mapping, column: string): string {
  const from = mapping.columns[column];
  if (from !== undefined) return describeColumn(from);
  return column === mapping.leftovers ? 'the fields that are left over' : `${mapping.sameNames}.${column}`;
}

function cellOf(value: FieldValue): [string, CellKind] {
  switch (typeof value) {
    case 'string':
      return [value, 'string'];
    case 'boolean':
      return [String(value), 'literal'];
    case 'number':
    case 'bigint':
      return [String(value), 'number'];
    default:
      return [nestedText(value), 'nested'];
  }
}

/** JSON of a value; the quick way knows no bigint. */
function nestedText(value: FieldValue): string {
  try {
    return JSON.stringify(value);
  } catch {
    return jsonText(value);
  }
}

/** JSON of a value, with bigints as whole numbers. */
function jsonText(value: FieldValue): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${jsonText(item)}`);
  return `{${fields.join(',')}}`;
}
