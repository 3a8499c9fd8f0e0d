import { Bitmap } from '../columnar/bitmap.ts';
import type { Codes } from '../columnar/codes.ts';
import { MemoryBlock } from '../webassembly/memory-block.ts';
import { type WebAssemblyModule, webAssembly } from '../webassembly/module.ts';

/** Rows whose codes are copied to WebAssembly's memory at a time; a multiple of 32. */
const BLOCK = 1 << 15;

/** Memory that one scan at a time uses: codes of a block, its result, then the set of codes. */
let scratch: MemoryBlock | undefined;
const RESULT = BLOCK * 4;
const MEMBERS = RESULT + BLOCK / 8;

/**
 * The rows whose code is in a set. In WebAssembly, where there is one: the same code for codes of any width, and it is as
 * fast for the first column as for the tenth.
 */
export function rowsWithCode(codes: Codes, members: Bitmap): Bitmap {
  return webAssembly === undefined ? scanInScript(codes, members) : scanInModule(webAssembly, codes, members);
}

function scanInModule(module: WebAssemblyModule, codes: Codes, members: Bitmap): Bitmap {
  const rows = new Bitmap(codes.length);
  const { pointer } = placeMembers(module, members);
  const { buffer } = module.memory;
  const block = new Uint32Array(buffer, pointer, BLOCK);
  const found = new Uint32Array(buffer, pointer + RESULT, BLOCK / 32);
  for (let from = 0; from < codes.length; from += BLOCK) {
    const count = Math.min(BLOCK, codes.length - from);
    block.set(codes.subarray(from, from + count));
    module.exports.scanRows(pointer, count, pointer + MEMBERS, pointer + RESULT);
    rows.words.set(found.subarray(0, (count + 31) >>> 5), from >>> 5);
  }
  return rows;
}

function placeMembers(module: WebAssemblyModule, { words }: Bitmap): MemoryBlock {
  const needed = MEMBERS + words.byteLength;
  if (scratch === undefined || scratch.byteLength < needed) {
    scratch?.release();
    scratch = new MemoryBlock(module, needed);
  }
  scratch.words().set(words, MEMBERS / 4);
  return scratch;
}

function scanInScript(codes: Codes, members: Bitmap): Bitmap {
  const rows = new Bitmap(codes.length);
  for (let row = 0; row < codes.length; row++) if (members.has(codes[row])) rows.add(row);
  return rows;
}
