import type { CellBatch } from '../../webassembly/cell-batch.ts';
import { CellScanner } from '../../webassembly/cell-scanner.ts';
import type { WebAssemblyModule } from '../../webassembly/module.ts';
import { type CsvRowHandler, CsvScanner, MAX_ROW_BYTES } from './csv-scanner.ts';

/** After so many rows that were not plain the scan gives up, when they are more than one in so many of all. */
const ODD_ROWS = 64;
const ODD_SHARE = 8;
/** Bytes of a row that is read the careful way, at first. */
const FIRST_COPY = 1 << 13;

export interface CsvBatchHandler extends CsvRowHandler {
  /** Whole rows of as many cells as the header has. */
  batch(batch: CellBatch): void;
}

/**
 * Splits CSV as `CsvScanner` does, many rows at once with SIMD. The header, and rows that are not plain (stray quotes,
 * another number of cells than the header), go through a `CsvScanner` one by one.
 */
export class SimdCsvScanner {
  private readonly scanner: CellScanner;
  private readonly careful: CsvScanner;
  private readonly handler: CsvBatchHandler;
  private readonly delimiter: number;
  /** Cells of the header; 0 before it was read. */
  private columns = 0;
  private rows = 0;
  private oddRows = 0;

  constructor(module: WebAssemblyModule, delimiter: string, handler: CsvBatchHandler) {
    this.scanner = new CellScanner(module, 'scanCsv');
    this.handler = handler;
    this.delimiter = delimiter.charCodeAt(0);
    this.careful = new CsvScanner(delimiter, {
      row: (bytes, cells, count, line) => {
        if (this.columns === 0) this.columns = count;
        handler.row(bytes, cells, count, line);
      },
      error: (line, message) => handler.error(line, message),
    });
  }

  push(chunk: Uint8Array): void {
    this.scanner.push(chunk);
    if (!this.scanner.hasEnough) return;
    this.scan(false);
    this.scanner.awaitRowEnd(MAX_ROW_BYTES);
  }

  /** Takes what is left as the last rows, and gives the memory back. */
  end(): void {
    this.scan(true);
    this.scanner.release();
  }

  private scan(last: boolean): void {
    const { scanner } = this;
    while (scanner.from < scanner.length) {
      if (this.columns > 0 && !this.hasGivenUp) {
        const { batch, odd } = scanner.scan(this.columns, this.delimiter);
        if (batch !== undefined) {
          this.rows += batch.rows;
          this.handler.batch(batch);
          if (!odd) continue;
        } else if (!odd && !last && scanner.length - scanner.from <= MAX_ROW_BYTES) return;
      }
      if (!this.carefulRow(last)) return;
    }
  }

  private get hasGivenUp(): boolean {
    return this.oddRows > ODD_ROWS && this.oddRows * ODD_SHARE > this.rows;
  }

  /** One row the careful way, from a copy, since its handling may move the memory; false when its end isn't there yet. */
  private carefulRow(last: boolean): boolean {
    const { scanner, careful } = this;
    for (let size = FIRST_COPY; ; size *= 16) {
      const end = Math.min(scanner.from + size, scanner.length);
      const whole = end === scanner.length;
      careful.line = scanner.line;
      const next = careful.row(scanner.bytes().slice(scanner.from, end), 0, last && whole);
      if (next >= 0) {
        this.oddRows++;
        scanner.line = careful.line;
        scanner.from += next;
        return true;
      }
      if (whole) return false;
    }
  }
}
