import { JoinedBytes } from '../joined-bytes.ts';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** A quoted cell or row longer than this is taken for a quote that was never closed. */
export const MAX_ROW_BYTES = 16 * 1024 * 1024;

export interface CsvRowHandler {
  /**
   * A row: cell `i` is `bytes[cells[2i] .. cells[2i+1])`, unquoted, with doubled quotes made single. Both arrays are
   * reused after the call. `line` is where the row starts, 1-based.
   */
  row(bytes: Uint8Array, cells: Uint32Array, count: number, line: number): void;
  error(line: number, message: string): void;
}

/**
 * Splits CSV bytes (RFC 4180: quotes doubled, line feeds within quotes) into rows of cells, chunk by chunk. A quote
 * within an unquoted cell stands for itself; text after a closing quote is kept and reported; a quote that is never
 * closed is reported and taken literally, so that the rows after it are kept.
 */
export class CsvScanner {
  private readonly delimiter: number;
  private readonly handler: CsvRowHandler;
  private readonly joined = new JoinedBytes();
  private rest: Uint8Array = new Uint8Array(0);
  /** So many bytes are worth another look for the end of the first row. */
  private wanted = 0;
  /** The 1-based line where the next row starts. */
  line = 1;
  private cells = new Uint32Array(256);
  private hasDoubled = new Uint8Array(128);
  private count = 0;
  /** Whether the quoted cell found last has doubled quotes. */
  private doubled = false;
  /** Line feeds within quotes of the row at hand. */
  private innerLines = 0;
  /** Cells of the row at hand with text behind their closing quote. */
  private cellsWithText = 0;

  constructor(delimiter: string, handler: CsvRowHandler) {
    this.delimiter = delimiter.charCodeAt(0);
    this.handler = handler;
  }

  /** Takes the next bytes, which it may change. */
  push(chunk: Uint8Array): void {
    const bytes = this.joined.join(this.rest, chunk);
    this.rest = bytes;
    if (bytes.length < this.wanted) return;
    this.scan(bytes, false);
    this.wanted = Math.min(2 * this.rest.length, MAX_ROW_BYTES + 1);
  }

  /** Takes what is left as the last row. */
  end(): void {
    this.scan(this.rest, true);
  }

  private scan(bytes: Uint8Array, last: boolean): void {
    let start = 0;
    while (start < bytes.length) {
      const next = this.row(bytes, start, last);
      if (next < 0) break;
      start = next;
    }
    this.rest = bytes.slice(start);
  }

  /**
   * Hands over the row at `start` of bytes that are not kept, and gives where the next one starts; -1 when the row's end
   * isn't there. `last` says that no bytes come after these.
   */
  row(bytes: Uint8Array, start: number, last: boolean): number {
    let next = this.scanRow(bytes, start, last, false);
    if (next < 0 && (last || bytes.length - start > MAX_ROW_BYTES)) {
      next = this.scanRow(bytes, start, true, true);
      const isSplit = !last && next === bytes.length;
      this.handler.error(
        this.line,
        isSplit
          ? 'A row is longer than 16 MiB: it was split'
          : 'A quote is opened and never closed: it was taken literally',
      );
    }
    if (next >= 0) this.emit(bytes);
    return next;
  }

  private emit(bytes: Uint8Array): void {
    for (let i = 0; i < this.cellsWithText; i++) {
      this.handler.error(this.line, 'Text follows a closing quote: the cell was kept as it stands');
    }
    const blank = this.count === 1 && this.cells[0] === this.cells[1];
    if (!blank) {
      this.unquote(bytes);
      this.handler.row(bytes, this.cells, this.count, this.line);
    }
    this.line += 1 + this.innerLines;
  }

  /** Finds the cells of the row at `start`; gives where the next row starts, or -1 when the row's end isn't there. */
  private scanRow(bytes: Uint8Array, start: number, last: boolean, literalQuotes: boolean): number {
    const { delimiter } = this;
    const { length } = bytes;
    this.count = 0;
    this.innerLines = 0;
    this.cellsWithText = 0;
    let at = start;
    for (;;) {
      const cellStart = at;
      let close = -1;
      if (bytes[at] === QUOTE && at < length && !literalQuotes) {
        close = this.findClosingQuote(bytes, at + 1);
        if (close < 0) return -1;
        at = close + 1;
      }
      while (at < length && bytes[at] !== delimiter && bytes[at] !== NEWLINE) at++;
      if (at === length && !last) return -1;
      const ended = at === length || bytes[at] === NEWLINE;
      const end = ended && at > cellStart && bytes[at - 1] === RETURN ? at - 1 : at;
      if (close < 0) this.addCell(cellStart, end, false);
      else if (close + 1 === end) this.addCell(cellStart + 1, close, this.doubled);
      else {
        this.cellsWithText++;
        this.addCell(cellStart, end, false);
      }
      if (ended) return Math.min(at + 1, length);
      at++;
    }
  }

  /** The index of the quote that closes a cell whose text starts at `from`, or -1. Notes doubled quotes and lines. */
  private findClosingQuote(bytes: Uint8Array, from: number): number {
    const { length } = bytes;
    this.doubled = false;
    for (let at = from; at < length; at++) {
      const byte = bytes[at];
      if (byte === NEWLINE) this.innerLines++;
      else if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE || at + 1 === length) return at;
        this.doubled = true;
        at++;
      }
    }
    return -1;
  }

  private addCell(start: number, end: number, doubled: boolean): void {
    if (this.count === this.hasDoubled.length) this.growCells();
    this.cells[2 * this.count] = start;
    this.cells[2 * this.count + 1] = end;
    this.hasDoubled[this.count++] = doubled ? 1 : 0;
  }

  private growCells(): void {
    const cells = new Uint32Array(this.cells.length * 2);
    cells.set(this.cells);
    this.cells = cells;
    const hasDoubled = new Uint8Array(this.hasDoubled.length * 2);
    hasDoubled.set(this.hasDoubled);
    this.hasDoubled = hasDoubled;
  }

  /** Makes doubled quotes single, in place: only now, since a row that is cut by a chunk's end is scanned again. */
  private unquote(bytes: Uint8Array): void {
    for (let cell = 0; cell < this.count; cell++) {
      if (this.hasDoubled[cell] === 0) continue;
      let to = this.cells[2 * cell];
      const end = this.cells[2 * cell + 1];
      for (let at = to; at < end; at++) {
        bytes[to++] = bytes[at];
        if (bytes[at] === QUOTE) at++;
      }
      this.cells[2 * cell + 1] = to;
    }
  }
}
