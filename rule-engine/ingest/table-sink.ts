import type { Column } from '../columnar/column.ts';
import { missingColumn } from '../columnar/columns.ts';
import { StringDictionaryBuilder } from '../columnar/string-dictionary-builder.ts';
import { Table } from '../columnar/table.ts';
import { decodeUtf8, encodeUtf8 } from '../columnar/utf8.ts';
import { exportedName } from '../mappings/column-name.ts';
import type { CellKind, RowSink } from '../readers/reader.ts';
import type { ColumnSchema, ScalarType, TableSchema } from '../schema/scalar-type.ts';
import type { CellBatch } from '../webassembly/cell-batch.ts';
import { countFilled, type RejectCell } from './batch-cells.ts';
import { type CellColumn, cellColumn } from './cell-column.ts';
import type { ErrorLog } from './error-log.ts';
import { InferringColumn } from './inferring-column.ts';
import { saysNothing } from './null-text.ts';
import type { SlashedDates } from './slashed-dates.ts';
import type { SourceTableReport } from './source-report.ts';
import { kustoType } from './stated-type.ts';

/** Fields of one table past this many are counted, not kept: hostile JSON can name a new one in each record. */
const MAX_FIELDS = 2000;
/** Rejected cells that are quoted. */
const QUOTED = 200;
/** Room for this much more than the first part of an input lets expect. */
const RESERVE = 1.1;
/** Rows that come one by one tell what the rest needs once so much of the input was read. */
const TELLING_SHARE = 0.05;

/** What a source's field does: it fills a column, or it is left over. */
interface Field {
  readonly name: string;
  readonly column: FilledColumn | undefined;
  /** Records that have the field, for one that is left over. */
  records: number;
}

interface FilledColumn {
  readonly name: string;
  readonly cells: CellColumn;
  from: string;
  /** Cells that had a value in the rows that were taken already. */
  filledBefore: number;
}

export interface TableTarget {
  readonly name: string;
  /** The known table's schema; undefined for a table of the source's own. */
  readonly schema: TableSchema | undefined;
  /** Column types that the source states, in its own words. */
  readonly statedTypes?: ReadonlyMap<string, string>;
  /** The only columns to fill, where not all are wanted. */
  readonly only?: ReadonlySet<string>;
  /** How dates with slashes are read. */
  readonly dates?: SlashedDates;
}

/** A table that is filled, and what became of the fields that its rows came from. */
export interface FilledTable extends Pick<SourceTableReport, 'columns' | 'missing' | 'leftover'> {
  readonly table: Table;
  /** The rows of the source in all: those of the table, and those that were taken before. */
  readonly rows: number;
}

/** Takes rows for one table, as cells by field, and builds its columns. */
export class TableSink implements RowSink {
  readonly target: TableTarget;
  rows = 0;
  private takenRows = 0;
  private readonly errors: Pick<ErrorLog, 'add' | 'addLazily'>;
  private names = new StringDictionaryBuilder();
  private fields: Field[] = [];
  private readonly columns = new Map<string, FilledColumn>();
  private readonly schemaTypes: ReadonlyMap<string, ScalarType>;
  private readonly schemaNames: ReadonlyMap<string, string>;
  private pending: (() => string)[] = [];
  private idsByName: Map<string, number> | undefined;
  private furtherField: number | undefined;
  private readonly shareRead: () => number;
  /** The share of the input that was read when the last row came. */
  private shareOfRows: number | undefined;
  /** That share when room was made last. */
  private shareReserved = 0;

  /** @param shareRead gives how much of the input was read, 0 to 1 */
  constructor(target: TableTarget, errors: Pick<ErrorLog, 'add' | 'addLazily'>, shareRead: () => number = () => 0) {
    this.shareRead = shareRead;
    this.target = target;
    this.errors = errors;
    const columns = target.schema?.columns ?? [];
    this.schemaTypes = new Map(columns.map((column) => [column.name, column.type]));
    this.schemaNames = new Map(columns.map((column) => [column.name.toLowerCase(), column.name]));
  }

  fieldId(bytes: Uint8Array, start: number, end: number): number {
    if (this.fields.length > MAX_FIELDS) return this.furtherFieldId(decodeUtf8(bytes, start, end));
    const known = this.names.size;
    const code = this.names.addBytes(bytes, start, end);
    if (code >= known || this.fields[code] === undefined)
      this.fields[code] = this.newField(decodeUtf8(bytes, start, end));
    return code;
  }

