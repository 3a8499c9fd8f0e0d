import type { Codes } from '../../columnar/codes.ts';
import type { CodedColumn, StringColumn } from '../../columnar/column.ts';

/** A column that gives each row a code of one of its distinct values. */
export type CodeColumn = StringColumn | CodedColumn;

const counts = new WeakMap<Codes, number>();

/** The number of codes: one more than the greatest in use, without parsing the values of a coded column. */
export function codeCount(column: CodeColumn): number {
  if (column.kind === 'string') return column.dictionary.size;
  const { codes } = column;
  let count = counts.get(codes);
  if (count === undefined) {
    count = 0;
    for (let row = 0; row < codes.length; row++) if (codes[row] >= count) count = codes[row] + 1;
    counts.set(codes, count);
  }
  return count;
}
