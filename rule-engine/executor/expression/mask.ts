import { Bitmap } from '../../columnar/bitmap.ts';
import { addTo, asBitmap, type RowSet } from './row-set.ts';

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
  const isTrue = new Bitmap(length);
  let isNull: Bitmap | undefined;
  for (const mask of masks) {
    addTo(isTrue, mask.true);
    if (mask.null !== undefined) isNull = isNull === undefined ? mask.null : isNull.or(mask.null);
  }
  return { length, true: isTrue, null: withoutEmpty(isNull?.andNot(isTrue)) };
}

/** `and` of any number: true where all are, else null where none is false. */
export function andMasks(masks: readonly Mask[], length: number): Mask {
  let isTrue: Bitmap | undefined;
  let notFalse: Bitmap | undefined;
  const nullable = masks.some((mask) => mask.null !== undefined);
  for (const mask of masks) {
    const one = asBitmap(mask.true, length);
    isTrue = isTrue === undefined ? one : isTrue.and(one);
    if (!nullable) continue;
    const possible = mask.null === undefined ? one : one.or(mask.null);
    notFalse = notFalse === undefined ? possible : notFalse.and(possible);
  }
  if (isTrue === undefined) return constantMask(true, length);
  return { length, true: isTrue, null: withoutEmpty(notFalse?.andNot(isTrue)) };
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

function withoutEmpty(set: Bitmap | undefined): Bitmap | undefined {
  return set === undefined || set.isEmpty() ? undefined : set;
}
