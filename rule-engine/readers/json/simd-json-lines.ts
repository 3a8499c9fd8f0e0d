import { CellScanner } from '../../webassembly/cell-scanner.ts';
import type { WebAssemblyModule } from '../../webassembly/module.ts';
import type { RowSink } from '../reader.ts';
import { FieldOrder } from './field-order.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** After so many lines that were not plain the scan gives up, when they are more than one in so many of all. */
const ODD_LINES = 64;
const ODD_SHARE = 8;

export interface JsonLinesHandler {
  /** Where rows go. */
  sink(): RowSink;
  /** Reads one line, which may be blank or faulty, and gives the names of its object's fields, if it is one. */
  line(bytes: Uint8Array, start: number, end: number, line: number): readonly string[];
  tooLong(line: number): void;
}

/**
 * Splits JSON lines into cells, many lines at once with SIMD. Lines that are not flat objects with fields in the order of
 * those before them are handed over one by one, and their fields learnt.
 */
export class SimdJsonLines {
  private readonly scanner: CellScanner;
  private readonly order: FieldOrder;
  private readonly handler: JsonLinesHandler;
  private readonly maxLineBytes: number;
  private rows = 0;
  private oddLines = 0;
  /** Within a line that is too long. */
  private skipping = false;

  constructor(module: WebAssemblyModule, handler: JsonLinesHandler, maxLineBytes: number) {
    this.scanner = new CellScanner(module, 'scanJsonLines');
    this.order = new FieldOrder(module);
    this.handler = handler;
    this.maxLineBytes = maxLineBytes;
  }

  push(chunk: Uint8Array): void {
    this.scanner.push(chunk);
    if (!this.scanner.hasEnough) return;
    this.scan(false);
    this.scanner.awaitRowEnd(this.maxLineBytes);
  }

  /** Takes what is left as the last line, and gives the memory back. */
  end(): void {
    this.scan(true);
    if (this.skipping) this.handler.tooLong(this.scanner.line);
    this.scanner.release();
    this.order.release();
  }

  private scan(last: boolean): void {
    const { scanner, order } = this;
    while (scanner.from < scanner.length) {
      if (order.size > 0 && !this.hasGivenUp && !this.skipping) {
        const { names, kinds } = order.pointers;
        const { batch, odd } = scanner.scan(order.size, names, kinds);
        if (batch !== undefined) {
          this.rows += batch.rows;
          this.handler.sink().addRows(order.ids, batch);
          if (!odd) continue;
        } else if (!odd && !last && scanner.length - scanner.from <= this.maxLineBytes) return;
      }
      if (!this.carefulLine(last)) return;
    }
  }

  private get hasGivenUp(): boolean {
    return this.oddLines > ODD_LINES && this.oddLines * ODD_SHARE > this.rows;
  }

  /** One line the careful way, from a copy, since its handling may move the memory; false when its end isn't there yet. */
  private carefulLine(last: boolean): boolean {
    const { scanner } = this;
    const bytes = scanner.bytes();
    const found = bytes.indexOf(NEWLINE, scanner.from);
    const end = found < 0 ? scanner.length : found;
    const tooLong = this.skipping || end - scanner.from > this.maxLineBytes;
    if (found < 0 && !last) {
      this.skipping = tooLong;
      if (tooLong) scanner.from = scanner.length;
      return false;
    }
    if (tooLong) this.handler.tooLong(scanner.line);
    else this.read(bytes.slice(scanner.from, end));
    this.skipping = false;
    scanner.line++;
    scanner.from = Math.min(end + 1, scanner.length);
    return true;
  }

  private read(line: Uint8Array): void {
    const end = line.length > 0 && line[line.length - 1] === RETURN ? line.length - 1 : line.length;
    const names = this.handler.line(line, 0, end, this.scanner.line);
    this.oddLines++;
    if (names.length > 0 && !this.hasGivenUp) this.order.learn(names, this.handler.sink());
  }
}
