import type { Relation } from '../../operators/relation.ts';
import type { Frame } from './frame.ts';
import type { Mask } from './mask.ts';
import { asBitmap, membersOf } from './row-set.ts';

/** The rows of a relation for which a mask over its frame is true, in the relation's order. */
export function selectRows(mask: Mask, frame: Frame, relation: Relation): Uint32Array {
  const members = membersOf(mask.true);
  if (relation.rows === undefined) return members;
  if (frame.rows !== undefined) {
    const { rows } = frame;
    return members.map((index) => rows[index]);
  }
  const isTrue = asBitmap(mask.true, mask.length);
  return relation.rows.filter((row) => isTrue.has(row));
}
