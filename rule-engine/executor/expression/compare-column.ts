import { Bitmap } from '../../columnar/bitmap.ts';
import type { Int64Column, NumberColumn } from '../../columnar/column.ts';
import type { AcceptedOrders } from '../../columnar/int64-values.ts';
import type { Bound, BoundCall } from './bound.ts';
import type { Mask } from './mask.ts';

type Comparison = '<' | '<=' | '>' | '>=' | '==';

const MIRRORED: Readonly<Record<string, Comparison>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==' };

/**
 * A column of integers against a constant, without a bigint a row: a comparison, or `between` with two constants.
 * Undefined when the call is anything else.
 */
export function comparisonMask(call: BoundCall): Mask | undefined {
  const { name, args } = call;
  if (name === 'between') {
    const from = compare('>=', args[0], args[1]);
    const to = compare('<=', args[0], args[2]);
    if (from === undefined || to === undefined || args[1].type !== args[2].type) return undefined;
    return { length: from.length, true: from.true.and(to.true), null: from.null };
  }
  const mirrored = MIRRORED[name];
  if (mirrored === undefined) return undefined;
  return compare(name as Comparison, args[0], args[1]) ?? compare(mirrored, args[1], args[0]);
}

interface DenseMask extends Mask {
  readonly true: Bitmap;
}

function compare(comparison: Comparison, left: Bound, right: Bound): DenseMask | undefined {
  if (left.kind !== 'column' || right.kind !== 'constant') return undefined;
  const { column } = left;
  if (column.kind === 'int64') {
    const comparable = column.type === right.type || (column.type === 'long' && right.type === 'int');
    const limit = comparable ? integerOf(right.value) : undefined;
    return limit === undefined
      ? undefined
      : finish(column.values.compareAll(limit, accepted(comparison)), column, comparison);
  }
  if (column.kind !== 'number' || column.type !== 'int') return undefined;
  const limit = right.type === 'int' || right.type === 'long' ? integerOf(right.value) : undefined;
  return limit === undefined ? undefined : finish(compareNumber(column, comparison, Number(limit)), column, comparison);
}

function integerOf(value: unknown): bigint | undefined {
  return typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : undefined;
}

/** A null is equal to no value, and has no order with any. */
function finish(isTrue: Bitmap, { nulls }: Int64Column | NumberColumn, comparison: Comparison): DenseMask {
  if (nulls === undefined) return { length: isTrue.length, true: isTrue, null: undefined };
  return { length: isTrue.length, true: isTrue.andNot(nulls), null: comparison === '==' ? undefined : nulls };
}

function compareNumber({ values }: NumberColumn, comparison: Comparison, limit: number): Bitmap {
  const { below, equal, above } = accepted(comparison);
  const result = new Bitmap(values.length);
  const { words } = result;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value < limit ? below : value > limit ? above : equal) words[row >>> 5] |= 1 << (row & 31);
  }
  return result;
}

function accepted(comparison: Comparison): AcceptedOrders {
  return {
    below: comparison.startsWith('<'),
    equal: comparison.endsWith('='),
    above: comparison.startsWith('>'),
  };
}
