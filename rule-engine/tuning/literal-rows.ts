import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import type { Bound } from '../executor/expression/bound.ts';
import { constantMask, type Mask } from '../executor/expression/mask.ts';
import { overriddenMask } from '../executor/expression/overridden-mask.ts';
import { asBitmap } from '../executor/expression/row-set.ts';
import type { Relation } from '../operators/relation.ts';
import { physicalRows, rowsWhere, withRows } from './rule-run.ts';
import type { CountedLiteral } from './run-literals.ts';

/** The rows among `over`, which must be of the literal's input, that a literal matches. */
export async function literalRows(
  { uses, input }: CountedLiteral,
  over: Relation,
  execution: Execution,
): Promise<Bitmap> {
  const relation = withRows(input, over.rows);
  let rows: Bitmap | undefined;
  for (const { test } of uses) {
    const matched = await rowsWhere(test, relation, execution);
    rows = rows === undefined ? matched : rows.or(matched);
  }
  return rows ?? new Bitmap(input.physicalLength);
}

/** The rows among `over` whose verdict in the literal's condition hangs on the literal alone. */
export async function uniqueLiteralRows(
  { uses, input, condition }: CountedLiteral,
  over: Relation,
  execution: Execution,
): Promise<Bitmap> {
  const { frame, members } = execution.domainOf(withRows(input, over.rows));
  const overrides = new Map<Bound, Mask>();
  for (const { test, list } of uses) {
    const absent = list !== undefined && list.quantifier === 'all';
    overrides.set(test, constantMask(absent, frame.length));
  }
  const without = asBitmap((await overriddenMask(condition, overrides, frame, execution.masks)).true, frame.length);
  const as = asBitmap((await execution.mask(condition, frame)).true, frame.length);
  return physicalRows(as.andNot(without).or(without.andNot(as)), frame, members, input.physicalLength);
}
