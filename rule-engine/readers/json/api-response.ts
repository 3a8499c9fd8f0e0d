import type { FieldValue, LogRecord, Reader, ReaderContext, RowShape, RowSink, RowSinks } from '../reader.ts';
import { utf8Chunks } from '../text-input.ts';
import { JsonCells } from './json-cells.ts';
import { JsonCursor, JsonSyntaxError } from './json-cursor.ts';
import { COLUMNS_FIELD, type JsonLayout, jsonLayout, ROWS_FIELD } from './json-layout.ts';
import { JsonParser } from './json-parser.ts';
import { type JsonPath, JsonStream } from './json-stream.ts';

/** `{Schema, Results}` of the advanced hunting API, `{schema, results}` of Microsoft Graph's runHuntingQuery. */
export const huntingApiReader = responseReader('hunting-api', 'Advanced hunting API response');

/** `{tables: [{name, columns, rows}]}` of the Azure Monitor query API. */
export const azureMonitorReader = responseReader('azure-monitor', 'Azure Monitor API response');

/** `{Tables: [{TableName, Columns, Rows}]}` of Kusto's REST API, version 1. */
export const kustoV1Reader = responseReader('kusto-v1', 'Kusto response, version 1');

/** An array of frames: Kusto's REST API, version 2, progressive or not. */
export const kustoV2Reader = responseReader('kusto-v2', 'Kusto response, version 2');

/** `{fields, rows: [[…]]}` of Splunk, `{columns, rows: [[…]]}` of Elasticsearch's SQL, `{meta, data: [[…]]}` of ClickHouse. */
export const columnsAndRowsReader = responseReader('columns-and-rows', 'Columns and rows of cells (JSON)');

function responseReader(layout: JsonLayout, title: string): Reader {
  return {
    format: layout,
    title,
    evidence: 'its fields are those of such a response',
    detect: (head) => (jsonLayout(head) === layout ? 0.95 : 0),
    read: readRows,
    scan: (chunks, sinks, context) => walk(chunks, new CellRows(sinks), context),
  };
}

interface ResponseColumn {
  readonly name: string;
  readonly type: string;
}

/** Takes the rows of a response's result table. */
interface ResponseRows {
  begin(table: string | undefined, columns: readonly ResponseColumn[]): void;
  /** A row's JSON: an array in the order of the columns, or an object. Throws JsonSyntaxError. */
  row(bytes: Uint8Array, start: number, end: number, line: number): void;
  restart(): void;
}

async function* readRows(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const rows = new RecordRows();
  for await (const _ of walk(chunks, rows, context)) if (context.signal.aborted) return;
  yield* rows.records;
}

async function* walk(
  chunks: AsyncIterable<Uint8Array>,
  rows: ResponseRows,
  context: ReaderContext,
): AsyncGenerator<undefined> {
  const stream = new JsonStream(new ResponseVisitor(rows, context));
  for await (const chunk of utf8Chunks(chunks)) {
    if (context.signal.aborted) return;
    stream.push(chunk);
    yield;
  }
  stream.end();
  yield;
}

/** What is known of the table or frame at hand. */
interface ResponseTable {
  fields: Map<string, FieldValue>;
  columns: readonly ResponseColumn[] | undefined;
  /** Rows that came before their columns. */
  early: Uint8Array | undefined;
}

/** Finds the result table's columns and rows in any of the four forms; field names are matched whatever their case. */
class ResponseVisitor {
  private readonly rows: ResponseRows;
  private readonly context: ReaderContext;
  private readonly parser = new JsonParser();
  private table: ResponseTable = { fields: new Map(), columns: undefined, early: undefined };
  private tables = 0;
  private line = 1;
  /** Columns of progressive result tables, by their id. */
  private readonly progressive = new Map<FieldValue, readonly ResponseColumn[]>();

  constructor(rows: ResponseRows, context: ReaderContext) {
    this.rows = rows;
    this.context = context;
  }

