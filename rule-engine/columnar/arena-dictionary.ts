import type { StringDictionary } from './string-dictionary.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/** Decoded values that a dictionary keeps at most: a power of two. */
const CACHE_SIZE = 8192;

let lastId = 0;

/** Finds the code of `bytes[start..end)`, or -1. */
export type CodeLookup = (bytes: Uint8Array, start: number, end: number) => number;

/** A finished dictionary over an arena. Made by `StringDictionaryBuilder.finish`. */
export class ArenaDictionary implements StringDictionary {
  readonly size: number;
  readonly arena: Uint8Array;
  readonly offsets: Uint32Array;
  readonly id: number;
  private readonly lookup: CodeLookup;
  private readonly cachedCodes: Int32Array;
  private readonly cachedTexts: string[];

  /** `offsets` holds `size + 1` offsets into `arena`; value 0 is empty. */
  constructor(arena: Uint8Array, offsets: Uint32Array, lookup: CodeLookup) {
    this.size = offsets.length - 1;
    this.arena = arena;
    this.offsets = offsets;
    this.lookup = lookup;
    this.id = ++lastId;
    const slots = Math.min(CACHE_SIZE, 2 ** Math.ceil(Math.log2(this.size + 1)));
    this.cachedCodes = new Int32Array(slots).fill(-1);
    this.cachedTexts = [];
  }

  get(code: number): string {
    const slot = code & (this.cachedCodes.length - 1);
    if (this.cachedCodes[slot] === code) return this.cachedTexts[slot];
    const text = decodeUtf8(this.arena, this.offsets[code], this.offsets[code + 1]);
    this.cachedCodes[slot] = code;
    this.cachedTexts[slot] = text;
    return text;
  }

  codeOf(value: string): number {
    const bytes = encodeUtf8(value);
    const code = this.lookup(bytes, 0, bytes.length);
    return code < this.size ? code : -1;
  }
}
