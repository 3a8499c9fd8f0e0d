import type { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import { type Relation, rowsOf } from '../operators/relation.ts';
import { chain, columnComparer } from '../operators/row-comparer.ts';
import { type RowComparer, sortRows, topRows } from '../operators/sort-rows.ts';
import type { LabelRows } from '../tuning/label-rows.ts';
import type { View } from './protocol/view.ts';
import { labelColumn } from './protocol/view.ts';
import type { Run } from './run.ts';
import { tabRelation } from './tab-relation.ts';
import { viewCondition } from './view-conditions.ts';
import { labelComparer, withLabelFilters } from './view-labels.ts';

/** With more rows than this, the first ones are found without sorting all of them. */
const WHOLE_SORT = 50_000;
/** As many of the first rows are found at once. */
const FIRST_ROWS = 2_000;

/** Sets of physical rows that a view is about. */
export interface ViewSets {
  readonly among?: Bitmap | undefined;
  readonly labels?: LabelRows | undefined;
}

/** The rows of a view, filtered once and sorted as far as they are asked for. */
export class ViewRows {
  readonly relation: Relation;
  private readonly rows: Uint32Array;
  private readonly compare: RowComparer | undefined;
  private first: Uint32Array | undefined;
  private sorted: Uint32Array | undefined;

  private constructor(relation: Relation, compare: RowComparer | undefined) {
    this.relation = relation;
    this.rows = rowsOf(relation);
    this.compare = compare;
    if (compare === undefined) this.sorted = this.rows;
  }

  /**
   * Filters the rows of a view's tab. `execution` is the run's, or another over the same data that can be cancelled;
   * `among` the rows that `view.among` stands for, `labels` those of the run's events for a view that looks at them.
   */
  static async of(view: View, run: Run, execution: Execution, { among, labels }: ViewSets = {}): Promise<ViewRows> {
    const tab = tabRelation(run, view.tab);
    const narrowed = among === undefined ? tab : { ...tab, rows: rowsOf(tab).filter((row) => among.has(row)) };
    const whole = labels === undefined ? narrowed : withLabelFilters(narrowed, view, labels);
    const condition = viewCondition(view, whole.schema);
    const relation = condition === undefined ? whole : { ...whole, rows: await execution.select(condition, whole) };
    return new ViewRows(relation, sortComparer(view, whole, run, labels));
  }

  get total(): number {
    return this.rows.length;
  }

  /** Positions `[start, end)` of the view. */
  async window(start: number, end: number, checkpoint: () => Promise<void>): Promise<Uint32Array> {
    if (this.sorted === undefined && this.compare !== undefined) {
      const few = end <= FIRST_ROWS && this.rows.length > WHOLE_SORT;
      if (few) this.first ??= await topRows(this.rows, FIRST_ROWS, this.compare, checkpoint);
      else this.sorted = await sortRows(this.rows, this.compare, checkpoint);
    }
    return (this.sorted ?? this.first ?? this.rows).slice(Math.max(0, start), Math.max(0, end));
  }

  /** All rows of the view, in no particular order. */
  get members(): Uint32Array {
    return this.rows;
  }
}

function sortComparer(
  view: View,
  relation: Relation,
  run: Run,
  labels: LabelRows | undefined,
): RowComparer | undefined {
  const comparers: RowComparer[] = [];
  for (const { column, descending } of view.sort) {
    const index = relation.schema.findIndex(({ name }) => name === column);
    const order = descending ? 'desc' : 'asc';
    if (index >= 0) {
      comparers.push(columnComparer(relation.columns[index], { order, nulls: descending ? 'last' : 'first' }));
    } else if (column === labelColumn && labels !== undefined) {
      comparers.push(labelComparer(labels, descending));
    } else if (column === 'Verdict' && view.tab !== 'hits') {
      const sign = descending ? -1 : 1;
      comparers.push((a, b) => (run.verdictRank(a) - run.verdictRank(b)) * sign);
    }
  }
  return comparers.length === 0 ? undefined : chain(comparers);
}
