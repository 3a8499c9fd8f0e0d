// AssemblyScript. Gives each distinct string of bytes a code: an open-addressing hash table over an arena of all values.
// Value `code` is `offsets[code] .. offsets[code + 1]` of `arena`; code 0 is the empty string. The arena is followed by
// PADDING bytes of its own block, and so must the bytes handed in be: both are read 16 bytes at a time.

const PADDING: u32 = 32;
const FIRST_ARENA: u32 = 1024;
const FIRST_VALUES: u32 = 64;
/** Up to so many slots their number grows fourfold, then twofold: fewer tables are left behind. */
const MANY_SLOTS: u32 = 1 << 19;
/** From so many slots on, room that was made for at most `SURE_GROWTH` times as many is taken at once. */
const SURE_SLOTS: u32 = 1 << 17;
const SURE_GROWTH: u32 = 8;
/** Rows that `internCells` takes at a time: what they need is fetched first. */
const BLOCK: u32 = 256;
/** Smaller tables are in the processor's cache anyway. */
const FETCH_FROM: u32 = 1 << 14;
/** Where values begin and end in the arena that may be those of a block's rows. */
const found = memory.data(8 * 256);
/** Keeps the loads of `fetchBlock` from being left out. */
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
  /** A code in the low bits, the rest of the value's hash above it; 0 marks a free slot. */
  slots: usize;
  /** The number of slots, a power of two, and more than any code. */
  slotCount: u32;
  /** Slots that there is room for. */
  slotCapacity: u32;
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
  interner.slotCapacity = interner.slotCount;
  interner.slots = heap.alloc(<usize>interner.slotCount << 2);
  memory.fill(interner.slots, 0, <usize>interner.slotCount << 2);
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
  let slotCount = interner.slotCount;
  while (isCrowded(values, slotCount)) slotCount *= 2;
  if (slotCount > interner.slotCapacity) moveSlots(interner, slotCount);
}

/** The code of `length` bytes; a new one when no value is equal. */
export function intern(pointer: usize, bytes: usize, length: u32): u32 {
  if (length == 0) return 0;
  return internHashed(changetype<Interner>(pointer), hashOf(bytes, length), bytes, length);
}

// @ts-ignore: decorator
@inline
function internHashed(interner: Interner, hash: u32, bytes: usize, length: u32): u32 {
  const slot = slotOf(interner, hash, bytes, length);
  const code = load<u32>(slot) & (interner.slotCount - 1);
  return code != 0 ? code : insert(interner, slot, hash, bytes, length);
}

/** The code of `length` bytes, or -1 when no value is equal. */
export function find(pointer: usize, bytes: usize, length: u32): i32 {
  if (length == 0) return 0;
  const interner = changetype<Interner>(pointer);
  const code = load<u32>(slotOf(interner, hashOf(bytes, length), bytes, length)) & (interner.slotCount - 1);
  return code != 0 ? code : -1;
}

/**
 * The code of one column's cell in each of `rows` rows: cell i is `base + cells[i * stride] .. base + cells[i * stride + 1]`.
 * Gives the number of cells that are not empty.
 */
export function internCells(pointer: usize, base: usize, cells: usize, stride: u32, rows: u32, codes: usize): u32 {
  const interner = changetype<Interner>(pointer);
  const step = <usize>stride << 2;
  let filled: u32 = 0;
  for (let done: u32 = 0; done < rows; done += BLOCK) {
    const block = min(BLOCK, rows - done);
    for (let row: u32 = 0, cell = cells; row < block; row++, cell += step) {
      const start = load<u32>(cell);
      store<u32>(codes + (<usize>row << 2), hashOf(base + start, load<u32>(cell, 4) - start));
    }
    fetchBlock(interner, codes, block);
    for (let row: u32 = 0; row < block; row++, cells += step) {
      const start = load<u32>(cells), length = load<u32>(cells, 4) - start;
      const code = length == 0 ? 0 : internHashed(interner, load<u32>(codes), base + start, length);
      store<u32>(codes, code);
      codes += 4;
      filled += <u32>(code != 0);
    }
  }
  return filled;
}

