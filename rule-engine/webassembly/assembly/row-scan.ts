// AssemblyScript. Finds rows by their codes.

/** Bit `i` of `output` tells whether the code of row `i`, of `count` rows, is in the bitmap `members`. */
export function scanRows(codes: usize, count: u32, members: usize, output: usize): void {
  const end = codes + (<usize>count << 2);
  while (codes < end) {
    const last = min(codes + 128, end);
    let word: u32 = 0;
    for (let bit: u32 = 0; codes < last; bit++, codes += 4) {
      const code = load<u32>(codes);
      word |= ((<u32>load<u8>(members + (code >> 3)) >> (code & 7)) & 1) << bit;
    }
    store<u32>(output, word);
    output += 4;
  }
}