  cell(fieldId: number, bytes: Uint8Array, start: number, end: number, kind: CellKind): void {
    const field = this.fields[fieldId];
    const { column } = field;
    if (column === undefined) {
      field.records++;
      return;
    }
    if (start === end) return;
    const { cells } = column;
    if (cells.length > this.rows) return;
    while (cells.length < this.rows) cells.appendMissing();
    if (!cells.append(bytes, start, end, kind)) this.reject(column, bytes, start, end);
  }

  addRows(fields: Int32Array, batch: CellBatch): void {
    this.reserve();
    const rejected: { readonly row: number; readonly message: () => string }[] = [];
    let filling: FilledColumn | undefined;
    const reject: RejectCell = (row, start, end) => {
      if (filling === undefined || saysNothing(batch.bytes(), start, end)) return;
      rejected.push({ row, message: this.rejection(filling, batch.bytes(), start, end, rejected.length) });
    };
    // A file has thousands of batches: what is made for each column of each would fill the young heap.
    for (let index = 0; index < fields.length; index++) {
      const field = this.fields[fields[index]];
      filling = field.column;
      if (filling === undefined) {
        field.records += countFilled(batch, index);
        continue;
      }
      const { cells } = filling;
      while (cells.length < this.rows) cells.appendMissing();
      cells.appendCells(batch, index, reject);
    }
    rejected.sort((a, b) => a.row - b.row);
    for (const { row, message } of rejected) this.errors.addLazily(batch.line(row), message);
    this.rows += batch.rows;
  }

  /** Comes before the values of a row that are put. */
  beginRow(): void {
    this.reserve(TELLING_SHARE);
  }

  /** A column's value that a mapping computed; `from` says from what, for a column that has none yet. */
  put(name: string, from: (name: string) => string, text: string, kind: CellKind): void {
    const column = this.columns.get(name) ?? this.addColumn(name, from(name));
    const { cells } = column;
    while (cells.length < this.rows) cells.appendMissing();
    if (cells.appendText(text, kind)) return;
    const bytes = encodeUtf8(text);
    this.reject(column, bytes, 0, bytes.length);
  }

  /** Rows in all, those that were taken among them. */
  get totalRows(): number {
    return this.takenRows + this.rows;
  }

  /** About the memory that the rows take. */
  get byteLength(): number {
    let bytes = 0;
    for (const { cells } of this.columns.values()) bytes += cells.byteLength;
    return bytes;
  }

  /** The rows so far as a table; the sink goes on with none. */
  take(): FilledTable {
    const filled = this.finish();
    this.takenRows += this.rows;
    this.renew(true);
    return filled;
  }

  endRow(line: number | undefined): void {
    this.rows++;
    this.shareOfRows = this.shareRead();
    if (this.pending.length === 0) return;
    for (const message of this.pending) this.errors.addLazily(line, message);
    this.pending = [];
  }

  restart(): void {
    this.renew(false);
  }

  /** Empties the columns; `counting` keeps what is counted of the source as a whole. */
  private renew(counting: boolean): void {
    this.rows = 0;
    const renewed = new Map(
      [...this.columns].map(([name, column]) => [
        name,
        {
          ...this.makeColumn(name, column.from),
          filledBefore: counting ? column.filledBefore + column.cells.filled : 0,
        },
      ]),
    );
    for (const [name, column] of renewed) this.columns.set(name, column);
    this.fields = this.fields.map((field) => ({
      ...field,
      column: field.column && renewed.get(field.column.name),
      records: counting ? field.records : 0,
    }));
  }

