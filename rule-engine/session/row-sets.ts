import type { Bitmap } from '../columnar/bitmap.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { asBitmap, isSparse, type RowSet } from '../executor/expression/row-set.ts';
import type { Relation } from '../operators/relation.ts';

/** Sets that are kept: the newest. */
const MOST_SETS = 500;

/** Sets of physical rows that a page asks for by number (`View.among`). */
export class RowSets {
  private readonly sets = new Map<number, { readonly rows: RowSet; readonly length: number; readonly space: number }>();
  private last = 0;

  /** Keeps a set of the rows of a relation's space. */
  add(rows: Bitmap, { space }: Pick<Relation, 'space'>): number {
    const id = ++this.last;
    const { length } = rows;
    this.sets.set(id, { rows: isSparse(rows.count(), length) ? rows.toRows() : rows, length, space });
    for (const oldest of this.sets.keys()) {
      if (this.sets.size <= MOST_SETS) break;
      this.sets.delete(oldest);
    }
    return id;
  }

  /** The rows of a set. @throws QueryError where the set is gone or is of other rows */
  rowsOf(id: number, { space }: Pick<Relation, 'space'>): Bitmap {
    const kept = this.sets.get(id);
    if (kept === undefined || kept.space !== space) {
      throw invalid('stale-rows', 'These rows are of an earlier state of the events or the rule', {
        start: 0,
        length: 0,
      });
    }
    return asBitmap(kept.rows, kept.length);
  }
}
