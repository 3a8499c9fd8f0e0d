import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import type { Bound } from '../executor/expression/bound.ts';
import type { Domain } from '../executor/expression/domain.ts';
import { constantMask, type Mask } from '../executor/expression/mask.ts';
import { overriddenMask } from '../executor/expression/overridden-mask.ts';
import { addTo, asBitmap } from '../executor/expression/row-set.ts';
import type { Relation } from '../operators/relation.ts';
import { physicalRows, withRows } from './rule-run.ts';
import type { CountedLiteral } from './run-literals.ts';

/** The rows among `over`, which must be of the literal's input, that a literal matches, as physical rows. */
export async function literalRows(counted: CountedLiteral, over: Relation, execution: Execution): Promise<Bitmap> {
  const domain = execution.domainOf(withRows(counted.input, over.rows));
  const set = await matchedSet(counted, domain, execution);
  return physicalRows(set, domain.frame, undefined, over.physicalLength);
}

/** The members of a domain that a literal matches, as positions in its frame. */
export async function matchedSet(
  { uses }: CountedLiteral,
  { frame, members }: Domain,
  execution: Execution,
): Promise<Bitmap> {
  const set = new Bitmap(frame.length);
  for (const { test } of uses) addTo(set, (await execution.mask(test, frame)).true);
  return members === undefined ? set : set.and(members);
}

/** The members of a domain whose verdict in the literal's condition hangs on the literal alone. */
export async function uniqueSet(
  { uses, condition }: CountedLiteral,
  { frame, members }: Domain,
  execution: Execution,
): Promise<Bitmap> {
  const overrides = new Map<Bound, Mask>();
  for (const { test, list } of uses) {
    const absent = list !== undefined && list.quantifier === 'all';
    overrides.set(test, constantMask(absent, frame.length));
  }
  const changed = await overriddenMask(condition, overrides, frame, execution.masks);
  const without = asBitmap(changed.true, frame.length);
  const as = asBitmap((await execution.mask(condition, frame)).true, frame.length);
  const unique = as.andNot(without).or(without.andNot(as));
  return members === undefined ? unique : unique.and(members);
}
