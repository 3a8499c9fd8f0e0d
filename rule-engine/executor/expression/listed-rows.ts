import type { Codes } from '../../columnar/codes.ts';

/** Lists of rows whose codes are kept for each column: those before an edit, and those after it. */
const KEPT_LISTS = 2;

interface GatheredCodes {
  readonly rows: Uint32Array;
  readonly codes: Uint32Array;
}

const NONE: GatheredCodes = { rows: new Uint32Array(0), codes: new Uint32Array(0) };
const gathered = new WeakMap<Codes, GatheredCodes[]>();
const orders = new WeakMap<Uint32Array, boolean>();

/**
 * A column's codes at the rows of a list, fetched once for all literals that are tested there: they lie far apart. Those of
 * rows that the list before had too are taken from it: an edit leaves most as they are.
 */
export function codesAt(codes: Codes, rows: Uint32Array): Uint32Array {
  const lists = gathered.get(codes) ?? [];
  const known = lists.find((list) => list.rows === rows);
  if (known !== undefined) return known.codes;
  const found = codesFrom(lists[0] ?? NONE, codes, rows);
  gathered.set(codes, [{ rows, codes: found }, ...lists.slice(0, KEPT_LISTS - 1)]);
  return found;
}

function codesFrom(former: GatheredCodes, codes: Codes, rows: Uint32Array): Uint32Array {
  const found = new Uint32Array(rows.length);
  let at = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    while (at < former.rows.length && former.rows[at] < row) at++;
    found[i] = former.rows[at] === row ? former.codes[at] : codes[row];
  }
  return found;
}

/** True when the rows of a list ascend. */
export function isAscending(rows: Uint32Array): boolean {
  let ascending = orders.get(rows);
  if (ascending === undefined) {
    let at = 1;
    while (at < rows.length && rows[at - 1] < rows[at]) at++;
    ascending = at >= rows.length;
    orders.set(rows, ascending);
  }
  return ascending;
}
