import { Bitmap } from '../../columnar/bitmap.ts';
import type { Column } from '../../columnar/column.ts';
import { int64Column, numberColumn, valueColumn } from '../../columnar/columns.ts';
import { Int64Values } from '../../columnar/int64-values.ts';
import type { ScalarType } from '../../schema/scalar-type.ts';
import type { Scalar } from '../../schema/value.ts';

/** Fills a column of a known length in any order of rows; rows that are never set are null. */
export interface ColumnWriter {
  set(row: number, value: Scalar): void;
  finish(): Column;
}

/** A writer for `length` rows of a type. */
export function columnWriter(type: ScalarType, length: number): ColumnWriter {
  switch (type) {
    case 'bool':
      return numberWriter(type, new Uint8Array(length));
    case 'int':
      return numberWriter(type, new Int32Array(length));
    case 'real':
      return numberWriter(type, new Float64Array(length));
    case 'long':
    case 'datetime':
    case 'timespan':
      return int64Writer(type, length);
    default: {
      const values: Scalar[] = new Array(length).fill(type === 'string' ? '' : null);
      return {
        set: (row, value) => {
          values[row] = value;
        },
        finish: () => valueColumn(type, values),
      };
    }
  }
}

function numberWriter(type: 'bool' | 'int' | 'real', values: Uint8Array | Int32Array | Float64Array): ColumnWriter {
  const nulls = Bitmap.full(values.length);
  return {
    set: (row, value) => {
      if (value === null) return;
      values[row] = Number(value);
      nulls.delete(row);
    },
    finish: () => numberColumn(type, values, nulls.isEmpty() ? undefined : nulls),
  };
}

function int64Writer(type: 'long' | 'datetime' | 'timespan', length: number): ColumnWriter {
  const values = new BigInt64Array(length);
  const nulls = Bitmap.full(length);
  return {
    set: (row, value) => {
      if (value === null) return;
      values[row] = value as bigint;
      nulls.delete(row);
    },
    finish: () => int64Column(type, Int64Values.from(values), nulls.isEmpty() ? undefined : nulls),
  };
}