  enter(path: JsonPath): boolean {
    const name = place(path);
    if (name === '' || name === '[]') {
      if (name === '[]') this.table = { fields: new Map(), columns: undefined, early: undefined };
      return true;
    }
    if (path.length === 1 && name === 'tables') return true;
    if (name !== 'rows') return false;
    if (this.table.columns === undefined) this.findProgressiveColumns();
    if (this.table.columns === undefined || !this.isResult()) return false;
    this.beginRows(this.table.columns);
    return true;
  }

  value(path: JsonPath, bytes: Uint8Array, start: number, end: number, line: number): void {
    const name = place(path);
    this.line = line;
    this.reportBadSyntax(() => {
      if (name === 'row') this.row(bytes, start, end, line);
      else if (name === 'rows' && bytes[start] === 0x5b) this.table.early = bytes.slice(start, end);
      else this.field(name, this.parser.parse(bytes, start, end), path.length === 1);
    });
  }

  leave(path: JsonPath): void {
    const name = place(path);
    if (name !== '[]' && !(name === '' && path.length === 0)) return;
    const { early, columns } = this.table;
    if (early !== undefined && columns !== undefined && this.isResult()) {
      this.beginRows(columns);
      this.reportBadSyntax(() => this.earlyRows(early));
    }
    if (columns !== undefined) this.tables++;
    const { fields } = this.table;
    if (fields.get('frametype') === 'TableHeader' && columns !== undefined && this.isResult()) {
      this.progressive.set(fields.get('tableid') ?? null, columns);
    }
    this.table = { fields: new Map(), columns: undefined, early: undefined };
  }

  error(line: number, message: string): void {
    this.context.error({ line, message });
  }

  private field(name: string, value: FieldValue, atTop: boolean): void {
    if (COLUMNS_FIELD.test(name)) {
      this.table.columns = columnsOf(value);
      if (name === 'schema' && this.table.columns !== undefined) this.rows.begin(undefined, this.table.columns);
    } else if (name === 'oneapierrors' || (name === 'error' && atTop)) this.reportErrors(value);
    else this.table.fields.set(name, value);
  }

  private isResult(): boolean {
    const { fields } = this.table;
    const kind = fields.get('tablekind');
    if (kind !== undefined) return kind === 'PrimaryResult';
    if (fields.get('frametype') === 'TableFragment') return this.progressive.has(fields.get('tableid') ?? null);
    return this.tables === 0;
  }

  private findProgressiveColumns(): void {
    this.table.columns = this.progressive.get(this.table.fields.get('tableid') ?? null);
  }

  private beginRows(columns: readonly ResponseColumn[]): void {
    const { fields } = this.table;
    const name = fields.get('tablename') ?? fields.get('name');
    this.rows.begin(typeof name === 'string' ? name : undefined, columns);
    if (fields.get('tablefragmenttype') === 'DataReplace') this.rows.restart();
  }

  private row(bytes: Uint8Array, start: number, end: number, line: number): void {
    if (bytes[start] === 0x7b) {
      const value = this.parser.parse(bytes, start, end);
      if (typeof value === 'object' && value !== null && 'OneApiErrors' in value) {
        this.reportErrors(value.OneApiErrors);
        return;
      }
    } else if (bytes[start] !== 0x5b) {
      throw new JsonSyntaxError('A row is neither an array nor an object', start);
    }
    this.rows.row(bytes, start, end, line);
  }

  private reportBadSyntax(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      this.context.error({ line: this.line, message: error.message });
    }
  }

  private earlyRows(bytes: Uint8Array): void {
    const cursor = new JsonCursor();
    cursor.open(bytes, 0, bytes.length);
    cursor.expect(0x5b);
    while (cursor.peek() !== 0x5d) {
      const start = cursor.at;
      cursor.skipValue();
      this.row(bytes, start, cursor.at, this.line);
      if (cursor.peek() === 0x2c) cursor.at++;
    }
  }

  private reportErrors(value: FieldValue | undefined): void {
    for (const item of Array.isArray(value) ? value : [value]) {
      this.context.error({ line: this.line, message: `The service reported: ${errorMessage(item)}` });
    }
  }
}

