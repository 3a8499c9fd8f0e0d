import { Bitmap } from '../../columnar/bitmap.ts';
import { addTo, asBitmap, intersectionOf, membersOf, type RowSet, unionOf } from './row-set.ts';

/** A truth value for each row of a frame: where it is true, and where it is null. No row is in both. */
export interface Mask {
  readonly length: number;
  readonly true: RowSet;
  readonly null: Bitmap | undefined;
}

export function constantMask(value: boolean | null, length: number): Mask {
  if (value === null) return { length, true: new Uint32Array(0), null: Bitmap.full(length) };
  return { length, true: value ? Bitmap.full(length) : new Uint32Array(0), null: undefined };
}

/** `not`: null stays null. */
export function notMask(mask: Mask): Mask {
  const isTrue = asBitmap(mask.true, mask.length);
  const isFalse = (mask.null === undefined ? isTrue : isTrue.or(mask.null)).not();
  return { length: mask.length, true: isFalse, null: mask.null };
}

/** `or` of any number: true where one is, else null where one is. */
export function orMasks(masks: readonly Mask[], length: number): Mask {
  const isTrue = unionOf(
    masks.map((mask) => mask.true),
    length,
  );
  let isNull: Bitmap | undefined;
  for (const mask of masks) {
    if (mask.null !== undefined) isNull = isNull === undefined ? mask.null : isNull.or(mask.null);
  }
  return { length, true: isTrue, null: isNull && withoutEmpty(isNull.andNot(asBitmap(isTrue, length))) };
}

/** `and` of any number: true where all are, else null where none is false. */
export function andMasks(masks: readonly Mask[], length: number): Mask {
  if (masks.length === 0) return constantMask(true, length);
  const isTrue = masks.map((mask) => mask.true).reduce(intersectionOf);
  if (masks.every((mask) => mask.null === undefined)) return { length, true: isTrue, null: undefined };
  const possible = masks.map((mask) => {
    const one = asBitmap(mask.true, length);
    return mask.null === undefined ? one : one.or(mask.null);
  });
  const notFalse = possible.reduce((a, b) => a.and(b));
  return { length, true: isTrue, null: withoutEmpty(notFalse.andNot(asBitmap(isTrue, length))) };
}

/** A mask over some of a frame's rows, as one over all of its rows: it is false where they are not. */
export function widenedMask(mask: Mask, positions: Uint32Array, length: number): Mask {
  const widened = (set: RowSet): Uint32Array => membersOf(set).map((position) => positions[position]);
  const isNull = mask.null && addTo(new Bitmap(length), widened(mask.null));
  return { length, true: widened(mask.true), null: isNull };
}

/** `iff`: the second where the first is true, else the third. */
export function chooseMask(condition: Mask, then: Mask, otherwise: Mask): Mask {
  const { length } = condition;
  const taken = asBitmap(condition.true, length);
  const choose = (a: Bitmap, b: Bitmap): Bitmap => a.and(taken).or(b.andNot(taken));
  const nothing = new Bitmap(length);
  const isNull = then.null ?? otherwise.null;
  return {
    length,
    true: choose(asBitmap(then.true, length), asBitmap(otherwise.true, length)),
    null: isNull === undefined ? undefined : choose(then.null ?? nothing, otherwise.null ?? nothing),
  };
}

function withoutEmpty(set: Bitmap): Bitmap | undefined {
  return set.isEmpty() ? undefined : set;
}