/**
 * Reads what the rows of a block will need, in loops that wait for nothing they have read, so that the processor fetches
 * much of it at once: their slots, the offsets of the values that seem to be theirs, and bytes at the beginning, in the
 * middle and at the end of those values.
 */
function fetchBlock(interner: Interner, hashes: usize, rows: u32): void {
  const mask = interner.slotCount - 1;
  if (mask < FETCH_FROM) return;
  const slots = interner.slots, offsets = interner.offsets, arena = interner.arena;
  let candidates: u32 = 0;
  for (let row: u32 = 0; row < rows; row++) {
    const hash = load<u32>(hashes + (<usize>row << 2));
    const entry = load<u32>(slots + (<usize>(hash & mask) << 2));
    store<u32>(found + (<usize>candidates << 3), entry & mask);
    candidates += <u32>(entry != 0 && ((entry ^ hash) & ~mask) == 0);
  }
  for (let i: u32 = 0; i < candidates; i++) {
    const place = found + (<usize>i << 3);
    store<u64>(place, load<u64>(offsets + (<usize>load<u32>(place) << 2)));
  }
  let sum: u32 = 0;
  for (let i: u32 = 0; i < candidates; i++) {
    const place = found + (<usize>i << 3);
    const start = load<u32>(place), end = load<u32>(place, 4);
    const middle = (<u64>start + end) >> 1;
    sum += <u32>load<u8>(arena + start) + <u32>load<u8>(arena + <usize>middle) + <u32>load<u8>(arena + end);
  }
  fetched = sum;
}

/** The slot that holds the value, or the free one where it belongs. */
// @ts-ignore: decorator
@inline
function slotOf(interner: Interner, hash: u32, bytes: usize, length: u32): usize {
  const mask = interner.slotCount - 1;
  let index = hash & mask;
  let slot = interner.slots + (<usize>index << 2);
  let entry = load<u32>(slot);
  while (entry != 0 && !(((entry ^ hash) & ~mask) == 0 && isValue(interner, entry & mask, bytes, length))) {
    index = (index + 1) & mask;
    slot = interner.slots + (<usize>index << 2);
    entry = load<u32>(slot);
  }
  return slot;
}

function insert(interner: Interner, slot: usize, hash: u32, bytes: usize, length: u32): u32 {
  const code = interner.count++;
  store<u32>(slot, (hash & ~(interner.slotCount - 1)) | code);
  if (code == interner.valueCapacity) growValues(interner, interner.valueCapacity * 2);
  const needed = interner.used + length;
  if (needed > interner.arenaCapacity) resizeArena(interner, max(needed, interner.arenaCapacity * 2));
  copyBytes(interner.arena + interner.used, bytes, length);
  interner.used = needed;
  store<u32>(interner.offsets + (<usize>(code + 1) << 2), needed);
  if (isCrowded(interner.count, interner.slotCount)) growSlots(interner);
  return code;
}

