import type { Column } from '../columnar/column.ts';
import type { CallSite } from '../functions/function.ts';

/** What a window function reads: its arguments over the rows of a serialized relation. */
export interface WindowInput {
  /** A column for each argument. */
  readonly columns: readonly Column[];
  /** Physical row ids in order. */
  readonly rows: Uint32Array;
  /** The length that the result must have; rows that are not in `rows` are never read. */
  readonly physicalLength: number;
  readonly call: CallSite;
}

/** `row_number`, `prev`, `next`, `row_cumsum`, …: a function of a row's place among the others. */
export interface WindowFunction {
  readonly name: string;
  readonly evaluate: (input: WindowInput) => Column;
}
