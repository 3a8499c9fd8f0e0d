import { invariant } from '../base/assert.ts';
import type { CellBatch } from '../webassembly/cell-batch.ts';
import { Interner } from '../webassembly/interner.ts';
import { webAssembly } from '../webassembly/module.ts';
import { ArenaDictionary } from './arena-dictionary.ts';
import { ResidentDictionary } from './resident-dictionary.ts';
import type { StringDictionary } from './string-dictionary.ts';
import { encodeUtf8Again } from './utf8.ts';

const MAX_ARENA_BYTES = 0xffffffff;

/** From this many bytes on the values move into WebAssembly's memory, where there is one: SIMD scans reach them there. */
const RESIDENT_FROM = 1 << 16;

/** Room for more is not made beforehand: the module's allocator gives no block of 1 GiB. */
const MAX_RESERVED = 2 ** 30 - 2 ** 16;

/**
 * Gives each distinct string a code, by its UTF-8 bytes: an open-addressing hash table over an arena, so that no JS
 * string is made for a value that comes as bytes. Code 0 is the empty string.
 */
export class StringDictionaryBuilder {
  private arena = new Uint8Array(1024);
  private used = 0;
  private offsets = new Uint32Array(65);
  private hashes = new Uint32Array(64);
  private count = 1;
  /** Codes by hash; 0 marks a free slot, since code 0 is never hashed. */
  private slots = new Uint32Array(128);
  /** Holds all values once they are many. */
  private interner: Interner | undefined;
  private hasReserved = false;
  /** The text that was added last: the next one is often the same. */
  private lastText = '';
  private lastCode = 0;

  /** A builder that goes on where a dictionary ended: the values of that keep their codes, and it doesn't see what is added. */
  static goingOn({ interner }: ResidentDictionary): StringDictionaryBuilder {
    const builder = new StringDictionaryBuilder();
    builder.moveTo(interner);
    return builder;
  }

  /** The number of distinct values so far. */
  get size(): number {
    return this.interner?.size ?? this.count;
  }

  /** Bytes of all distinct values so far. */
  get byteLength(): number {
    return this.interner?.byteLength ?? this.used;
  }

  /** The code of a text, a new one when it has none yet. */
  add(text: string): number {
    if (text !== this.lastText) {
      const bytes = encodeUtf8Again(text);
      this.lastCode = this.addBytes(bytes, 0, bytes.length);
      this.lastText = text;
    }
    return this.lastCode;
  }

  /** The code of the UTF-8 text `bytes[start..end)`, a new one when it has none yet. */
  addBytes(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    if (this.interner !== undefined) return this.interner.intern(bytes, start, end);
    const hash = hashBytes(bytes, start, end);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.slots[slot];
      if (code === 0) return this.insert(slot, hash, bytes, start, end);
      if (this.hashes[code] === hash && this.equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  /** The codes of a column of cells in WebAssembly's memory, and how many cells are not empty. */
  addCells(batch: CellBatch, column: number): { readonly codes: Uint32Array<ArrayBuffer>; readonly filled: number } {
    if (this.interner === undefined) this.moveTo(new Interner(batch.module));
    return batch.intern(column, this.interner!);
  }

  /** The values so far; the views are of the memory as it stands. */
  values(): Pick<StringDictionary, 'arena' | 'offsets' | 'size'> {
    const { interner } = this;
    if (interner === undefined) return { arena: this.arena, offsets: this.offsets, size: this.count };
    return { arena: interner.arena(), offsets: interner.offsets(interner.size), size: interner.size };
  }

  /** Makes room for what a whole input is likely to hold, when `share` (0 to 1) of it was read: once, and not for few values. */
  reserve(share: number): void {
    const { interner } = this;
    if (this.hasReserved || interner === undefined || interner.byteLength < RESIDENT_FROM) return;
    this.hasReserved = true;
    interner.reserve(Math.min(MAX_RESERVED, interner.byteLength / share), interner.size / share);
  }

  /** For each code of `dictionary` the code that its value has here; values that are new are added. */
  addAll(dictionary: StringDictionary): Uint32Array {
    const codes = new Uint32Array(dictionary.size);
    for (let code = 1; code < codes.length; code++) {
      const { arena, offsets } = dictionary;
      codes[code] = this.addBytes(arena, offsets[code], offsets[code + 1]);
    }
    return codes;
  }

  /** The dictionary as it stands. The builder may go on; what it adds later the finished one doesn't see. */
  finish(): StringDictionary {
    if (this.interner !== undefined) return new ResidentDictionary(this.interner);
    const arena = this.arena.subarray(0, this.used);
    return new ArenaDictionary(arena, this.offsets.subarray(0, this.count + 1), (bytes, start, end) =>
      this.find(bytes, start, end),
    );
  }

  private find(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    if (this.interner !== undefined) return this.interner.find(bytes, start, end);
    const hash = hashBytes(bytes, start, end);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const code = this.slots[slot];
      if (this.hashes[code] === hash && this.equals(code, bytes, start, end)) return code;
    }
    return -1;
  }

  private insert(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const code = this.count++;
    this.slots[slot] = code;
    if (code === this.hashes.length) this.growValues();
    this.hashes[code] = hash;
    this.appendToArena(bytes, start, end);
    this.offsets[code + 1] = this.used;
    if (this.used > RESIDENT_FROM && webAssembly !== undefined) this.moveTo(new Interner(webAssembly));
    else if (this.count * 2 > this.slots.length) this.growSlots();
    return code;
  }

  /** Values keep their codes: both give them in the order in which values come. */
  private moveTo(interner: Interner): void {
    for (let code = 1; code < this.count; code++)
      interner.intern(this.arena, this.offsets[code], this.offsets[code + 1]);
    this.interner = interner;
    this.arena = new Uint8Array(0);
    this.offsets = new Uint32Array(0);
    this.hashes = new Uint32Array(0);
    this.slots = new Uint32Array(0);
  }

  private equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.offsets[code];
    if (this.offsets[code + 1] - from !== end - start) return false;
    const arena = this.arena;
    for (let at = start, other = from; at < end; at++, other++) {
      if (bytes[at] !== arena[other]) return false;
    }
    return true;
  }

  private appendToArena(bytes: Uint8Array, start: number, end: number): void {
    const needed = this.used + end - start;
    invariant(needed <= MAX_ARENA_BYTES, 'a column has less than 4 GiB of distinct text');
    if (needed > this.arena.length) {
      const grown = new Uint8Array(Math.min(MAX_ARENA_BYTES, Math.max(needed, this.arena.length * 2)));
      grown.set(this.arena.subarray(0, this.used));
      this.arena = grown;
    }
    const { arena } = this;
    if (end - start < 64) for (let at = start, to = this.used; at < end; at++, to++) arena[to] = bytes[at];
    else arena.set(bytes.subarray(start, end), this.used);
    this.used = needed;
  }

  private growValues(): void {
    const hashes = new Uint32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const offsets = new Uint32Array(hashes.length + 1);
    offsets.set(this.offsets);
    this.offsets = offsets;
  }

  private growSlots(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code < this.count; code++) {
      let slot = this.hashes[code] & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.slots = slots;
  }
}

/** Four bytes a step, mixed as MurmurHash3 does. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = (end - start) | 0;
  let at = start;
  for (const last = end - 3; at < last; at += 4) {
    const word = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    hash = mix(hash, word);
  }
  let tail = 0;
  for (; at < end; at++) tail = (tail << 8) | bytes[at];
  hash = mix(hash, tail);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}
