import { VALUE_SHIFT } from './huffman-table.ts';

/** Marks the entry of a byte, whose value it has. */
export const IS_LITERAL = 32;
/** Marks the entry of a block's end. */
export const IS_END = 64;
/** Where the entry of a length or a distance has the number of bits that follow the code, and are added to its value. */
export const EXTRA_SHIFT = 8;

/** Deflate's symbols for bytes, the end and lengths, as a Huffman table has them. */
export function literalSymbols(): Uint32Array {
  const symbols = new Uint32Array(288);
  for (let byte = 0; byte < 256; byte++) symbols[byte] = (byte << VALUE_SHIFT) | IS_LITERAL;
  symbols[256] = IS_END;
  let length = 3;
  for (let symbol = 257; symbol < 285; symbol++) {
    const extra = symbol < 265 ? 0 : (symbol - 261) >> 2;
    symbols[symbol] = (length << VALUE_SHIFT) | (extra << EXTRA_SHIFT);
    length += 1 << extra;
  }
  symbols[285] = 258 << VALUE_SHIFT;
  return symbols;
}

/** Deflate's symbols for distances. */
export function distanceSymbols(): Uint32Array {
  const symbols = new Uint32Array(32);
  let distance = 1;
  for (let symbol = 0; symbol < 30; symbol++) {
    const extra = symbol < 4 ? 0 : (symbol - 2) >> 1;
    symbols[symbol] = (distance << VALUE_SHIFT) | (extra << EXTRA_SHIFT);
    distance += 1 << extra;
  }
  return symbols;
}

/** The symbols by which a block states the lengths of its codes. */
export function lengthSymbols(): Uint32Array {
  return Uint32Array.from({ length: 19 }, (_, symbol) => (symbol << VALUE_SHIFT) | IS_LITERAL);
}
