import { MemoryBlock } from '../webassembly/memory-block.ts';
import { type WebAssemblyModule, webAssembly } from '../webassembly/module.ts';

/** Two bits for each row of the module's block: see `webassembly/assembly/list-union.ts`. */
const MARK_BYTES = 2 * (1 << 13);
/** A list's pointer, length and place. */
const LIST_WORDS = 3;

/** Memory that one call at a time uses: marks, the lists' entries and counts, the lists, their union. */
let scratch: MemoryBlock | undefined;

/** The members of any of some ascending lists of rows below `length`, in order and once each; undefined without WebAssembly. */
export function uniteLists(lists: readonly Uint32Array[], length: number): Uint32Array | undefined {
  if (webAssembly === undefined) return undefined;
  const { memory, listsAt, membersAt } = placeLists(webAssembly, lists);
  const { pointer } = memory;
  const { uniteLists: unite } = webAssembly.exports;
  const count = unite(pointer + listsAt, lists.length, length, pointer, pointer + membersAt, 0);
  return memory.words().slice(membersAt / 4, membersAt / 4 + count);
}

/** For each of some ascending lists of rows below `length`, how many of its members no other has; undefined without WebAssembly. */
export function countSoleMembers(lists: readonly Uint32Array[], length: number): Uint32Array | undefined {
  if (webAssembly === undefined) return undefined;
  const { memory, listsAt, soleAt } = placeLists(webAssembly, lists);
  const { pointer } = memory;
  webAssembly.exports.uniteLists(pointer + listsAt, lists.length, length, pointer, 0, pointer + soleAt);
  return memory.words().slice(soleAt / 4, soleAt / 4 + lists.length);
}

function placeLists(module: WebAssemblyModule, lists: readonly Uint32Array[]) {
  const listsAt = MARK_BYTES;
  const soleAt = listsAt + lists.length * LIST_WORDS * 4;
  const rowsAt = soleAt + lists.length * 4;
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const membersAt = rowsAt + total * 4;
  const memory = memoryOf(module, membersAt + total * 4);
  const words = memory.words();
  let at = rowsAt / 4;
  for (let i = 0, entry = listsAt / 4; i < lists.length; i++, entry += LIST_WORDS) {
    const list = lists[i];
    words[entry] = memory.pointer + at * 4;
    words[entry + 1] = list.length;
    words[entry + 2] = 0;
    words.set(list, at);
    at += list.length;
  }
  words.fill(0, soleAt / 4, rowsAt / 4);
  return { memory, listsAt, soleAt, membersAt };
}

/** The marks in it are zero: each call leaves them so. */
function memoryOf(module: WebAssemblyModule, bytes: number): MemoryBlock {
  if (scratch === undefined || scratch.byteLength < bytes) {
    scratch?.release();
    scratch = new MemoryBlock(module, 2 * bytes);
    scratch.bytes().fill(0, 0, MARK_BYTES);
  }
  return scratch;
}
