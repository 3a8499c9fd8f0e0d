import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { CellBatch } from '../webassembly/cell-batch.ts';
import { GrowingCodes } from './codes.ts';
import type { Column } from './column.ts';
import { missingColumn, numberColumn, stringColumn, valueColumn } from './columns.ts';
import { GrowingArray, GrowingBitmap } from './growing-array.ts';
import { Int64ColumnBuilder } from './int64-column-builder.ts';
import { JsonColumn, type ParseDynamic } from './json-column.ts';
import { StringDictionaryBuilder } from './string-dictionary-builder.ts';

/** What a dictionary takes for a value besides its bytes: its offset, and its slots in the table. */
const BYTES_A_VALUE = 10;

/** Takes a column's values row by row. `append` is the slow way in; each kind has a faster one. */
interface ColumnBuilderBase {
  readonly type: ScalarType;
  /** Rows so far. */
  readonly length: number;
  /** Rows so far that have a value: not null, nor `''`. */
  readonly filled: number;
  append(value: Scalar): void;
  appendMissing(): void;
  /** The column so far: a constant one when no row has a value. */
  finish(): Column;
}

export class StringColumnBuilder implements ColumnBuilderBase {
  readonly kind = 'string';
  readonly type = 'string';
  length = 0;
  filled = 0;
  readonly dictionary = new StringDictionaryBuilder();
  private readonly codes = new GrowingCodes();

  append(value: Scalar): void {
    if (value === null) this.appendMissing();
    else this.appendText(String(value));
  }

  appendText(text: string): void {
    this.appendCode(this.dictionary.add(text));
  }

  appendMissing(): void {
    this.appendCode(0);
  }

  /** The UTF-8 text `bytes[start..end)`. */
  appendBytes(bytes: Uint8Array, start: number, end: number): void {
    this.appendCode(this.dictionary.addBytes(bytes, start, end));
  }

  /** A column of a batch of rows. */
  appendCells(batch: CellBatch, column: number): void {
    const { codes, filled } = this.dictionary.addCells(batch, column);
    this.codes.pushAll(codes, this.dictionary.size);
    this.length += codes.length;
    this.filled += filled;
  }

  /** Makes room for a whole input, of which `share` (0 to 1) was read. */
  reserve(share: number): void {
    this.codes.reserve(this.length / share);
    this.dictionary.reserve(share);
  }

  /** About the memory that it takes. */
  get byteLength(): number {
    return this.codes.bytesEach * this.length + this.dictionary.byteLength + BYTES_A_VALUE * this.dictionary.size;
  }

  /** A code that `dictionary` gave. */
  appendCode(code: number): void {
    this.codes.push(code);
    this.length++;
    if (code !== 0) this.filled++;
  }

  finish(): Column {
    if (this.filled === 0) return missingColumn('string', this.length);
    return stringColumn(this.codes.toArray(), this.dictionary.finish());
  }
}

/** A dynamic column from JSON texts. */
export class JsonColumnBuilder {
  readonly kind = 'json';
  readonly type = 'dynamic';
  length = 0;
  filled = 0;
  readonly texts = new StringDictionaryBuilder();
  private readonly codes = new GrowingCodes();
  private readonly parse: ParseDynamic;

  constructor(parse: ParseDynamic) {
    this.parse = parse;
  }

  appendMissing(): void {
    this.appendCode(0);
  }

  /** JSON text; null when it is empty. */
  appendText(text: string): void {
    this.appendCode(this.texts.add(text));
  }

  /** The UTF-8 JSON text `bytes[start..end)`; null when it is empty. */
  appendBytes(bytes: Uint8Array, start: number, end: number): void {
    this.appendCode(this.texts.addBytes(bytes, start, end));
  }

  /** A column of a batch of rows. */
  appendCells(batch: CellBatch, column: number): void {
    const { codes, filled } = this.texts.addCells(batch, column);
    this.codes.pushAll(codes, this.texts.size);
    this.length += codes.length;
    this.filled += filled;
  }

  /** Makes room for a whole input, of which `share` (0 to 1) was read. */
  reserve(share: number): void {
    this.codes.reserve(this.length / share);
    this.texts.reserve(share);
  }

  /** About the memory that it takes. */
  get byteLength(): number {
    return this.codes.bytesEach * this.length + this.texts.byteLength + BYTES_A_VALUE * this.texts.size;
  }

  appendCode(code: number): void {
    this.codes.push(code);
    this.length++;
    if (code !== 0) this.filled++;
  }

  finish(): Column {
    if (this.filled === 0) return missingColumn('dynamic', this.length);
    return new JsonColumn(this.codes.toArray(), this.texts.finish(), this.parse);
  }
}

export class NumberColumnBuilder implements ColumnBuilderBase {
  readonly kind = 'number';
  readonly type: 'bool' | 'int' | 'real';
  length = 0;
  filled = 0;
  private readonly values: GrowingArray<Uint8Array | Int32Array | Float64Array>;
  private readonly nulls = new GrowingBitmap();

  constructor(type: 'bool' | 'int' | 'real') {
    this.type = type;
    this.values = new GrowingArray((length) =>
      type === 'bool' ? new Uint8Array(length) : type === 'int' ? new Int32Array(length) : new Float64Array(length),
    );
  }

  append(value: Scalar): void {
    if (value === null) this.appendMissing();
    else this.appendNumber(Number(value));
  }

  appendMissing(): void {
    this.nulls.add(this.length++);
    this.values.push(0);
  }

  /** A number that fits the type; 0 and 1 for a bool. */
  appendNumber(value: number): void {
    this.values.push(value);
    this.length++;
    this.filled++;
  }

  /** Makes room for a whole input, of which `share` (0 to 1) was read. */
  reserve(share: number): void {
    this.values.reserve(this.length / share);
  }

  finish(): Column {
    if (this.filled === 0) return missingColumn(this.type, this.length);
    return numberColumn(this.type, this.values.toArray(), this.nulls.toBitmap(this.length));
  }
}

class ValueColumnBuilder implements ColumnBuilderBase {
  readonly kind = 'value';
  readonly type: ScalarType;
  filled = 0;
  private readonly values: Scalar[] = [];

  constructor(type: ScalarType) {
    this.type = type;
  }

  get length(): number {
    return this.values.length;
  }

  append(value: Scalar): void {
    this.values.push(value);
    if (value !== null) this.filled++;
  }

  appendMissing(): void {
    this.append(null);
  }

  finish(): Column {
    if (this.filled === 0) return missingColumn(this.type, this.length);
    return valueColumn(this.type, this.values.slice());
  }
}

export type ColumnBuilder = StringColumnBuilder | NumberColumnBuilder | Int64ColumnBuilder | ValueColumnBuilder;

/** A builder for a column of the type. */
export function columnBuilder(type: ScalarType): ColumnBuilder {
  switch (type) {
    case 'string':
      return new StringColumnBuilder();
    case 'bool':
    case 'int':
    case 'real':
      return new NumberColumnBuilder(type);
    case 'long':
    case 'datetime':
    case 'timespan':
      return new Int64ColumnBuilder(type);
    case 'decimal':
    case 'guid':
    case 'dynamic':
      return new ValueColumnBuilder(type);
  }
}
