import type { Column } from '../columnar/column.ts';
import { gatherColumn, NO_ROW } from '../columnar/gather.ts';
import { GrowingArray } from '../columnar/growing-array.ts';
import { NOT_INTERNED, PairInterner } from '../columnar/pair-interner.ts';
import type { JoinKind } from '../plan/plan.ts';
import { keyCoder } from './key-coder.ts';
import type { OperatorContext, PlanOf, TabularOperator } from './operator.ts';
import { type Relation, rowsOf } from './relation.ts';

const BLOCK = 1 << 14;

/**
 * `join` and `lookup`, hashed: the right side is put into buckets by key, the left side looks up its rows in order.
 * Nulls match nulls and NaN matches NaN, as in Kusto.
 * @see https://learn.microsoft.com/kusto/query/join-operator
 */
export const join: TabularOperator<'join'> = {
  kind: 'join',
  execute: async (node, context) => {
    const left = await context.run(node.left);
    const right = await context.run(node.right);
    const sides = await keyedSides(node, left, right, context);
    switch (node.join) {
      case 'leftsemi':
      case 'leftanti': {
        const wanted = node.join === 'leftsemi';
        return filtered(
          node,
          left,
          'left',
          sides.leftRows.filter((_, i) => sides.hasMatch(i) === wanted),
        );
      }
      case 'rightsemi':
      case 'rightanti': {
        const wanted = node.join === 'rightsemi';
        const used = matchedRight(sides);
        return filtered(
          node,
          right,
          'right',
          sides.rightRows.filter((_, i) => (used[i] === 1) === wanted),
        );
      }
      default: {
        const pairs = await matchPairs(sides, node.join, node, context);
        const columns = node.output.map(({ side, index }) =>
          side === 'left'
            ? gatherColumn(left.columns[index], pairs.left)
            : gatherColumn(right.columns[index], pairs.right),
        );
        return {
          schema: node.columns,
          columns,
          physicalLength: pairs.left.length,
          rows: undefined,
          space: context.newSpace(),
          serialized: false,
        };
      }
    }
  },
};

/** A row of one side stays or goes: the relation with fewer rows. */
function filtered(node: PlanOf<'join'>, relation: Relation, side: 'left' | 'right', rows: Uint32Array): Relation {
  const columns = node.output
    .filter((output) => output.side === side)
    .map((output): Column => relation.columns[output.index]);
  return { ...relation, schema: node.columns, columns, rows, serialized: false };
}

/** Both sides' rows with their keys as codes; equal codes are equal keys. */
interface KeyedSides {
  readonly leftRows: Uint32Array;
  readonly leftCodes: Uint32Array;
  readonly rightRows: Uint32Array;
  readonly rightCodes: Uint32Array;
  /** Indexes into `rightRows` in order, bucket by bucket: code `c` has `bucket[offsets[c] .. offsets[c + 1])`. */
  readonly bucket: Uint32Array;
  readonly offsets: Uint32Array;
  /** Whether the left row at an index of `leftRows` has a match. */
  hasMatch(leftIndex: number): boolean;
}

async function keyedSides(
  node: PlanOf<'join'>,
  left: Relation,
  right: Relation,
  context: OperatorContext,
): Promise<KeyedSides> {
  const leftRows = rowsOf(left);
  const rightRows = rowsOf(right);
  let leftCodes = new Uint32Array(leftRows.length);
  let rightCodes = new Uint32Array(rightRows.length);
  let codeCount = 1;
  for (const { left: leftKey, right: rightKey } of node.on) {
    const leftColumn = await context.column(leftKey, left);
    const rightColumn = await context.column(rightKey, right);
    const coder = keyCoder(rightColumn, leftColumn);
    const rightNext = coder.encode(rightColumn, rightRows);
    const leftNext = coder.lookup(leftColumn, leftRows);
    const interner = new PairInterner(rightRows.length);
    rightCodes = rightCodes.map((code, i) => interner.intern(code, rightNext[i]));
    leftCodes = leftCodes.map((code, i) =>
      code === NOT_INTERNED || leftNext[i] === NOT_INTERNED ? NOT_INTERNED : interner.find(code, leftNext[i]),
    );
    codeCount = interner.count;
    await context.checkpoint();
  }
  const { bucket, offsets } = buckets(rightCodes, codeCount);
  const hasMatch = (index: number) => {
    const code = leftCodes[index];
    return code !== NOT_INTERNED && offsets[code + 1] > offsets[code];
  };
  return { leftRows, leftCodes, rightRows, rightCodes, bucket, offsets, hasMatch };
}

function buckets(codes: Uint32Array, codeCount: number): { bucket: Uint32Array; offsets: Uint32Array } {
  const offsets = new Uint32Array(codeCount + 1);
  for (const code of codes) offsets[code + 1]++;
  for (let code = 0; code < codeCount; code++) offsets[code + 1] += offsets[code];
  const next = offsets.slice();
  const bucket = new Uint32Array(codes.length);
  for (let i = 0; i < codes.length; i++) bucket[next[codes[i]]++] = i;
  return { bucket, offsets };
}

/** 1 for each index of `rightRows` that some left row matches. */
function matchedRight(sides: KeyedSides): Uint8Array {
  const codeMatched = new Uint8Array(sides.offsets.length);
  for (const code of sides.leftCodes) if (code !== NOT_INTERNED) codeMatched[code] = 1;
  return Uint8Array.from(sides.rightCodes, (code) => codeMatched[code]);
}

/** Physical rows of both sides, pair by pair, in the order of the left side; then right rows that have no match. */
async function matchPairs(
  sides: KeyedSides,
  kind: JoinKind,
  node: PlanOf<'join'>,
  context: OperatorContext,
): Promise<{ readonly left: Uint32Array; readonly right: Uint32Array }> {
  const left = new GrowingArray((length) => new Uint32Array(length));
  const right = new GrowingArray((length) => new Uint32Array(length));
  const { leftRows, leftCodes, rightRows, bucket, offsets } = sides;
  const keepsLeft = kind === 'leftouter' || kind === 'fullouter';
  const seen = kind === 'innerunique' ? new Uint8Array(offsets.length) : undefined;
  let work = 0;
  for (let i = 0; i < leftRows.length; i++) {
    const code = leftCodes[i];
    if (!sides.hasMatch(i)) {
      if (keepsLeft) {
        left.push(leftRows[i]);
        right.push(NO_ROW);
      }
    } else if (seen === undefined || seen[code] === 0) {
      if (seen !== undefined) seen[code] = 1;
      for (let at = offsets[code]; at < offsets[code + 1]; at++) {
        left.push(leftRows[i]);
        right.push(rightRows[bucket[at]]);
        if (++work % BLOCK === 0) await breathe(node, context);
      }
    }
    if (++work % BLOCK === 0) await breathe(node, context);
  }
  if (kind === 'rightouter' || kind === 'fullouter') {
    const used = matchedRight(sides);
    for (let i = 0; i < rightRows.length; i++) {
      if (used[i] === 1) continue;
      left.push(NO_ROW);
      right.push(rightRows[i]);
    }
  }
  return { left: left.toArray(), right: right.toArray() };
}

async function breathe(node: PlanOf<'join'>, context: OperatorContext): Promise<void> {
  context.reserve(BLOCK * 8, node.span);
  await context.checkpoint();
}
