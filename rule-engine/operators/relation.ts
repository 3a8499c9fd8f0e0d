import type { Column } from '../columnar/column.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';

/**
 * What flows between tabular operators: shared, immutable columns over one space of physical rows, and the rows of them
 * that are in, in order. `where`, `sort` and `take` change `rows` alone.
 */
export interface Relation {
  readonly schema: readonly ColumnSchema[];
  readonly columns: readonly Column[];
  /** The number of physical rows: the length of every column. */
  readonly physicalLength: number;
  /** Physical row ids in order; undefined means all, in order. */
  readonly rows: Uint32Array | undefined;
  /**
   * The id of the space of physical rows. Relations with the same id share row ids, so that a hit can be traced to the
   * row of the loaded table it came from; an operator that makes new rows (summarize, join, union) takes a new id.
   */
  readonly space: number;
  /** True after sort, top, range, serialize: window functions need it. */
  readonly serialized: boolean;
}

/** The number of rows that are in. */
export function rowCount(relation: Relation): number {
  return relation.rows?.length ?? relation.physicalLength;
}

/** The physical row ids that are in, in order, as a list also where all are. */
export function rowsOf({ rows, physicalLength }: Relation): Uint32Array {
  return rows ?? ascendingRows(physicalLength);
}

/** `0 … length - 1`. */
export function ascendingRows(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}