  /** The table: its schema's columns first, in their order, then the source's own. */
  finish(): FilledTable {
    const filled = new Map([...this.columns].map(([name, column]) => [name, this.finishColumn(column)]));
    this.shareTimes(filled);
    const known = this.target.schema?.columns ?? [];
    const own = [...filled.keys()].filter((name) => !this.schemaTypes.has(name));
    const schema: ColumnSchema[] = [...known, ...own.map((name) => ({ name, type: filled.get(name)!.column.type }))];
    const columns = schema.map(({ name, type }) => filled.get(name)?.column ?? missingColumn(type, this.rows));
    return {
      table: new Table(schema, columns, this.rows),
      rows: this.totalRows,
      columns: schema.flatMap(({ name, type }) => {
        const column = filled.get(name);
        return column === undefined ? [] : [{ name, type, filled: column.filled, from: column.from }];
      }),
      missing: known.map((column) => column.name).filter((name) => !filled.has(name)),
      leftover: this.fields.flatMap((field) =>
        field.column === undefined && field.records > 0 ? [{ field: field.name, records: field.records }] : [],
      ),
    };
  }

  private finishColumn({ cells, from, filledBefore }: FilledColumn): { column: Column; filled: number; from: string } {
    while (cells.length < this.rows) cells.appendMissing();
    return { column: cells.finish(), filled: filledBefore + cells.filled, from };
  }

  /** Defender's Timestamp and Sentinel's TimeGenerated are one time: each stands in for the other. */
  private shareTimes(filled: Map<string, { column: Column; filled: number; from: string }>): void {
    for (const [has, lacks] of [
      ['Timestamp', 'TimeGenerated'],
      ['TimeGenerated', 'Timestamp'],
    ]) {
      const time = filled.get(has);
      if (time !== undefined && !filled.has(lacks) && this.schemaTypes.has(lacks)) filled.set(lacks, time);
    }
  }

  /**
   * Makes room for the whole input when a first part of it was read: growing later would copy, and leave holes. Each time
   * twice as much was read it is made for columns that had few values until then. What was read must be more than `least`.
   */
  private reserve(least = 0): void {
    const share = this.shareRead();
    const before = this.shareOfRows ?? share;
    this.shareOfRows = share;
    if (share === before || before <= least || before < 2 * this.shareReserved) return;
    this.shareReserved = before;
    for (const { cells } of this.columns.values()) cells.reserve(before / RESERVE);
  }

  /** Past the limit: a known field's id, or that of the one field that stands for all further ones. */
  private furtherFieldId(name: string): number {
    this.idsByName ??= new Map(this.fields.flatMap((field, id) => [[field.name, id] as const]));
    const id = this.idsByName.get(name);
    if (id !== undefined) return id;
    this.furtherField ??= this.fields.push({ name: '(further fields)', column: undefined, records: 0 }) - 1;
    return this.furtherField;
  }

  private newField(header: string): Field {
    const { name: stated, zone } = exportedName(header);
    const name = this.schemaTypes.has(stated) ? stated : (this.schemaNames.get(stated.toLowerCase()) ?? stated);
    const unwanted = this.target.only?.has(name) === false;
    if (unwanted || this.columns.has(name)) return { name: header, column: undefined, records: 0 };
    if (zone === 'other') {
      this.errors.add({
        message: `The header '${header}' states a time zone other than UTC: its times were read as UTC`,
      });
    }
    return { name: header, column: this.addColumn(name === '' ? 'Column' : name, header), records: 0 };
  }

  private addColumn(name: string, from: string): FilledColumn {
    const column = this.makeColumn(name, from);
    this.columns.set(name, column);
    return column;
  }

  private makeColumn(name: string, from: string): FilledColumn {
    const type = this.schemaTypes.get(name) ?? kustoType(this.target.statedTypes?.get(from));
    const { dates } = this.target;
    const cells = type === undefined ? new InferringColumn(dates) : cellColumn(type, dates);
    return { name, from, filledBefore: 0, cells };
  }

  private reject(column: FilledColumn, bytes: Uint8Array, start: number, end: number): void {
    if (saysNothing(bytes, start, end)) return;
    this.pending.push(this.rejection(column, bytes, start, end, this.pending.length));
  }

  /** What is said of a cell that is no value of its column's type; the cell is quoted in the first few of a row or batch. */
  private rejection(column: FilledColumn, bytes: Uint8Array, start: number, end: number, before: number): () => string {
    const sample = before < QUOTED ? decodeUtf8(bytes, start, Math.min(end, start + 80)) : '';
    const type = this.schemaTypes.get(column.name) ?? kustoType(this.target.statedTypes?.get(column.from));
    return () => `${column.name} is a ${type}, and '${sample}' is none: it was left empty`;
  }
}
