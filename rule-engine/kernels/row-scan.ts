import { Bitmap } from '../columnar/bitmap.ts';
import type { Codes } from '../columnar/codes.ts';
import { MemoryBlock } from '../webassembly/memory-block.ts';
import { type WebAssemblyModule, webAssembly } from '../webassembly/module.ts';

/** Rows whose codes are copied to WebAssembly's memory at a time. */
const BLOCK = 1 << 15;

/** Memory that one scan at a time uses: codes of a block, its result, then the set of codes. */
let scratch: MemoryBlock | undefined;
const RESULT = BLOCK * 4;
const MEMBERS = RESULT + BLOCK * 4;

/** Takes some rows, which ascend from call to call too; they are reused after the call. */
type TakeRows = (rows: Uint32Array) => void;

/**
 * Finds the rows whose code is in a set, some at a time. In WebAssembly, where there is one: the same code for codes of any
 * width, and it is as fast for the first column as for the tenth.
 */
export function rowsWithCode(codes: Codes, members: Bitmap, take: TakeRows): void {
  if (webAssembly === undefined) scanInScript(codes, members, take);
  else scanInModule(webAssembly, codes, members, take);
}

function scanInModule(module: WebAssemblyModule, codes: Codes, members: Bitmap, take: TakeRows): void {
  const { pointer } = placeMembers(module, members);
  const { buffer } = module.memory;
  const block = new Uint32Array(buffer, pointer, BLOCK);
  const found = new Uint32Array(buffer, pointer + RESULT, BLOCK);
  for (let from = 0; from < codes.length; from += BLOCK) {
    const count = Math.min(BLOCK, codes.length - from);
    block.set(codes.subarray(from, from + count));
    const rows = module.exports.scanRows(pointer, count, pointer + MEMBERS, from, pointer + RESULT);
    take(found.subarray(0, rows));
  }
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

function scanInScript(codes: Codes, members: Bitmap, take: TakeRows): void {
  const rows = new Bitmap(codes.length);
  for (let row = 0; row < codes.length; row++) if (members.has(codes[row])) rows.add(row);
  take(rows.toRows());
}
