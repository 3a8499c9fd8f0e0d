// AssemblyScript. What the scans of CSV and of JSON lines share: rows of cells found in a buffer of bytes.

/** One scan: the first six fields are the caller's, the rest its results. Thirteen 32-bit words. */
@unmanaged
export class CellScan {
  /** Where the bytes are; 64 bytes past their end must be readable. */
  bytes: usize;
  /** Where the first row starts. */
  from: u32;
  length: u32;
  columns: u32;
  /** Cell `column` of row `row` is `bytes[pair[0] .. pair[1])`; its pair is number `row * columns + column`. */
  cells: usize;
  maxRows: u32;
  /** A byte for CSV, a pointer to the names for JSON. */
  parameter: usize;
  rows: u32;
  /** Where the first row starts that is not among `rows`. */
  next: u32;
  /** 1 when that row is not plain: the careful scanner must read it. */
  odd: u32;
  /** Line feeds in the rows that were found. */
  lines: u32;
}

// @ts-ignore: decorator
@inline
export function storeCell(scan: CellScan, index: u32, start: u32, end: u32): void {
  store<u64>(scan.cells + (<usize>index << 3), (<u64>end << 32) | start);
}

// @ts-ignore: decorator
@inline
export function splat(byte: u32): v128 {
  return i8x16.splat(<i8>byte);
}

/** A bit for each of 64 bytes: those equal to the splatted one. */
// @ts-ignore: decorator
@inline
export function equalMask(a: v128, b: v128, c: v128, d: v128, value: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(i8x16.eq(a, value))) |
    (<u64>(<u32>i8x16.bitmask(i8x16.eq(b, value))) << 16) |
    (<u64>(<u32>i8x16.bitmask(i8x16.eq(c, value))) << 32) |
    (<u64>(<u32>i8x16.bitmask(i8x16.eq(d, value))) << 48)
  );
}

/** The number of line feeds in `[at, end)`. */
export function countLines(bytes: usize, at: u32, end: u32): u32 {
  const feed = splat(10);
  let count: u32 = 0;
  let block = at;
  for (; block + 64 <= end; block += 64) {
    const from = bytes + block;
    count += <u32>popcnt<u64>(equalMask(v128.load(from), v128.load(from, 16), v128.load(from, 32), v128.load(from, 48), feed));
  }
  for (; block < end; block++) count += <u32>(load<u8>(bytes + block) == 10);
  return count;
}
