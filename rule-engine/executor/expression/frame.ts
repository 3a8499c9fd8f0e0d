import type { Relation } from '../../operators/relation.ts';

/** A relation with fewer rows than this share of the physical ones is evaluated row by row rather than as a whole. */
const SHORT_SHARE = 16;

/**
 * The rows that masks are about: bit `i` of a mask is the physical row `rows[i]`, or the physical row `i` itself when all
 * are in. Short lists of rows have masks of their own, so that what is done to a few hits costs little.
 */
export interface Frame {
  readonly rows: Uint32Array | undefined;
  /** The number of rows: the length of a mask. */
  readonly length: number;
}

/** The frame in which a relation's predicates are evaluated: its own rows when they are few, else all physical rows. */
export function frameOf(relation: Relation): Frame {
  const { rows, physicalLength } = relation;
  if (rows === undefined || rows.length * SHORT_SHARE > physicalLength) {
    return { rows: undefined, length: physicalLength };
  }
  return { rows, length: rows.length };
}
