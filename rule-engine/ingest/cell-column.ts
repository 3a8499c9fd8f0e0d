import type { Column } from '../columnar/column.ts';
import {
  columnBuilder,
  JsonColumnBuilder,
  NumberColumnBuilder,
  StringColumnBuilder,
} from '../columnar/column-builder.ts';
import { Int64ColumnBuilder } from '../columnar/int64-column-builder.ts';
import { encodeUtf8Again } from '../columnar/utf8.ts';
import { convert } from '../functions/conversion.ts';
import { parseJson } from '../functions/json-text.ts';
import type { CellKind } from '../readers/reader.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { CellBatch } from '../webassembly/cell-batch.ts';
import { appendEach, appendParsed, type RejectCell } from './batch-cells.ts';
import { appendDatetime } from './datetime-cell.ts';
import { appendInteger, smallInteger } from './integer-cell.ts';
import type { SlashedDates } from './slashed-dates.ts';

/** Takes a column's cells as bytes. */
export interface CellColumn {
  readonly length: number;
  readonly filled: number;
  /** About the memory that it takes. */
  readonly byteLength: number;
  /** Appends the cell and gives true, or appends nothing when it is no value of the type. */
  append(bytes: Uint8Array, start: number, end: number, kind: CellKind): boolean;
  /** The same for a cell that is text already. */
  appendText(text: string, kind: CellKind): boolean;
  /** Appends a column of a batch of rows; a cell that is no value of the type is rejected and missing. */
  appendCells(batch: CellBatch, index: number, reject: RejectCell): void;
  appendMissing(): void;
  /** Makes room for a whole input, of which `share` (0 to 1) was read. */
  reserve(share: number): void;
  finish(): Column;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A column that takes cells of a type; `dates` says how those with slashes are read. */
export function cellColumn(type: ScalarType, dates?: SlashedDates): CellColumn {
  switch (type) {
    case 'string':
      return new TextCells(new StringColumnBuilder());
    case 'dynamic':
      return new TextCells(new JsonColumnBuilder(parseDynamic));
    case 'datetime':
    case 'long':
      return new Int64Cells(type, dates);
    case 'int':
    case 'bool':
    case 'real':
      return numberCells(type);
    case 'decimal':
    case 'guid':
    case 'timespan': {
      const builder = columnBuilder(type);
      return new SingleCells(builder, (bytes, start, end) => {
        const value = convert(decoder.decode(bytes.subarray(start, end)).trim(), 'string', type);
        if (value !== null) builder.append(value);
        return value !== null;
      });
    }
  }
}

function numberCells(type: 'int' | 'bool' | 'real'): CellColumn {
  const builder = new NumberColumnBuilder(type);
  return new SingleCells(builder, (bytes, start, end) => {
    const integer = type === 'bool' ? undefined : smallInteger(bytes, start, end);
    const value = integer ?? numberOf(decoder.decode(bytes.subarray(start, end)).trim(), type);
    if (value === undefined || (type === 'int' && value !== (value | 0))) return false;
    builder.appendNumber(value);
    return true;
  });
}

function numberOf(text: string, type: 'int' | 'bool' | 'real'): number | undefined {
  if (type === 'bool') {
    if (/^(true|1)$/i.test(text)) return 1;
    return /^(false|0)$/i.test(text) ? 0 : undefined;
  }
  const value = convert(text, 'string', 'real');
  return typeof value === 'number' ? value : undefined;
}

/** JSON text as a dynamic value; text that is no JSON is a string, as in Kusto. */
function parseDynamic(text: string): Scalar {
  const value = parseJson(text);
  return value === undefined ? text : value;
}

type Builder = Pick<CellColumn, 'length' | 'filled' | 'appendMissing' | 'finish'> &
  Partial<Pick<CellColumn, 'reserve' | 'byteLength'>>;

/** Cells that a column builder takes. */
abstract class BuilderCells<B extends Builder> implements CellColumn {
  protected readonly builder: B;

  constructor(builder: B) {
    this.builder = builder;
  }

  abstract append(bytes: Uint8Array, start: number, end: number, kind: CellKind): boolean;

  appendText(text: string, kind: CellKind): boolean {
    const bytes = encodeUtf8Again(text);
    return this.append(bytes, 0, bytes.length, kind);
  }

  appendCells(batch: CellBatch, index: number, reject: RejectCell): void {
    appendEach(this, batch, index, reject);
  }

  get length(): number {
    return this.builder.length;
  }

  get filled(): number {
    return this.builder.filled;
  }

  get byteLength(): number {
    return this.builder.byteLength ?? 8 * this.length;
  }

  appendMissing(): void {
    this.builder.appendMissing();
  }

  reserve(share: number): void {
    this.builder.reserve?.(share);
  }

  finish(): Column {
    return this.builder.finish();
  }
}

/** Cells that are taken one by one. */
class SingleCells extends BuilderCells<Builder> {
  readonly append: CellColumn['append'];

  constructor(builder: Builder, append: CellColumn['append']) {
    super(builder);
    this.append = append;
  }
}

class TextCells extends BuilderCells<StringColumnBuilder | JsonColumnBuilder> {
  append(bytes: Uint8Array, start: number, end: number): boolean {
    this.builder.appendBytes(bytes, start, end);
    return true;
  }

  override appendText(text: string): boolean {
    this.builder.appendText(text);
    return true;
  }

  override appendCells(batch: CellBatch, index: number): void {
    this.builder.appendCells(batch, index);
  }
}

class Int64Cells extends BuilderCells<Int64ColumnBuilder> {
  private readonly type: 'datetime' | 'long';
  private readonly dates: SlashedDates | undefined;

  constructor(type: 'datetime' | 'long', dates: SlashedDates | undefined) {
    super(new Int64ColumnBuilder(type));
    this.type = type;
    this.dates = dates;
  }

  append(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.type === 'long') return appendInteger(this.builder, bytes, start, end);
    return appendDatetime(this.builder, bytes, start, end, this.dates);
  }

  override appendCells(batch: CellBatch, index: number, reject: RejectCell): void {
    const kind = this.type === 'datetime' ? 'datetime' : 'integer';
    appendParsed(this.builder, kind, (bytes, start, end) => this.append(bytes, start, end), batch, index, reject);
  }
}
