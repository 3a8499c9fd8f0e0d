// AssemblyScript. Finds needles of ASCII in the values of a dictionary: `offsets[code] .. offsets[code + 1]` of `arena`.
// Where a match's neighbour is beyond ASCII only Unicode's tables tell whether it continues a term: such a value is put
// into a second bitmap, for the caller to check. A third one, where it is asked for, gets the values that hold a needle of
// which the edges don't decide. Reads up to 32 bytes past the arena's end.

/** The character before the needle's first must not continue a term. */
const BEFORE: u32 = 1;
/** The character after the needle's last must not continue a term. */
const AFTER: u32 = 2;
const CASE_SENSITIVE: u32 = 4;

/** A needle of `scanMany`: eight 32-bit words. */
@unmanaged
class Needle {
  pointer: u32;
  length: u32;
  mode: u32;
  /** A bitmap over codes, one bit a code: bit `code - base`. */
  output: u32;
  /** The same for the codes to be checked. */
  doubtful: u32;
  /** The same for the codes that hold the needle between other edges. */
  held: u32;
  /** The next needle of the same bucket, or 0. */
  next: u32;
  /** Where its three bytes stand that are looked for. */
  window: u32;
}

// @ts-ignore: decorator
@inline
function isTerm(byte: u32): bool {
  return byte - 48 < 10 || (byte | 32) - 97 < 26;
}

// @ts-ignore: decorator
@inline
function fold(byte: u32): u32 {
  return byte - 65 < 26 ? byte + 32 : byte;
}

// @ts-ignore: decorator
@inline
function offsetAt(offsets: usize, code: u32): u32 {
  return load<u32>(offsets + (<usize>code << 2));
}

// @ts-ignore: decorator
@inline
function equals(at: usize, needle: usize, length: u32, mode: u32): bool {
  let i: u32 = 0;
  if (mode & CASE_SENSITIVE) while (i < length && load<u8>(at + i) == load<u8>(needle + i)) i++;
  else while (i < length && fold(load<u8>(at + i)) == load<u8>(needle + i)) i++;
  return i == length;
}

/** The code whose value holds the arena's byte `at`; never below `from`, since matches come in ascending order. */
function locate(offsets: usize, from: u32, to: u32, at: u32): u32 {
  let step: u32 = 1;
  while (from + step < to && offsetAt(offsets, from + step) <= at) step <<= 1;
  let low = from + (step >> 1);
  let high = min(from + step, to);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsetAt(offsets, middle) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Whether a match at `at` stands at the edges of a term: 0 no, 1 yes, 2 when a neighbour beyond ASCII decides. */
// @ts-ignore: decorator
@inline
function bounded(at: usize, length: u32, start: usize, end: usize, mode: u32): u32 {
  if (at + length > end) return 0;
  let answer: u32 = 1;
  if (mode & BEFORE && at > start && isTerm(load<u8>(at))) {
    const before = load<u8>(at - 1);
    if (isTerm(before)) return 0;
    if (before >= 128) answer = 2;
  }
  const after = at + length;
  if (mode & AFTER && after < end && isTerm(load<u8>(after - 1))) {
    const next = load<u8>(after);
    if (isTerm(next)) return 0;
    if (next >= 128) answer = 2;
  }
  return answer;
}

// @ts-ignore: decorator
@inline
function setBit(bitmap: usize, bit: u32): void {
  const word = bitmap + (<usize>(bit >> 5) << 2);
  store<u32>(word, load<u32>(word) | (1 << (bit & 31)));
}

/** Where one of the needle's probes stands in the 16 bytes from `block` on. */
// @ts-ignore: decorator
@inline
function probe(block: usize, place: u32, fold: v128, value: v128): v128 {
  return i8x16.eq(v128.or(v128.load(block + place), fold), value);
}

/**
 * One needle over the codes [from, to). `needle` is in lower case unless CASE_SENSITIVE, and not empty; `probe1` and
 * `probe2` are the positions of its two rarest bytes. Bit 0 of the bitmaps is the code `base`; `held` is 0 when the codes
 * that hold the needle between other edges are not asked for.
 */
export function scanOne(
  arena: usize, offsets: usize, from: u32, to: u32,
  needle: usize, length: u32, probe1: u32, probe2: u32, mode: u32,
  base: u32, output: usize, doubtful: usize, held: usize,
): void {
  const start = arena + offsetAt(offsets, from);
  const end = arena + offsetAt(offsets, to);
  if (end - start < <usize>length) return;
  const last = end - length;
  const byte1 = load<u8>(needle + probe1);
  const byte2 = load<u8>(needle + probe2);
  const insensitive = (mode & CASE_SENSITIVE) == 0;
  const value1 = i8x16.splat(byte1);
  const value2 = i8x16.splat(byte2);
  const fold1 = i8x16.splat(insensitive && byte1 - 97 < 26 ? 32 : 0);
  const fold2 = i8x16.splat(insensitive && byte2 - 97 < 26 ? 32 : 0);
  let code = from;
  let block = start;
  while (block <= last) {
    while (block + 64 <= last) {
      const first = v128.and(probe(block, probe1, fold1, value1), probe(block, probe2, fold2, value2));
      const second = v128.and(probe(block + 16, probe1, fold1, value1), probe(block + 16, probe2, fold2, value2));
      const third = v128.and(probe(block + 32, probe1, fold1, value1), probe(block + 32, probe2, fold2, value2));
      const fourth = v128.and(probe(block + 48, probe1, fold1, value1), probe(block + 48, probe2, fold2, value2));
      if (v128.any_true(v128.or(v128.or(first, second), v128.or(third, fourth)))) break;
      block += 64;
    }
    let candidates = i8x16.bitmask(
      v128.and(probe(block, probe1, fold1, value1), probe(block, probe2, fold2, value2)),
    );
    let next = block + 16;
    while (candidates != 0) {
      const at = block + ctz(candidates);
      candidates &= candidates - 1;
      if (at > last) break;
      if (!equals(at, needle, length, mode)) continue;
      code = locate(offsets, code, to, <u32>(at - arena));
      const valueEnd = arena + offsetAt(offsets, code + 1);
      const answer = bounded(at, length, arena + offsetAt(offsets, code), valueEnd, mode);
      if (answer == 0) {
        if (held != 0) setBit(held, code - base);
        continue;
      }
      setBit(answer == 1 ? output : doubtful, code - base);
      if (valueEnd >= next) {
        next = valueEnd;
        break;
      }
      candidates &= -1 << <u32>(valueEnd - block);
    }
    block = next;
  }
}

/** Values that `scanListed` fetches at a time. */
const FETCHED: u32 = 64;
/** The processor fetches memory by so many bytes. */
const LINE: u32 = 64;
/** Keeps the loads of `fetchValues` from being left out. */
let fetched: u32 = 0;

/** Reads values that lie far apart in loops that wait for nothing they have read, so that many are fetched at once. */
function fetchValues(arena: usize, offsets: usize, codes: usize, count: u32): void {
  let sum: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const code = load<u32>(codes + (<usize>i << 2));
    const end = offsetAt(offsets, code + 1);
    for (let at = offsetAt(offsets, code); at < end; at += LINE) sum += <u32>load<u8>(arena + at);
  }
  fetched = sum;
}

