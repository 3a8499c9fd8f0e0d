import type { Bitmap } from '../columnar/bitmap.ts';
import type { ResidentDictionary } from '../columnar/resident-dictionary.ts';
import { MemoryBlock } from '../webassembly/memory-block.ts';
import type { WebAssemblyModule } from '../webassembly/module.ts';
import type { TermNeedle } from './byte-scan.ts';

export const LONGEST_NEEDLE = 1024;
const BEFORE = 1;
const AFTER = 2;
const CASE_SENSITIVE = 4;

/** Memory that one scan at a time uses: the needle, then what the scan reads and writes. */
let scratch: MemoryBlock | undefined;

/** A needle that SIMD can look for, and the places of its rarest bytes. */
export interface SimdNeedle extends TermNeedle {
  readonly probes: readonly [number, number];
}

/** Whether a needle can be looked for with SIMD. */
export function isSimdNeedle({ bytes }: TermNeedle): boolean {
  return bytes.length > 0 && bytes.length <= LONGEST_NEEDLE && bytes.every((byte) => byte < 0x80);
}

/**
 * Scans a dictionary in WebAssembly's memory with SIMD: adds the codes in `[from, to)` that match to `out`, and to `held`
 * those that hold the needle between other edges. Gives the codes, in ascending order, that hold characters beyond ASCII
 * where it matters and are still to be checked.
 */
export function scanRange(
  { interner }: ResidentDictionary,
  needle: SimdNeedle,
  from: number,
  to: number,
  out: Bitmap,
  held: Bitmap | undefined,
): readonly number[] {
  const base = from & ~31;
  const words = (to - base + 31) >>> 5;
  const { module } = interner;
  const memory = placeNeedle(module, needle, 12 * words);
  const output = memory.pointer + LONGEST_NEEDLE;
  const bytes = 4 * words;
  module.exports.scanOne(
    interner.arenaPointer,
    interner.offsetsPointer,
    from,
    to,
    memory.pointer,
    needle.bytes.length,
    needle.probes[0],
    needle.probes[1],
    modeOf(needle),
    base,
    output,
    output + bytes,
    held === undefined ? 0 : output + 2 * bytes,
  );
  const bitmaps = new Uint32Array(module.memory.buffer, output, 3 * words);
  addWords(out, base, bitmaps.subarray(0, words));
  if (held !== undefined) addWords(held, base, bitmaps.subarray(2 * words));
  return bitsOf(bitmaps.subarray(words, 2 * words), base);
}

/** As `scanRange`, over the codes of a list: gives the places in the list of those that match, and of those in doubt. */
export function scanList(
  { interner }: ResidentDictionary,
  needle: SimdNeedle,
  codes: Uint32Array,
): { readonly matching: readonly number[]; readonly doubtful: readonly number[] } {
  const words = (codes.length + 31) >>> 5;
  const { module } = interner;
  const memory = placeNeedle(module, needle, 8 * words + codes.byteLength);
  const output = memory.pointer + LONGEST_NEEDLE;
  const list = output + 8 * words;
  new Uint32Array(module.memory.buffer, list, codes.length).set(codes);
  module.exports.scanListed(
    interner.arenaPointer,
    interner.offsetsPointer,
    list,
    codes.length,
    memory.pointer,
    needle.bytes.length,
    needle.probes[0],
    needle.probes[1],
    modeOf(needle),
    output,
    output + 4 * words,
  );
  const bitmaps = new Uint32Array(module.memory.buffer, output, 2 * words);
  return { matching: bitsOf(bitmaps.subarray(0, words), 0), doubtful: bitsOf(bitmaps.subarray(words), 0) };
}

/** Memory with the needle at its start and so many zeroes behind its longest. */
function placeNeedle(module: WebAssemblyModule, { bytes }: TermNeedle, size: number): MemoryBlock {
  const memory = scratchOf(module, LONGEST_NEEDLE + size);
  const view = memory.bytes();
  view.set(bytes);
  view.fill(0, LONGEST_NEEDLE, LONGEST_NEEDLE + size);
  return memory;
}

function scratchOf(module: WebAssemblyModule, bytes: number): MemoryBlock {
  if (scratch === undefined || scratch.byteLength < bytes) {
    scratch?.release();
    scratch = new MemoryBlock(module, 2 * bytes);
  }
  return scratch;
}

/** The bits that tell a scan what a match must satisfy. */
export function modeOf({ left, right, caseSensitive }: TermNeedle): number {
  return (left ? BEFORE : 0) | (right ? AFTER : 0) | (caseSensitive ? CASE_SENSITIVE : 0);
}

/** The members of a bitmap whose first bit is `base`. */
function bitsOf(words: Uint32Array, base: number): number[] {
  const bits: number[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let word = words[i]; word !== 0; word &= word - 1) bits.push(base + i * 32 + 31 - Math.clz32(word & -word));
  }
  return bits;
}

/** Adds words of a bitmap whose first bit is `base`, as far as the target goes. */
function addWords({ words }: Bitmap, base: number, added: Uint32Array): void {
  const first = base >>> 5;
  const count = Math.min(added.length, words.length - first);
  // Most are zero, and what is not written to of fresh memory costs nothing.
  for (let word = 0; word < count; word++) if (added[word] !== 0) words[first + word] |= added[word];
}
