import type { ColumnSchema } from '../schema/scalar-type.ts';
import { type Codes, GrowingCodes } from './codes.ts';
import type { Column, Int64Column, NumberColumn, StringColumn } from './column.ts';
import { columnBuilder } from './column-builder.ts';
import { missingColumn, numberColumn, stringColumn } from './columns.ts';
import { GrowingBitmap } from './growing-array.ts';
import { Int64ColumnBuilder } from './int64-column-builder.ts';
import { JsonColumn } from './json-column.ts';
import { ResidentDictionary } from './resident-dictionary.ts';
import type { StringDictionary } from './string-dictionary.ts';
import { StringDictionaryBuilder } from './string-dictionary-builder.ts';
import { Table } from './table.ts';

/** The rows of some tables, in order, with the columns of `schema`; a column that a table lacks is missing in its rows. */
export function concatTables(schema: readonly ColumnSchema[], tables: readonly Table[]): Table {
  return concat(schema, tables, anew);
}

/**
 * As `concatTables`, of tables that the whole stands for from now on: of each column's dictionaries the largest goes on as
 * the whole's, so that its values are not looked up again and take no memory twice. Who reads one of the tables still can,
 * until the whole is released.
 */
export function joinTables(schema: readonly ColumnSchema[], tables: readonly Table[]): Table {
  return concat(schema, tables, (dictionaries) => new Recoder(largestOf(dictionaries)));
}

/** Makes what gives the values of some dictionaries one code each. */
type MakeRecoder = (dictionaries: readonly StringDictionary[]) => Recoder;

const anew: MakeRecoder = () => new Recoder();

function concat(schema: readonly ColumnSchema[], tables: readonly Table[], makeRecoder: MakeRecoder): Table {
  const length = tables.reduce((total, table) => total + table.length, 0);
  const columns = schema.map((column) => {
    const parts = tables.map((table) => {
      const found = table.column(column.name);
      return found?.type === column.type ? found : missingColumn(column.type, table.length);
    });
    return concatColumns(column, parts, length, makeRecoder);
  });
  return new Table(schema, columns, length);
}

/** Rows `[start, end)` of some ranges of a table, in order; values that no row has any more leave its dictionaries. */
export function takeRanges(table: Table, ranges: readonly (readonly [number, number])[]): Table {
  const length = ranges.reduce((total, [start, end]) => total + end - start, 0);
  const columns = table.columns.map((column) => {
    const parts = ranges.map(([start, end]) => ({ column, start, end }));
    return joinParts(column.type, parts, length, anew);
  });
  return new Table(table.schema, columns, length);
}

interface Part {
  readonly column: Column;
  readonly start: number;
  readonly end: number;
}

function concatColumns(
  schema: ColumnSchema,
  columns: readonly Column[],
  length: number,
  makeRecoder: MakeRecoder,
): Column {
  const parts = columns.map((column) => ({ column, start: 0, end: column.length })).filter((part) => part.end > 0);
  if (parts.length === 1) return parts[0].column;
  return joinParts(schema.type, parts, length, makeRecoder);
}

function joinParts(
  type: ColumnSchema['type'],
  parts: readonly Part[],
  length: number,
  makeRecoder: MakeRecoder,
): Column {
  if (parts.every((part) => isMissing(part.column))) return missingColumn(type, length);
  const kinds = new Set(parts.filter((part) => !isMissing(part.column)).map((part) => part.column.kind));
  if (kinds.size === 1) {
    if (kinds.has('string')) return joinStrings(parts, length, makeRecoder);
    if (kinds.has('int64')) return joinInt64(parts, length);
    if (kinds.has('number')) return joinNumbers(parts, length);
  }
  const json = parts.find((part) => part.column instanceof JsonColumn)?.column;
  if (json instanceof JsonColumn && parts.every(({ column }) => isMissing(column) || column instanceof JsonColumn)) {
    return joinJson(parts, length, json, makeRecoder);
  }
  const builder = columnBuilder(type);
  for (const { column, start, end } of parts) {
    for (let row = start; row < end; row++) builder.append(column.get(row));
  }
  return builder.finish();
}

function isMissing(column: Column): boolean {
  return column.kind === 'constant' && (column.value === null || column.value === '');
}

