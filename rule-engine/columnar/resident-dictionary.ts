import type { Interner } from '../webassembly/interner.ts';
import { DecodedValues } from './decoded-values.ts';
import { nextDictionaryId, type StringDictionary } from './string-dictionary.ts';
import { encodeUtf8 } from './utf8.ts';

/** A dictionary whose arena lies in WebAssembly's memory, where SIMD scans reach it. */
export class ResidentDictionary implements StringDictionary {
  readonly size: number;
  readonly id: number;
  readonly interner: Interner;
  private readonly decoded: DecodedValues;

  /** The interner's values as they stand; it may go on, and this dictionary doesn't see what it adds. */
  constructor(interner: Interner) {
    this.interner = interner;
    this.size = interner.size;
    this.id = nextDictionaryId();
    this.decoded = new DecodedValues(this.size);
  }

  get arena(): Uint8Array {
    return this.interner.arena();
  }

  get offsets(): Uint32Array {
    return this.interner.offsets(this.size);
  }

  /** Gives the memory back at once; the dictionary must not be used again. */
  release(): void {
    this.interner.release();
  }

  get(code: number): string {
    return this.decoded.get(code, this);
  }

  codeOf(value: string): number {
    const bytes = encodeUtf8(value);
    const code = this.interner.find(bytes, 0, bytes.length);
    return code < this.size ? code : -1;
  }
}
