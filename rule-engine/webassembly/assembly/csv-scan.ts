// AssemblyScript. Finds the cells of plain CSV, 64 bytes a step: quotes, delimiters and line feeds become bitmasks, and a
// running exclusive-or over the quotes tells what is within them. A row whose quotes do not stand at the edges of cells,
// or that has another number of cells than the header, is left to the careful scanner (readers/csv/csv-scanner.ts).
import { CellScan, countLines, equalMask, splat, storeCell } from './cell-scan';

const QUOTE: u32 = 34;
const FEED: u32 = 10;
const RETURN: u32 = 13;
const SPACE: u32 = 32;

/** Each bit the exclusive-or of itself and all below it. */
// @ts-ignore: decorator
@inline
function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ (bits << 32);
}

/** Makes the doubled quotes of a text single, in place, 16 bytes a step where there are none; gives where it ends then. */
function unquote(start: usize, end: usize): usize {
  const quoteBytes = splat(QUOTE);
  let at = start, to = start;
  while (at < end) {
    const block = v128.load(at);
    if (at + 16 <= end && !v128.any_true(i8x16.eq(block, quoteBytes))) {
      v128.store(to, block);
      to += 16;
      at += 16;
      continue;
    }
    const last = min(at + 16, end);
    while (at < last) {
      const byte = load<u8>(at);
      store<u8>(to++, byte);
      at += 1 + <u32>(byte == QUOTE);
    }
  }
  return to;
}

/** Makes the doubled quotes of the cells of a row single, in place, with blanks after the text that became shorter. */
function unquoteRow(bytes: usize, cells: usize, columns: u32): void {
  for (let column: u32 = 0; column < columns; column++) {
    const pair = cells + (<usize>column << 3);
    const start = bytes + load<u32>(pair);
    const end = bytes + load<u32>(pair, 4);
    if (start == bytes || load<u8>(start - 1) != QUOTE) continue;
    const to = unquote(start, end);
    store<u32>(pair, <u32>(to - bytes), 4);
    for (let at = to; at < end; at++) store<u8>(at, SPACE);
  }
}

/** Takes rows from `from` on, until `maxRows`, the last whole row, or one that is not plain. `parameter` is the delimiter. */
export function scanCsv(pointer: usize): void {
  const scan = changetype<CellScan>(pointer);
  const bytes = scan.bytes, length = scan.length, columns = scan.columns, maxRows = scan.maxRows;
  const quoteBytes = splat(QUOTE), delimiterBytes = splat(<u32>scan.parameter), feedBytes = splat(FEED);
  let rows: u32 = 0;
  let rowStart = scan.from, cellStart = scan.from;
  let column: u32 = 0, first: u32 = 0;
  /** Where the last block with doubled quotes ends. */
  let doubledEnd: u32 = 0;
  let anyDoubled = false;
  let within: u64 = 0, closedBefore: u64 = 0, startBefore: u64 = 1;
  let odd: u32 = 0;
  let done = false;
  for (let block = scan.from; block < length && !done; block += 64) {
    const at = bytes + block;
    const a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48);
    const present: u64 = length - block >= 64 ? u64.MAX_VALUE : (<u64>1 << (length - block)) - 1;
    const quotes = equalMask(a, b, c, d, quoteBytes) & present;
    const feeds = equalMask(a, b, c, d, feedBytes) & present;
    let ends = (equalMask(a, b, c, d, delimiterBytes) & present) | feeds;
    let stop: u64 = 0;
    if ((quotes | within | closedBefore) != 0) {
      const inside = prefixXor(quotes) ^ within;
      const opening = quotes & inside, closing = quotes & ~inside;
      within = <u64>(<i64>inside >> 63);
      const afterClosing = (closing << 1) | closedBefore;
      let follows = afterClosing & ~(quotes | ends) & present;
      while (follows != 0) {
        const bit = follows & -follows;
        if (load<u8>(at + <usize>ctz<u64>(follows)) != RETURN) stop |= bit;
        follows &= follows - 1;
      }
      closedBefore = closing >> 63;
      ends &= ~inside;
      const afterEdge = ((ends | closing) << 1) | startBefore;
      stop |= opening & ~afterEdge;
      if ((afterClosing & opening) != 0) doubledEnd = block + 64;
      startBefore = (ends | closing) >> 63;
      if (stop != 0) ends &= (stop & -stop) - 1;
    } else startBefore = ends >> 63;
    while (ends != 0) {
      const bit = <u32>ctz<u64>(ends);
      const place = block + bit;
      const isFeed = (feeds >> bit) & 1;
      ends &= ends - 1;
      let start = cellStart, end = place;
      if (isFeed && end > start && load<u8>(bytes + end - 1) == RETURN) end--;
      if (end > start && load<u8>(bytes + start) == QUOTE) {
        start++;
        end--;
        if (end < start || load<u8>(bytes + end) != QUOTE) {
          odd = 1;
          break;
        }
        if (doubledEnd > start) anyDoubled = true;
      }
      if (column == columns) {
        odd = 1;
        break;
      }
      storeCell(scan, first + column, start, end);
      column++;
      cellStart = place + 1;
      if (!isFeed) continue;
      const blank = column == 1 && start == end;
      if (!blank && column != columns) {
        odd = 1;
        break;
      }
      column = 0;
      rowStart = cellStart;
      if (blank) continue;
      if (anyDoubled) {
        unquoteRow(bytes, scan.cells + (<usize>first << 3), columns);
        anyDoubled = false;
      }
      first += columns;
      if (++rows == maxRows) {
        done = true;
        break;
      }
    }
    if (stop != 0 && !done) odd = 1;
    done = done || odd != 0;
  }
  scan.rows = rows;
  scan.next = rowStart;
  scan.odd = odd;
  scan.lines = countLines(bytes, scan.from, rowStart);
}
