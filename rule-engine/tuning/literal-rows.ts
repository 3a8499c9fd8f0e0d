import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import type { Bound } from '../executor/expression/bound.ts';
import type { Domain } from '../executor/expression/domain.ts';
import { constantMask, type Mask } from '../executor/expression/mask.ts';
import { overriddenMask } from '../executor/expression/overridden-mask.ts';
import { addTo, asBitmap, type RowSet } from '../executor/expression/row-set.ts';
import { physicalRows } from './rule-run.ts';
import type { CountedLiteral } from './run-literals.ts';

/** The rows of its step's input that a literal matches, as physical rows. Not to be changed: it may be what is kept. */
export async function literalRows(counted: CountedLiteral, execution: Execution): Promise<RowSet> {
  const { input } = counted;
  const domain = execution.domainOf(input);
  const set = await matchedSet(counted, domain, execution);
  return domain.frame.rows === undefined ? set : physicalRows(set, domain.frame, undefined, input.physicalLength);
}

/** The members of a domain that a literal matches, as positions in its frame. Not to be changed, as above. */
export async function matchedSet(
  { uses }: CountedLiteral,
  { frame, members }: Domain,
  execution: Execution,
): Promise<RowSet> {
  if (uses.length === 1) return within((await execution.mask(uses[0].test, frame)).true, members);
  const set = new Bitmap(frame.length);
  for (const { test } of uses) addTo(set, (await execution.mask(test, frame)).true);
  return within(set, members);
}

function within(set: RowSet, members: Bitmap | undefined): RowSet {
  if (members === undefined) return set;
  return set instanceof Bitmap ? set.and(members) : set.filter((position) => members.has(position));
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
