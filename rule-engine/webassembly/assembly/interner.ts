// AssemblyScript. Gives each distinct string of bytes a code: an open-addressing hash table over an arena of all values.
// Value `code` is `offsets[code] .. offsets[code + 1]` of `arena`; code 0 is the empty string. The arena is followed by
// PADDING bytes of its own block, and so must the bytes handed in be: both are read 16 bytes at a time.

const PADDING: u32 = 32;
const FIRST_ARENA: u32 = 1024;
const FIRST_VALUES: u32 = 64;
/** Rows that `internCells` looks ahead: a multiple of 4. */
const AHEAD: u32 = 16;
/** Keeps the loads of `fetchAhead` from being left out. */
let fetched: u32 = 0;

/** Its first five fields are read from outside. */
@unmanaged
class Interner {
  arena: usize;
  used: u32;
  offsets: usize;
  count: u32;
  arenaCapacity: u32;
  valueCapacity: u32;
  /** Pairs of hash and code; code 0 marks a free slot. */
  slots: usize;
  /** The number of slots, a power of two. */
  slotCount: u32;
}

export function createInterner(): usize {
  const interner = changetype<Interner>(heap.alloc(offsetof<Interner>()));
  interner.arena = heap.alloc(FIRST_ARENA + PADDING);
  interner.arenaCapacity = FIRST_ARENA;
  interner.used = 0;
  interner.offsets = heap.alloc((FIRST_VALUES + 1) << 2);
  interner.valueCapacity = FIRST_VALUES;
  store<u32>(interner.offsets, 0);
  store<u32>(interner.offsets, 0, 4);
  interner.count = 1;
  interner.slotCount = FIRST_VALUES * 2;
  interner.slots = emptySlots(interner.slotCount);
  return changetype<usize>(interner);
}

export function releaseInterner(pointer: usize): void {
  const interner = changetype<Interner>(pointer);
  heap.free(interner.arena);
  heap.free(interner.offsets);
  heap.free(interner.slots);
  heap.free(pointer);
}

/** Makes room for so many bytes and values in all, so that growing up to there moves nothing. Untouched room costs no memory. */
export function reserveArena(pointer: usize, bytes: u32, values: u32): void {
  const interner = changetype<Interner>(pointer);
  if (bytes > interner.arenaCapacity) resizeArena(interner, bytes);
  if (values > interner.valueCapacity) growValues(interner, values);
}

/** The code of `length` bytes; a new one when no value is equal. */
export function intern(pointer: usize, bytes: usize, length: u32): u32 {
  if (length == 0) return 0;
  return internHashed(changetype<Interner>(pointer), hashOf(bytes, length), bytes, length);
}

// @ts-ignore: decorator
@inline
function internHashed(interner: Interner, hash: u32, bytes: usize, length: u32): u32 {
  const entry = entryOf(interner, hash, bytes, length);
  const code = load<u32>(entry, 4);
  return code != 0 ? code : insert(interner, entry, hash, bytes, length);
}

/** The code of `length` bytes, or -1 when no value is equal. */
export function find(pointer: usize, bytes: usize, length: u32): i32 {
  if (length == 0) return 0;
  const interner = changetype<Interner>(pointer);
  const code = load<u32>(entryOf(interner, hashOf(bytes, length), bytes, length), 4);
  return code != 0 ? code : -1;
}

/**
 * The code of one column's cell in each of `rows` rows: cell i is `base + cells[i * stride] .. base + cells[i * stride + 1]`.
 * Gives the number of cells that are not empty.
 */
export function internCells(pointer: usize, base: usize, cells: usize, stride: u32, rows: u32, codes: usize): u32 {
  const interner = changetype<Interner>(pointer);
  const step = <usize>stride << 2;
  for (let row: u32 = 0, cell = cells; row < rows; row++, cell += step) {
    const start = load<u32>(cell);
    store<u32>(codes + (<usize>row << 2), hashOf(base + start, load<u32>(cell, 4) - start));
  }
  let filled: u32 = 0;
  for (let row: u32 = 0; row < rows; row++, cells += step) {
    const place = codes + (<usize>row << 2);
    if (row + AHEAD < rows) fetchAhead(interner, place);
    const start = load<u32>(cells), length = load<u32>(cells, 4) - start;
    const code = length == 0 ? 0 : internHashed(interner, load<u32>(place), base + start, length);
    store<u32>(place, code);
    filled += <u32>(code != 0);
  }
  return filled;
}

/**
 * Reads what the rows to come will need, so that the processor waits for several of them at once: the slot of one, then
 * the offset and then the bytes of the value that the slot of a nearer one holds.
 */
