import type { Bitmap } from '../columnar/bitmap.ts';
import { ResidentDictionary } from '../columnar/resident-dictionary.ts';
import type { StringDictionary } from '../columnar/string-dictionary.ts';
import { decodeUtf8 } from '../columnar/utf8.ts';
import { MemoryBlock } from '../webassembly/memory-block.ts';
import type { WebAssemblyModule } from '../webassembly/module.ts';
import type { TermNeedle } from './byte-scan.ts';
import { isAscii } from './case-folding.ts';

export const LONGEST_NEEDLE = 1024;
const BEFORE = 1;
const AFTER = 2;
const CASE_SENSITIVE = 4;

/** Memory that one scan at a time uses: the needle, then two bitmaps. */
let scratch: MemoryBlock | undefined;

/**
 * Scans a dictionary in WebAssembly's memory with SIMD: adds the codes in `[from, to)` that match to `out` and gives the
 * codes, in ascending order, that hold characters beyond ASCII where it matters and are still to be checked. Undefined
 * when the dictionary or the needle is not for SIMD: nothing was done.
 */
export function scanWithSimd(
  dictionary: StringDictionary,
  needle: TermNeedle,
  probes: readonly [number, number],
  from: number,
  to: number,
  out: Bitmap,
): readonly number[] | undefined {
  const { bytes } = needle;
  if (!(dictionary instanceof ResidentDictionary) || bytes.length > LONGEST_NEEDLE) return undefined;
  if (bytes.length === 0 || !isAscii(decodeUtf8(bytes))) return undefined;
  const { interner } = dictionary;
  const base = from & ~31;
  const words = (to - base + 31) >>> 5;
  const memory = scratchOf(interner.module, LONGEST_NEEDLE + 8 * words);
  const view = memory.bytes();
  view.set(bytes);
  view.fill(0, LONGEST_NEEDLE, LONGEST_NEEDLE + 8 * words);
  const output = memory.pointer + LONGEST_NEEDLE;
  interner.module.exports.scanOne(
    interner.arenaPointer,
    interner.offsetsPointer,
    from,
    to,
    memory.pointer,
    bytes.length,
    probes[0],
    probes[1],
    modeOf(needle),
    base,
    output,
    output + 4 * words,
  );
  const bitmaps = new Uint32Array(view.buffer, output, 2 * words);
  for (let word = 0; word < words; word++) out.words[(base >>> 5) + word] |= bitmaps[word];
  return bitsOf(bitmaps.subarray(words), base);
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
export function bitsOf(words: Uint32Array, base: number): number[] {
  const bits: number[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let word = words[i]; word !== 0; word &= word - 1) bits.push(base + i * 32 + 31 - Math.clz32(word & -word));
  }
  return bits;
}
