import type { Column } from '../columnar/column.ts';
import { NOT_INTERNED, PairInterner } from '../columnar/pair-interner.ts';
import { keyCoder } from './key-coder.ts';

/** Rows put into groups of equal keys; groups are numbered in order of first appearance. */
export interface Grouping {
  /** The group of each row, parallel to the rows that were given. */
  readonly groups: Uint32Array;
  readonly groupCount: number;
  /** The first physical row of each group. */
  readonly firstRows: Uint32Array;
}

/** Groups rows by key columns. With no key there is one group, also of no rows. */
export function groupRows(keys: readonly Column[], rows: Uint32Array): Grouping {
  if (keys.length === 0) {
    return { groups: new Uint32Array(rows.length), groupCount: 1, firstRows: rows.slice(0, 1) };
  }
  const groups = denseCodes(keys, rows);
  let groupCount = 0;
  const firstRows = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) if (groups[i] === groupCount) firstRows[groupCount++] = rows[i];
  return { groups, groupCount, firstRows: firstRows.slice(0, groupCount) };
}

function denseCodes(keys: readonly Column[], rows: Uint32Array): Uint32Array {
  let codes = renumber(keyCoder(keys[0]).encode(keys[0], rows));
  for (let key = 1; key < keys.length; key++) {
    const interner = new PairInterner(rows.length);
    const next = keyCoder(keys[key]).encode(keys[key], rows);
    codes = codes.map((code, i) => interner.intern(code, next[i]));
  }
  return codes;
}

/** The same classes, numbered densely in order of first appearance. */
function renumber(codes: Uint32Array): Uint32Array {
  let largest = 0;
  for (const code of codes) if (code > largest) largest = code;
  if (largest === NOT_INTERNED) throw new Error('A key without a code');
  const numbers = new Uint32Array(largest + 1);
  let count = 0;
  return codes.map((code) => {
    if (numbers[code] === 0) numbers[code] = ++count;
    return numbers[code] - 1;
  });
}
