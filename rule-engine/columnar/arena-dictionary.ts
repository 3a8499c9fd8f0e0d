import { DecodedValues } from './decoded-values.ts';
import { nextDictionaryId, type StringDictionary } from './string-dictionary.ts';
import { encodeUtf8 } from './utf8.ts';

/** Finds the code of `bytes[start..end)`, or -1. */
export type CodeLookup = (bytes: Uint8Array, start: number, end: number) => number;

/** A finished dictionary over an arena. Made by `StringDictionaryBuilder.finish`. */
export class ArenaDictionary implements StringDictionary {
  readonly size: number;
  readonly arena: Uint8Array;
  readonly offsets: Uint32Array;
  readonly id: number;
  private readonly lookup: CodeLookup;
  private readonly decoded: DecodedValues;

  /** `offsets` holds `size + 1` offsets into `arena`; value 0 is empty. */
  constructor(arena: Uint8Array, offsets: Uint32Array, lookup: CodeLookup) {
    this.size = offsets.length - 1;
    this.arena = arena;
    this.offsets = offsets;
    this.lookup = lookup;
    this.id = nextDictionaryId();
    this.decoded = new DecodedValues(this.size);
  }

  get(code: number): string {
    return this.decoded.get(code, this);
  }

  codeOf(value: string): number {
    const bytes = encodeUtf8(value);
    const code = this.lookup(bytes, 0, bytes.length);
    return code < this.size ? code : -1;
  }
}
