import type { Column } from '../columnar/column.ts';
import {
  columnBuilder,
  JsonColumnBuilder,
  NumberColumnBuilder,
  StringColumnBuilder,
} from '../columnar/column-builder.ts';
import { Int64ColumnBuilder } from '../columnar/int64-column-builder.ts';
import { convert } from '../functions/conversion.ts';
import { parseJson } from '../functions/json-text.ts';
import type { CellKind } from '../readers/reader.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { appendDatetime } from './datetime-cell.ts';
import { appendInteger, smallInteger } from './integer-cell.ts';

/** Takes a column's cells as bytes. */
export interface CellColumn {
  readonly length: number;
  readonly filled: number;
  /** Appends the cell and gives true, or appends nothing when it is no value of the type. */
  append(bytes: Uint8Array, start: number, end: number, kind: CellKind): boolean;
  appendMissing(): void;
  finish(): Column;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A column that takes cells of a type. */
export function cellColumn(type: ScalarType): CellColumn {
  switch (type) {
    case 'string': {
      const builder = new StringColumnBuilder();
      return new BuiltCells(builder, (bytes, start, end) => {
        builder.appendBytes(bytes, start, end);
        return true;
      });
    }
    case 'dynamic': {
      const builder = new JsonColumnBuilder(parseDynamic);
      return new BuiltCells(builder, (bytes, start, end) => {
        builder.appendBytes(bytes, start, end);
        return true;
      });
    }
    case 'datetime': {
      const builder = new Int64ColumnBuilder(type);
      return new BuiltCells(builder, (bytes, start, end) => appendDatetime(builder, bytes, start, end));
    }
    case 'long': {
      const builder = new Int64ColumnBuilder(type);
      return new BuiltCells(builder, (bytes, start, end) => appendInteger(builder, bytes, start, end));
    }
    case 'int':
    case 'bool':
    case 'real':
      return numberCells(type);
    case 'decimal':
    case 'guid':
    case 'timespan': {
      const builder = columnBuilder(type);
      return new BuiltCells(builder, (bytes, start, end) => {
        const value = convert(decoder.decode(bytes.subarray(start, end)).trim(), 'string', type);
        if (value !== null) builder.append(value);
        return value !== null;
      });
    }
  }
}

function numberCells(type: 'int' | 'bool' | 'real'): CellColumn {
  const builder = new NumberColumnBuilder(type);
  return new BuiltCells(builder, (bytes, start, end) => {
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
export function parseDynamic(text: string): Scalar {
  const value = parseJson(text);
  return value === undefined ? text : value;
}

type Builder = Pick<CellColumn, 'length' | 'filled' | 'appendMissing' | 'finish'>;

class BuiltCells implements CellColumn {
  private readonly builder: Builder;
  readonly append: CellColumn['append'];

  constructor(builder: Builder, append: CellColumn['append']) {
    this.builder = builder;
    this.append = append;
  }

  get length(): number {
    return this.builder.length;
  }

  get filled(): number {
    return this.builder.filled;
  }

  appendMissing(): void {
    this.builder.appendMissing();
  }

  finish(): Column {
    return this.builder.finish();
  }
}
