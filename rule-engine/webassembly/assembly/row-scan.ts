// AssemblyScript. Finds rows by their codes.

/**
 * Lists those of `count` rows, of which the first is `first`, whose code is in the bitmap `members`. Gives how many they are;
 * writes behind them too, as far as for all rows.
 */
export function scanRows(codes: usize, count: u32, members: usize, first: u32, rows: usize): u32 {
  const end = first + count;
  let at = rows;
  for (let row = first; row < end; row++, codes += 4) {
    const code = load<u32>(codes);
    store<u32>(at, row);
    at += ((load<u8>(members + (code >> 3)) >> (<u8>code & 7)) & 1) << 2;
  }
  return <u32>(at - rows) >> 2;
}
