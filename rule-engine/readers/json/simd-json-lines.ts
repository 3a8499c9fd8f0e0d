import { CellScanner } from '../../webassembly/cell-scanner.ts';
import type { WebAssemblyModule } from '../../webassembly/module.ts';
import type { RowSink } from '../reader.ts';
import { FieldOrder } from './field-order.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** After so many lines that were not plain the scan gives up, when they are more than one in so many of all. */
const ODD_LINES = 64;
const ODD_SHARE = 8;

/** What a line held. */
export interface LineRead {
  /** Gives the names of its object's fields, if it is one; asked before the next line is read. */
  readonly names: () => readonly string[];
  /** The table that its envelope names. */
  readonly table?: string | undefined;
}

export interface JsonLinesHandler {
  /** Where rows of a table go, or those that name none. */
  sink(table: string | undefined): RowSink;
  /** Reads one line, which may be blank or faulty. */
  line(bytes: Uint8Array, start: number, end: number, line: number): LineRead;
  tooLong(line: number): void;
}

/**
 * Splits JSON lines into cells, many lines at once with SIMD. Lines that are not objects with fields in the order of those
 * before them, in an envelope like theirs, are handed over one by one, and their fields learnt.
 */
export class SimdJsonLines {
  private readonly module: WebAssemblyModule;
  private readonly scanner: CellScanner;
  private readonly orders = new Map<string | undefined, FieldOrder>();
  /** The table of the line that was read last. */
  private table: string | undefined;
  private readonly handler: JsonLinesHandler;
  private readonly maxLineBytes: number;
  private rows = 0;
  private oddLines = 0;
  /** Within a line that is too long. */
  private skipping = false;

  constructor(module: WebAssemblyModule, handler: JsonLinesHandler, maxLineBytes: number) {
    this.module = module;
    this.scanner = new CellScanner(module, 'scanJsonLines');
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
    for (const order of this.orders.values()) order.release();
  }

  private scan(last: boolean): void {
    const { scanner } = this;
    while (scanner.from < scanner.length) {
      const order = this.orders.get(this.table);
      if (order !== undefined && !this.hasGivenUp && !this.skipping) {
        const { names, kinds } = order.pointers;
        const { batch, odd } = scanner.scan(order.size, names, kinds);
        if (batch !== undefined) {
          this.rows += batch.rows;
          this.handler.sink(this.table).addRows(order.ids, batch);
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
    const { names, table } = this.handler.line(line, 0, end, this.scanner.line);
    this.oddLines++;
    if (this.hasGivenUp) return;
    const fields = names();
    if (fields.length === 0) return;
    this.table = table;
    this.orderOf(table).learn(fields, this.handler.sink(table));
  }

  private orderOf(table: string | undefined): FieldOrder {
    let order = this.orders.get(table);
    if (order === undefined) {
      order = new FieldOrder(this.module, table);
      this.orders.set(table, order);
    }
    return order;
  }
}
