import { JsonColumn } from './json-column.ts';
import type { Table } from './table.ts';

/** About the memory that a table takes. */
export function tableBytes({ columns, length }: Table): number {
  let bytes = 0;
  for (const column of columns) {
    const texts =
      column instanceof JsonColumn ? column.texts : column.kind === 'string' ? column.dictionary : undefined;
    if (texts !== undefined) bytes += 4 * length + texts.offsets[texts.size] + 4 * texts.size;
    else if (column.kind !== 'constant') bytes += 8 * length;
  }
  return bytes;
}
