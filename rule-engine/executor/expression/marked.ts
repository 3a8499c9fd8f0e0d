import { Bitmap } from '../../columnar/bitmap.ts';

/** All zero between two uses, so that no memory is taken for each. */
let marked = new Bitmap(0);

/** Calls `use` with the members of lists, all below `length`, as a bitmap, which is used again after the call. */
export function withMarked<T>(lists: readonly Uint32Array[], length: number, use: (members: Bitmap) => T): T {
  if (marked.length < length) marked = new Bitmap(length);
  for (const list of lists) for (let i = 0; i < list.length; i++) marked.add(list[i]);
  try {
    return use(marked);
  } finally {
    for (const list of lists) for (let i = 0; i < list.length; i++) marked.delete(list[i]);
  }
}
