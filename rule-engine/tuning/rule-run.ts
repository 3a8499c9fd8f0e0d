import { Bitmap } from '../columnar/bitmap.ts';
import type { WhereStep } from '../executor/counts.ts';
import type { ExecutedStep, Execution } from '../executor/execution.ts';
import type { Bound } from '../executor/expression/bound.ts';
import type { Frame } from '../executor/expression/domain.ts';
import { addTo, membersOf, type RowSet } from '../executor/expression/row-set.ts';
import type { LiteralPlace } from '../executor/literal-map.ts';
import type { LiteralCounts } from '../executor/literals.ts';
import type { Relation } from '../operators/relation.ts';

/** What tuning needs of an evaluated rule. Rows are physical rows of `base`. */
export interface RuleRun {
  readonly execution: Execution;
  /** All rows that the rule began with. */
  readonly base: Relation;
  /** The steps of the pipeline, from its first table on. */
  readonly steps: readonly ExecutedStep[];
  /** The `where` steps over rows of `base`, in order, exclusions among them. */
  readonly conditions: readonly WhereStep[];
  readonly exclusions: readonly WhereStep[];
  /** The rows of `base` that came through all steps. */
  readonly survivors: Relation;
  /** The string literals of the query. */
  readonly literals: readonly LiteralPlace[];
  /** What each of them does. */
  countLiterals(execution: Execution): Promise<readonly LiteralCounts[]>;
}

/** The rows before any exclusion: those that reach the first, or the hits where there is none. */
export function rowsBeforeExclusions(run: RuleRun): Relation {
  return run.exclusions[0]?.input ?? run.survivors;
}

/** The rows that the exclusions removed. */
export function excludedRows(run: RuleRun): Bitmap {
  const { exclusions, base } = run;
  if (exclusions.length === 0) return new Bitmap(base.physicalLength);
  const before = bitmapOf(exclusions[0].input);
  return before.andNot(bitmapOf(exclusions[exclusions.length - 1].output));
}

const bitmaps = new WeakMap<Uint32Array, Bitmap>();

/** A relation's rows as a set of physical rows. It is kept as long as the list of rows: not to be changed. */
export function bitmapOf({ rows, physicalLength }: Relation): Bitmap {
  if (rows === undefined) return Bitmap.full(physicalLength);
  let bitmap = bitmaps.get(rows);
  if (bitmap?.length !== physicalLength) {
    bitmap = addTo(new Bitmap(physicalLength), rows);
    bitmaps.set(rows, bitmap);
  }
  return bitmap;
}

/** The rows of a relation for which a bound condition is true, as physical rows. */
export async function rowsWhere(bound: Bound, relation: Relation, execution: Execution): Promise<Bitmap> {
  const { frame, members } = execution.domainOf(relation);
  const mask = await execution.mask(bound, frame);
  return physicalRows(mask.true, frame, members, relation.physicalLength);
}

/** A set of positions in a frame as physical rows. */
export function physicalRows(set: RowSet, frame: Frame, members: Bitmap | undefined, length: number): Bitmap {
  const result = new Bitmap(length);
  if (frame.rows === undefined && set instanceof Bitmap) {
    for (let i = 0; i < result.words.length; i++) {
      result.words[i] = members === undefined ? set.words[i] : set.words[i] & members.words[i];
    }
    return result;
  }
  for (const position of membersOf(set)) {
    if (members?.has(position) === false) continue;
    result.add(frame.rows === undefined ? position : frame.rows[position]);
  }
  return result;
}

/** A set of physical rows as positions in a frame. */
export function framedRows(physical: Bitmap, { rows, length }: Frame): Bitmap {
  if (rows === undefined) return physical;
  const set = new Bitmap(length);
  for (let i = 0; i < length; i++) if (physical.has(rows[i])) set.add(i);
  return set;
}

/** Other rows under a relation's columns; undefined means all. */
export function withRows(relation: Relation, rows: Relation['rows']): Relation {
  return { ...relation, rows };
}
