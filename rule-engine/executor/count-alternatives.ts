import type { Bound } from './expression/bound.ts';
import type { Domain } from './expression/domain.ts';
import type { MaskSource } from './expression/masks.ts';
import { countSole, type RowSet } from './expression/row-set.ts';
import type { LiteralUse } from './literals.ts';

/**
 * Counts the literals of a condition that is true where any of its tests is, as most detections are: chains of `or` and
 * lists of which one element suffices. A row hangs on a literal when no other test is true of it.
 * Gives the rows and unique rows of each group of uses; undefined for other conditions, and where a test may be null.
 */
export function countAlternatives(
  condition: Bound,
  groups: readonly (readonly LiteralUse[])[],
  { frame, members }: Domain,
  masks: MaskSource,
): readonly (readonly [rows: number, unique: number])[] | undefined {
  const tests = alternativesOf(condition);
  const matched: RowSet[] = [];
  for (const test of tests) {
    const mask = masks.known(test, frame);
    if (mask === undefined || mask.null !== undefined) return undefined;
    matched.push(mask.true);
  }
  const places = new Map(tests.map((test, i) => [test, i]));
  const alternatives: number[] = [];
  for (const uses of groups) {
    const place = uses.length === 1 ? places.get(uses[0].test) : undefined;
    if (place === undefined) return undefined;
    alternatives.push(place);
  }
  const counts = countSole(matched, frame.length, members);
  return alternatives.map((place) => counts[place]);
}

/** The tests of which each makes a condition true. */
function alternativesOf(condition: Bound): readonly Bound[] {
  if (condition.kind === 'list' && condition.quantifier === 'any') return condition.tests;
  if (condition.kind === 'logic' && condition.operator === 'or') return condition.args.flatMap(alternativesOf);
  return [condition];
}