/** As `scanOne`, over `count` codes of a list. Bit `i` of the bitmaps is the code `codes[i]`. */
export function scanListed(
  arena: usize, offsets: usize, codes: usize, count: u32,
  needle: usize, length: u32, probe1: u32, probe2: u32, mode: u32, output: usize, doubtful: usize,
): void {
  for (let i: u32 = 0; i < count; i++) {
    if (i % FETCHED == 0) fetchValues(arena, offsets, codes + (<usize>i << 2), min(FETCHED, count - i));
    const code = load<u32>(codes + (<usize>i << 2));
    scanOne(
      arena, offsets, code, code + 1, needle, length, probe1, probe2, mode, code - i, output, doubtful, 0,
    );
  }
}

/** A shift of bytes would make its mask anew each time. */
// @ts-ignore: decorator
@inline
function highNibbles(bytes: v128): v128 {
  return v128.and(i16x8.shr_u(bytes, 4), i8x16.splat(15));
}

/**
 * Several needles in one pass (Teddy: each of three bytes of a needle is looked up by its nibbles in `tables`, six tables
 * of 16 bytes, whose bits are the eight buckets; survivors are compared with their bucket's needles).
 * `buckets` holds eight pointers to `Needle`, or 0; 16 bytes behind `tables` are for the scan. Needles have at least
 * three bytes.
 */
export function scanMany(arena: usize, offsets: usize, from: u32, to: u32, tables: usize, buckets: usize, base: u32): void {
  const start = arena + offsetAt(offsets, from);
  const end = arena + offsetAt(offsets, to);
  const low0 = v128.load(tables), high0 = v128.load(tables, 16);
  const low1 = v128.load(tables, 32), high1 = v128.load(tables, 48);
  const low2 = v128.load(tables, 64), high2 = v128.load(tables, 80);
  const nibble = i8x16.splat(15);
  const zero = i8x16.splat(0);
  let code = from;
  // A byte's nibbles are taken once, for all three places: what the second and third say is moved to where a needle begins.
  const start0 = v128.load(start);
  let low = v128.and(start0, nibble), high = highNibbles(start0);
  let first = v128.and(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high));
  let second = v128.and(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high));
  let third = v128.and(i8x16.swizzle(low2, low), i8x16.swizzle(high2, high));
  for (let block = start; block < end; block += 16) {
    const following = v128.load(block, 16);
    low = v128.and(following, nibble);
    high = highNibbles(following);
    const nextSecond = v128.and(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high));
    const nextThird = v128.and(i8x16.swizzle(low2, low), i8x16.swizzle(high2, high));
    const hits = v128.and(
      v128.and(first, i8x16.shuffle(second, nextSecond, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)),
      i8x16.shuffle(third, nextThird, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17),
    );
    first = v128.and(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high));
    second = nextSecond;
    third = nextThird;
    if (!v128.any_true(hits)) continue;
    let candidates = i8x16.bitmask(i8x16.ne(hits, zero));
    v128.store(tables, hits, 96);
    while (candidates != 0) {
      const lane = ctz(candidates);
      candidates &= candidates - 1;
      const at = block + lane;
      let bits = <u32>load<u8>(tables + 96 + lane);
      while (bits != 0) {
        let needle = changetype<Needle>(load<u32>(buckets + (<usize>ctz(bits) << 2)));
        bits &= bits - 1;
        while (changetype<usize>(needle) != 0) {
          const begin = at - needle.window;
          const isWithin = begin >= start && begin + needle.length <= end;
          if (isWithin && equals(begin, needle.pointer, needle.length, needle.mode)) {
            code = locate(offsets, code, to, <u32>(at - arena));
            const valueStart = arena + offsetAt(offsets, code), valueEnd = arena + offsetAt(offsets, code + 1);
            const answer = begin < valueStart ? 0 : bounded(begin, needle.length, valueStart, valueEnd, needle.mode);
            setBit(answer == 0 ? needle.held : answer == 1 ? needle.output : needle.doubtful, code - base);
          }
          needle = changetype<Needle>(needle.next);
        }
      }
    }
  }
}