/**
 * Where a path leads, the same for all forms: `''` the whole, `[]` a table or frame, `rows` and `row`, else the field's
 * name in lower case.
 */
function place(path: JsonPath): string {
  const last = (path[path.length - 1] ?? '').toLowerCase();
  if (path.length === 0 || last !== '[]') return ROWS_FIELD.test(last) ? 'rows' : last;
  return ROWS_FIELD.test((path[path.length - 2] ?? '').toLowerCase()) ? 'row' : '[]';
}

function columnsOf(value: FieldValue): readonly ResponseColumn[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map((column: FieldValue, index) => {
    if (typeof column === 'string') return { name: column, type: '' };
    const fields = new Map(Object.entries(column ?? {}).map(([key, item]) => [key.toLowerCase(), item]));
    const type = fields.get('columntype') ?? fields.get('datatype') ?? fields.get('type') ?? '';
    return { name: String(fields.get('columnname') ?? fields.get('name') ?? `Column${index + 1}`), type: String(type) };
  });
}

function errorMessage(value: FieldValue | undefined): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return String(value);
  const fields = value as { readonly [name: string]: FieldValue };
  const inner = fields.error;
  if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) return errorMessage(inner);
  return String(fields['@message'] ?? fields.message ?? fields.code ?? JSON.stringify(value));
}

/** Names that services give to any result. */
const ANY_RESULT = /^(PrimaryResult(Name)?|Table_\d+)?$/;

function shapeOf(table: string | undefined, columns: readonly ResponseColumn[]): RowShape {
  const types = new Map(columns.map((column) => [column.name, column.type]));
  const fields = columns.map((column) => column.name);
  return table === undefined || ANY_RESULT.test(table) ? { fields, types } : { table, fields, types };
}

class CellRows implements ResponseRows {
  private readonly sinks: RowSinks;
  private readonly cells = new JsonCells();
  private sink: RowSink | undefined;
  private fields: readonly number[] = [];

  constructor(sinks: RowSinks) {
    this.sinks = sinks;
  }

  begin(table: string | undefined, columns: readonly ResponseColumn[]): void {
    this.sink ??= this.sinks(shapeOf(table, columns));
    const { sink } = this;
    this.fields = columns.map(({ name }) => {
      const bytes = new TextEncoder().encode(name);
      return sink.fieldId(bytes, 0, bytes.length);
    });
  }

  row(bytes: Uint8Array, start: number, end: number, line: number): void {
    this.sink ??= this.sinks(undefined);
    if (bytes[start] === 0x7b) this.cells.object(bytes, start, end, this.sink);
    else this.cells.array(bytes, start, end, this.fields, this.sink);
    this.sink.endRow(line);
  }

  restart(): void {
    this.sink?.restart();
  }
}

class RecordRows implements ResponseRows {
  records: LogRecord[] = [];
  private readonly parser = new JsonParser();
  private columns: readonly ResponseColumn[] = [];
  private shape: RowShape | undefined;

  begin(table: string | undefined, columns: readonly ResponseColumn[]): void {
    this.columns = columns;
    this.shape = shapeOf(table, columns);
  }

  row(bytes: Uint8Array, start: number, end: number, line: number): void {
    const value = this.parser.parse(bytes, start, end);
    const fields = Array.isArray(value)
      ? Object.fromEntries(this.columns.map((column, i): [string, FieldValue] => [column.name, value[i] ?? null]))
      : (value as { readonly [name: string]: FieldValue });
    this.records.push({ fields, line, ...(this.shape && { shape: this.shape }) });
  }

  restart(): void {
    this.records = [];
  }
}