// @ts-ignore: decorator
@inline
function fetchAhead(interner: Interner, place: usize): void {
  const mask = interner.slotCount - 1;
  const far = interner.slots + (<usize>(load<u32>(place, AHEAD * 4) & mask) << 3);
  const near = interner.slots + (<usize>(load<u32>(place, AHEAD * 2) & mask) << 3);
  const next = interner.slots + (<usize>(load<u32>(place, AHEAD) & mask) << 3);
  const nearOffset = load<u32>(interner.offsets + (<usize>load<u32>(near, 4) << 2));
  const nextOffset = load<u32>(interner.offsets + (<usize>load<u32>(next, 4) << 2));
  fetched = load<u32>(far) + nearOffset + load<u8>(interner.arena + nextOffset);
}

/** The slot that holds the value, or the free one where it belongs. */
// @ts-ignore: decorator
@inline
function entryOf(interner: Interner, hash: u32, bytes: usize, length: u32): usize {
  const mask = interner.slotCount - 1;
  let slot = hash & mask;
  let entry = interner.slots + (<usize>slot << 3);
  let code = load<u32>(entry, 4);
  while (code != 0 && !(load<u32>(entry) == hash && isValue(interner, code, bytes, length))) {
    slot = (slot + 1) & mask;
    entry = interner.slots + (<usize>slot << 3);
    code = load<u32>(entry, 4);
  }
  return entry;
}

function insert(interner: Interner, entry: usize, hash: u32, bytes: usize, length: u32): u32 {
  const code = interner.count++;
  store<u32>(entry, hash);
  store<u32>(entry, code, 4);
  if (code == interner.valueCapacity) growValues(interner, interner.valueCapacity * 2);
  const needed = interner.used + length;
  if (needed > interner.arenaCapacity) resizeArena(interner, max(needed, interner.arenaCapacity * 2));
  memory.copy(interner.arena + interner.used, bytes, length);
  interner.used = needed;
  store<u32>(interner.offsets + (<usize>(code + 1) << 2), needed);
  if (interner.count * 2 > interner.slotCount) growSlots(interner);
  return code;
}

function resizeArena(interner: Interner, capacity: u32): void {
  const arena = heap.alloc(<usize>capacity + PADDING);
  memory.copy(arena, interner.arena, interner.used);
  heap.free(interner.arena);
  interner.arena = arena;
  interner.arenaCapacity = capacity;
}

function growValues(interner: Interner, capacity: u32): void {
  const offsets = heap.alloc(<usize>(capacity + 1) << 2);
  memory.copy(offsets, interner.offsets, <usize>(interner.valueCapacity + 1) << 2);
  heap.free(interner.offsets);
  interner.offsets = offsets;
  interner.valueCapacity = capacity;
}

function growSlots(interner: Interner): void {
  const slotCount = interner.slotCount * 2;
  const slots = emptySlots(slotCount);
  const mask = slotCount - 1;
  for (let old: u32 = 0; old < interner.slotCount; old++) {
    const pair = load<u64>(interner.slots + (<usize>old << 3));
    if (pair >> 32 == 0) continue;
    let slot = <u32>pair & mask;
    while (load<u32>(slots + (<usize>slot << 3), 4) != 0) slot = (slot + 1) & mask;
    store<u64>(slots + (<usize>slot << 3), pair);
  }
  heap.free(interner.slots);
  interner.slots = slots;
  interner.slotCount = slotCount;
}

function emptySlots(count: u32): usize {
  const slots = heap.alloc(<usize>count << 3);
  memory.fill(slots, 0, <usize>count << 3);
  return slots;
}

// @ts-ignore: decorator
@inline
function isValue(interner: Interner, code: u32, bytes: usize, length: u32): bool {
  const offsets = interner.offsets + (<usize>code << 2);
  const start = load<u32>(offsets);
  return load<u32>(offsets, 4) - start == length && equalBytes(interner.arena + start, bytes, length);
}

// @ts-ignore: decorator
@inline
function equalBytes(a: usize, b: usize, length: u32): bool {
  const whole = a + (length & ~15);
  while (a < whole) {
    if (v128.any_true(v128.xor(v128.load(a), v128.load(b)))) return false;
    a += 16;
    b += 16;
  }
  const rest = length & 15;
  return (i8x16.bitmask(i8x16.ne(v128.load(a), v128.load(b))) & ((1 << rest) - 1)) == 0;
}

/** Eight bytes a step, multiplied and rotated; the last step takes the bytes left, zeros behind them. */
// @ts-ignore: decorator
@inline
function hashOf(bytes: usize, length: u32): u32 {
  let hash: u64 = 0x9e3779b97f4a7c15 ^ length;
  const whole = bytes + (length & ~7);
  while (bytes < whole) {
    hash = rotl<u64>((hash ^ load<u64>(bytes)) * 0xff51afd7ed558ccd, 29);
    bytes += 8;
  }
  const rest = length & 7;
  if (rest != 0) hash = (hash ^ (load<u64>(bytes) & ((<u64>1 << (rest << 3)) - 1))) * 0xff51afd7ed558ccd;
  hash = (hash ^ (hash >> 32)) * 0xc4ceb9fe1a85ec53;
  return <u32>(hash >> 32);
}
