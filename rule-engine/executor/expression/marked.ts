import { Bitmap } from '../../columnar/bitmap.ts';
import { addTo } from './row-set.ts';

/** All zero between two uses, so that no memory is taken for each. */
let marked = new Bitmap(0);

/** Calls `use` with the members of lists, all below `length`, as a bitmap, which is used again after the call. */
export function withMarked<T>(lists: readonly Uint32Array[], length: number, use: (members: Bitmap) => T): T {
  if (marked.length < length) marked = new Bitmap(length);
  const { words } = marked;
  for (const list of lists) addTo(marked, list);
  try {
    return use(marked);
  } finally {
    for (const list of lists) for (let i = 0; i < list.length; i++) words[list[i] >>> 5] = 0;
  }
}