function joinStrings(parts: readonly Part[], length: number, makeRecoder: MakeRecoder): Column {
  const recoder = makeRecoder(parts.flatMap(({ column }) => (column.kind === 'string' ? [column.dictionary] : [])));
  const codes = new GrowingCodes();
  codes.reserve(length);
  for (const { column, start, end } of parts) {
    if (isMissing(column)) codes.pushMissing(end - start);
    else {
      const { codes: from, dictionary: texts } = column as StringColumn;
      recoder.recode(from, start, end, texts, codes);
    }
  }
  return stringColumn(codes.toArray(), recoder.dictionary.finish());
}

function joinJson(parts: readonly Part[], length: number, like: JsonColumn, makeRecoder: MakeRecoder): Column {
  const recoder = makeRecoder(parts.flatMap(({ column }) => (column instanceof JsonColumn ? [column.texts] : [])));
  const codes = new GrowingCodes();
  codes.reserve(length);
  for (const { column, start, end } of parts) {
    if (column instanceof JsonColumn) recoder.recode(column.codes, start, end, column.texts, codes);
    else codes.pushMissing(end - start);
  }
  return new JsonColumn(codes.toArray(), recoder.dictionary.finish(), like.parse);
}

/** Makes codes of other dictionaries codes of one; each distinct value is moved once, and only when a row has it. */
class Recoder {
  readonly dictionary: StringDictionaryBuilder;
  private readonly basis: ResidentDictionary | undefined;
  private readonly newCodes = new Map<StringDictionary, Uint32Array>();

  /** @param basis goes on as the one dictionary: its codes stay */
  constructor(basis?: ResidentDictionary) {
    this.basis = basis;
    this.dictionary = basis === undefined ? new StringDictionaryBuilder() : StringDictionaryBuilder.goingOn(basis);
  }

  recode(from: Codes, start: number, end: number, texts: StringDictionary, to: GrowingCodes): void {
    if (texts === this.basis) {
      to.pushAll(from.subarray(start, end), texts.size);
      return;
    }
    const newCodes = this.newCodes.get(texts) ?? new Uint32Array(texts.size);
    this.newCodes.set(texts, newCodes);
    for (let row = start; row < end; row++) {
      const code = from[row];
      if (code !== 0 && newCodes[code] === 0) {
        const { arena, offsets } = texts;
        newCodes[code] = this.dictionary.addBytes(arena, offsets[code], offsets[code + 1]);
      }
      to.push(newCodes[code]);
    }
  }
}

/** The dictionary with the most text, of those in WebAssembly's memory: others are small. */
function largestOf(dictionaries: readonly StringDictionary[]): ResidentDictionary | undefined {
  let largest: ResidentDictionary | undefined;
  for (const dictionary of dictionaries) {
    if (!(dictionary instanceof ResidentDictionary)) continue;
    if (largest === undefined || dictionary.interner.byteLength > largest.interner.byteLength) largest = dictionary;
  }
  return largest;
}

function joinInt64(parts: readonly Part[], length: number): Column {
  const first = parts.find((part) => part.column.kind === 'int64')?.column as Int64Column;
  const joined = new Int64ColumnBuilder(first.type);
  joined.reserveRows(length);
  for (const { column, start, end } of parts) {
    for (let row = start; row < end; row++) {
      if (column.kind !== 'int64' || column.nulls?.has(row)) joined.appendMissing();
      else joined.appendHalves(column.values.low(row), column.values.high(row));
    }
  }
  return joined.finish();
}

function joinNumbers(parts: readonly Part[], length: number): Column {
  const first = parts.find((part) => part.column.kind === 'number')?.column as NumberColumn;
  const { type } = first;
  const values =
    type === 'bool' ? new Uint8Array(length) : type === 'int' ? new Int32Array(length) : new Float64Array(length);
  const nulls = new GrowingBitmap();
  let at = 0;
  for (const { column, start, end } of parts) {
    if (column.kind === 'number') values.set(column.values.subarray(start, end), at);
    addNulls(nulls, column, start, end, at);
    at += end - start;
  }
  return numberColumn(type, values, nulls.toBitmap(length));
}

function addNulls(nulls: GrowingBitmap, column: Column, start: number, end: number, at: number): void {
  const known = column.kind === 'number' ? column.nulls : undefined;
  const all = column.kind === 'constant';
  if (known === undefined && !all) return;
  for (let row = start; row < end; row++) if (all || known?.has(row)) nulls.add(at + row - start);
}