/** Copies up to 15 bytes more than asked for: both sides have room behind them. */
// @ts-ignore: decorator
@inline
function copyBytes(to: usize, from: usize, length: u32): void {
  const end = to + length;
  while (to < end) {
    v128.store(to, v128.load(from));
    to += 16;
    from += 16;
  }
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

// @ts-ignore: decorator
@inline
function isCrowded(values: u32, slotCount: u32): bool {
  return values > (slotCount >> 2) * 3;
}

/** The same slots where there is room for `capacity` of them. */
function moveSlots(interner: Interner, capacity: u32): void {
  const slots = heap.alloc(<usize>capacity << 2);
  memory.copy(slots, interner.slots, <usize>interner.slotCount << 2);
  heap.free(interner.slots);
  interner.slots = slots;
  interner.slotCapacity = capacity;
}

/** Values are hashed anew, from the arena: their hashes are nowhere kept whole, and so the old slots' room is used again. */
function growSlots(interner: Interner): void {
  let slotCount = interner.slotCount * (interner.slotCount < MANY_SLOTS ? 4 : 2);
  if (interner.slotCount >= SURE_SLOTS && interner.slotCapacity <= interner.slotCount * SURE_GROWTH) {
    slotCount = max(slotCount, interner.slotCapacity);
  }
  if (slotCount > interner.slotCapacity) {
    heap.free(interner.slots);
    interner.slots = heap.alloc(<usize>slotCount << 2);
    interner.slotCapacity = slotCount;
  }
  interner.slotCount = slotCount;
  const slots = interner.slots, mask = slotCount - 1;
  memory.fill(slots, 0, <usize>slotCount << 2);
  let start = interner.arena;
  for (let code: u32 = 1; code < interner.count; code++) {
    const end = interner.arena + load<u32>(interner.offsets + (<usize>(code + 1) << 2));
    const hash = hashOf(start, <u32>(end - start));
    let index = hash & mask;
    while (load<u32>(slots + (<usize>index << 2)) != 0) index = (index + 1) & mask;
    store<u32>(slots + (<usize>index << 2), (hash & ~mask) | code);
    start = end;
  }
}

// @ts-ignore: decorator
@inline
function isValue(interner: Interner, code: u32, bytes: usize, length: u32): bool {
  const offsets = interner.offsets + (<usize>code << 2);
  const start = load<u32>(offsets);
  return load<u32>(offsets, 4) - start == length && equalBytes(interner.arena + start, bytes, length);
}

/** 32 bytes, of which the first half is set: read from `16 - n` on, 16 bytes of which the first n are set. */
const firstBytes = memory.data<u64>([u64.MAX_VALUE, u64.MAX_VALUE, 0, 0]);

/** All bytes but the first `length` are zero. */
// @ts-ignore: decorator
@inline
function firstOf(bytes: usize, length: u32): v128 {
  return v128.and(v128.load(bytes), v128.load(firstBytes + 16 - length));
}

/** 16 bytes a step; the last step takes the last 16 bytes, or the only ones with zeros behind them. */
// @ts-ignore: decorator
@inline
function equalBytes(a: usize, b: usize, length: u32): bool {
  if (length <= 16) return !v128.any_true(v128.xor(firstOf(a, length), firstOf(b, length)));
  const last = a + length - 16;
  const difference = v128.xor(v128.load(last), v128.load(b + length - 16));
  while (a < last) {
    if (v128.any_true(v128.xor(v128.load(a), v128.load(b)))) return false;
    a += 16;
    b += 16;
  }
  return !v128.any_true(difference);
}

const FACTOR: u64 = 0xff51afd7ed558ccd;

/** Multiplies and rotates 16 bytes a step; the last step takes the last 16 bytes, or the only ones with zeros behind them. */
// @ts-ignore: decorator
@inline
function hashOf(bytes: usize, length: u32): u32 {
  let hash: u64 = 0x9e3779b97f4a7c15 ^ length;
  if (length <= 16) hash = mixed(hash, firstOf(bytes, length));
  else {
    const last = bytes + length - 16;
    while (bytes < last) {
      hash = mixed(hash, v128.load(bytes));
      bytes += 16;
    }
    hash = mixed(hash, v128.load(last));
  }
  hash = (hash ^ (hash >> 32)) * 0xc4ceb9fe1a85ec53;
  return <u32>(hash >> 32);
}

// @ts-ignore: decorator
@inline
function mixed(hash: u64, bytes: v128): u64 {
  const low = i64x2.extract_lane(bytes, 0) * 0x9fb21c651e98df25;
  return rotl<u64>((hash ^ i64x2.extract_lane(bytes, 1) ^ rotl<u64>(low, 32)) * FACTOR, 29);
}
