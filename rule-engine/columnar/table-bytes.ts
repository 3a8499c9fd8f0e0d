import type { Column } from './column.ts';
import { JsonColumn } from './json-column.ts';
import type { Table } from './table.ts';

/** About the memory that a table takes. */
export function tableBytes({ columns }: Table): number {
  return columns.reduce((bytes, column) => bytes + columnBytes(column), 0);
}

function columnBytes(column: Column): number {
  if (column.kind === 'constant') return 0;
  if (column.kind === 'string' || column instanceof JsonColumn) {
    const texts = column.kind === 'string' ? column.dictionary : column.texts;
    return column.codes.byteLength + texts.offsets[texts.size] + 4 * texts.size;
  }
  return column.kind === 'int64' ? column.values.byteLength : 8 * column.length;
}
