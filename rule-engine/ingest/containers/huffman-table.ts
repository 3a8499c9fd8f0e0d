/** An entry's lowest bits: how long its code is; 0 where no code stands. */
export const CODE_LENGTH = 15;
/** Marks an entry of the first level that says where in the table its second level begins. */
export const IS_LINK = 16;
/** From here on an entry has a symbol's value, or a link's place. */
export const VALUE_SHIFT = 16;

/**
 * Deflate's codes of one kind, looked up by the input's next bits, the first of them lowest. A code that is longer than
 * `rootBits` is looked up a second time by `linkBits` further bits.
 */
export class HuffmanTable {
  readonly rootBits: number;
  readonly entries: Uint32Array;
  linkBits = 0;
  private readonly symbols: Uint32Array;
  private readonly counts = new Uint16Array(16);
  private readonly nextCodes = new Uint16Array(16);

  /** @param symbols the entry of each symbol, without a length; 0 for one that nothing may use */
  constructor(rootBits: number, symbols: Uint32Array) {
    this.rootBits = rootBits;
    this.symbols = symbols;
    this.entries = new Uint32Array((1 << rootBits) + (symbols.length << (CODE_LENGTH - rootBits)));
  }

  /** Makes the table of codes of these lengths. @throws when there are no such codes */
  fill(lengths: Uint8Array): void {
    const { entries, rootBits, nextCodes } = this;
    const rootSize = 1 << rootBits;
    this.linkBits = Math.max(0, this.numberCodes(lengths) - rootBits);
    const linkSize = 1 << this.linkBits;
    let end = rootSize;
    entries.fill(0, 0, rootSize);
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol];
      if (length === 0) continue;
      const code = reversed(nextCodes[length]++, length);
      if (this.symbols[symbol] === 0) continue;
      const entry = this.symbols[symbol] | length;
      if (length <= rootBits) {
        for (let at = code; at < rootSize; at += 1 << length) entries[at] = entry;
        continue;
      }
      const root = code & (rootSize - 1);
      if (entries[root] === 0) {
        entries[root] = (end << VALUE_SHIFT) | IS_LINK;
        entries.fill(0, end, end + linkSize);
        end += linkSize;
      }
      const link = entries[root] >>> VALUE_SHIFT;
      for (let at = code >>> rootBits; at < linkSize; at += 1 << (length - rootBits)) entries[link + at] = entry;
    }
  }

  /** Finds the first code of each length; gives the longest length. */
  private numberCodes(lengths: Uint8Array): number {
    const { counts, nextCodes } = this;
    counts.fill(0);
    for (const length of lengths) counts[length]++;
    counts[0] = 0;
    let code = 0;
    let longest = 0;
    for (let length = 1; length <= CODE_LENGTH; length++) {
      code = (code + counts[length - 1]) << 1;
      if (code + counts[length] > 1 << length) throw new Error('it has more codes than can be');
      nextCodes[length] = code;
      if (counts[length] > 0) longest = length;
    }
    return longest;
  }
}

/** A code's bits in turned order. */
function reversed(code: number, length: number): number {
  let bits = code;
  bits = ((bits & 0x5555) << 1) | ((bits >>> 1) & 0x5555);
  bits = ((bits & 0x3333) << 2) | ((bits >>> 2) & 0x3333);
  bits = ((bits & 0x0f0f) << 4) | ((bits >>> 4) & 0x0f0f);
  bits = ((bits & 0x00ff) << 8) | (bits >>> 8);
  return bits >>> (16 - length);
}
