import type { Relation } from './relation.ts';

/** The physical row ids of a relation, in order. */
export function rowsOf(relation: Relation): Uint32Array {
  if (relation.rows !== undefined) return relation.rows;
  return ascendingRows(relation.physicalLength);
}

/** `0 … length - 1`. */
export function ascendingRows(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}

/** The number of rows of a relation. */
export function rowCount(relation: Relation): number {
  return relation.rows?.length ?? relation.physicalLength;
}
