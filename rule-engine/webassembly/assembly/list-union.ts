// AssemblyScript. Unites ascending lists of rows by marking them.

/** Rows that are marked at a time: their marks stay in the processor's nearest cache, wherever the lists jump to. */
const BLOCK: u32 = 1 << 16;
const MARKS: usize = BLOCK >> 3;

/**
 * Goes through `count` lists of rows below `length`. `lists` has a pointer, a length and a place of 0 for each; `marks` is
 * room for two bits a row of a block, all zero. Where `members` is given, the members of any list are written there, in
 * order and once each; where `sole` is, how many members of each list no other list has. Gives the number of members.
 */
export function uniteLists(
  lists: usize,
  count: u32,
  length: u32,
  marks: usize,
  members: usize,
  sole: usize,
): u32 {
  const start = members;
  for (let from: u32 = 0; from < length; from += BLOCK) {
    const end = from + BLOCK;
    for (let i: u32 = 0; i < count; i++) markList(lists + <usize>i * 12, from, end, marks, sole === 0);
    if (sole !== 0) {
      for (let i: u32 = 0; i < count; i++) {
        const at = sole + (<usize>i << 2);
        store<u32>(at, load<u32>(at) + countSole(lists + <usize>i * 12, from, end, marks + MARKS));
      }
    }
    if (members !== 0) members = gather(from, marks, members);
    memory.fill(marks, 0, 2 * MARKS);
  }
  return <u32>((members - start) >> 2);
}

/** Marks a list's rows of a block, and a second time those that are marked already. */
function markList(list: usize, from: u32, end: u32, marks: usize, moves: bool): void {
  const rows = load<u32>(list);
  const last = rows + (load<u32>(list, 4) << 2);
  let at = rows + (load<u32>(list, 8) << 2);
  while (at < last) {
    const row = load<u32>(at);
    if (row >= end) break;
    const word = marks + (<usize>((row - from) >> 5) << 2);
    const bit: u32 = 1 << (row & 31);
    const once = load<u32>(word);
    store<u32>(word + MARKS, load<u32>(word + MARKS) | (once & bit));
    store<u32>(word, once | bit);
    at += 4;
  }
  if (moves) store<u32>(list, (at - rows) >> 2, 8);
}

/** How many of a list's rows of a block are not marked a second time; the list's place moves behind them. */
function countSole(list: usize, from: u32, end: u32, repeated: usize): u32 {
  const rows = load<u32>(list);
  const last = rows + (load<u32>(list, 4) << 2);
  let at = rows + (load<u32>(list, 8) << 2);
  let sole: u32 = 0;
  while (at < last) {
    const row = load<u32>(at);
    if (row >= end) break;
    sole += ((load<u32>(repeated + (<usize>((row - from) >> 5) << 2)) >> (row & 31)) & 1) ^ 1;
    at += 4;
  }
  store<u32>(list, (at - rows) >> 2, 8);
  return sole;
}

function gather(from: u32, marks: usize, members: usize): usize {
  for (let at: usize = 0; at < MARKS; at += 8) {
    let word = load<u64>(marks + at);
    while (word !== 0) {
      store<u32>(members, from + (<u32>at << 3) + <u32>ctz(word));
      members += 4;
      word &= word - 1;
    }
  }
  return members;
}
