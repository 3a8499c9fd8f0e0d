import type { Codes } from '../columnar/codes.ts';
import type { Column } from '../columnar/column.ts';
import { valueText } from '../functions/value-text.ts';
import { scalarKey } from '../schema/scalar-key.ts';
import type { Scalar } from '../schema/value.ts';
import type { Facet } from './protocol/rows.ts';

/** Rows counted between two checkpoints. */
const BLOCK = 1 << 15;

/** The most frequent values of a column among some rows; codes are counted, and only the values shown are decoded. */
export async function facetOf(
  name: string,
  column: Column,
  rows: Uint32Array,
  limit: number,
  checkpoint: () => Promise<void>,
): Promise<Facet> {
  const counts =
    column.kind === 'string' ? await countCodes(column.codes, column.dictionary.size, rows, checkpoint) : undefined;
  if (column.kind === 'string' && counts !== undefined) {
    const { top, distinct } = mostFrequent(counts.entries(), limit);
    return { column: name, distinct, values: top.map(([code, n]) => ({ text: column.dictionary.get(code), rows: n })) };
  }
  const { top, distinct } = mostFrequent((await countValues(column, rows, checkpoint)).values(), limit);
  return {
    column: name,
    distinct,
    values: top.map(([value, n]) => ({ text: valueText(value, column.type), rows: n })),
  };
}

async function countCodes(
  codes: Codes,
  size: number,
  rows: Uint32Array,
  checkpoint: () => Promise<void>,
): Promise<Map<number, number> | Uint32Array> {
  if (rows.length * 16 < size) {
    const few = new Map<number, number>();
    for (const row of rows) few.set(codes[row], (few.get(codes[row]) ?? 0) + 1);
    return few;
  }
  const counts = new Uint32Array(size);
  for (let i = 0; i < rows.length; i++) {
    counts[codes[rows[i]]]++;
    if (i % BLOCK === BLOCK - 1) await checkpoint();
  }
  return counts;
}

async function countValues(
  column: Column,
  rows: Uint32Array,
  checkpoint: () => Promise<void>,
): Promise<Map<unknown, [Scalar, number]>> {
  const counts = new Map<unknown, [Scalar, number]>();
  for (let i = 0; i < rows.length; i++) {
    const value = column.get(rows[i]) ?? null;
    const key = scalarKey(value);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, [value, 1]);
    else known[1]++;
    if (i % BLOCK === BLOCK - 1) await checkpoint();
  }
  return counts;
}

/** The greatest counts, greatest first, and the number of values that have a count at all. */
function mostFrequent<Key>(
  counts: Iterable<[Key, number]>,
  limit: number,
): { readonly top: [Key, number][]; readonly distinct: number } {
  const top: [Key, number][] = [];
  let distinct = 0;
  for (const entry of counts) {
    if (entry[1] === 0) continue;
    distinct++;
    if (top.length === limit && (limit === 0 || entry[1] <= top[limit - 1][1])) continue;
    let at = top.length;
    while (at > 0 && top[at - 1][1] < entry[1]) at--;
    top.splice(at, 0, entry);
    if (top.length > limit) top.pop();
  }
  return { top, distinct };
}
