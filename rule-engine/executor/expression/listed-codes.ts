import { Bitmap } from '../../columnar/bitmap.ts';
import { type CodeColumn, codeCount } from './code-column.ts';

/**
 * The codes of a column that lists of its rows have, once each, in the order in which they came: the same for all literals
 * that are tested there, each of which only notes how many of them it was tested with.
 */
export class ListedCodes {
  private readonly listed: Bitmap;
  private readonly lists = new WeakSet<Uint32Array>();
  private codes: Uint32Array = new Uint32Array(0);

  /** @param size the number of the column's codes */
  constructor(size: number) {
    this.listed = new Bitmap(size);
  }

  /** All codes so far, those of `list` among them. */
  with(list: Uint32Array): Uint32Array {
    if (this.lists.has(list)) return this.codes;
    this.lists.add(list);
    const added = list.filter((code) => {
      const isNew = !this.listed.has(code);
      if (isNew) this.listed.add(code);
      return isNew;
    });
    if (added.length > 0) this.codes = concatenated(this.codes, added);
    return this.codes;
  }
}

const columns = new WeakMap<CodeColumn['codes'], ListedCodes>();

/** The listed codes of a column, kept as long as the column. */
export function listedCodes(column: CodeColumn): ListedCodes {
  let listed = columns.get(column.codes);
  if (listed === undefined) {
    listed = new ListedCodes(codeCount(column));
    columns.set(column.codes, listed);
  }
  return listed;
}

export function concatenated(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
