// AssemblyScript. Lists the members of bitmaps.

/** Moves the members of a bitmap of `words` words, whose first bit is `base`, to a list. Gives how many there were. */
export function takeBits(bitmap: usize, words: u32, base: u32, list: usize): u32 {
  const end = bitmap + (<usize>words << 2);
  let at = list;
  for (; bitmap < end; bitmap += 4, base += 32) {
    let word = load<u32>(bitmap);
    if (word == 0) continue;
    store<u32>(bitmap, 0);
    for (; word != 0; word &= word - 1, at += 4) store<u32>(at, base + ctz(word));
  }
  return <u32>(at - list) >> 2;
}
