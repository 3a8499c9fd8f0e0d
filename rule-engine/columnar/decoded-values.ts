import { decodeUtf8 } from './utf8.ts';

/** Decoded values that a dictionary keeps at most: a power of two. */
const CACHE_SIZE = 8192;

/** The values of a dictionary decoded last, one a slot. */
export class DecodedValues {
  private readonly codes: Int32Array;
  private readonly texts: string[] = [];

  constructor(size: number) {
    this.codes = new Int32Array(Math.min(CACHE_SIZE, 2 ** Math.ceil(Math.log2(size + 1)))).fill(-1);
  }

  get(code: number, from: { readonly arena: Uint8Array; readonly offsets: Uint32Array }): string {
    const slot = code & (this.codes.length - 1);
    if (this.codes[slot] === code) return this.texts[slot];
    const { arena, offsets } = from;
    const text = decodeUtf8(arena, offsets[code], offsets[code + 1]);
    this.codes[slot] = code;
    this.texts[slot] = text;
    return text;
  }
}
