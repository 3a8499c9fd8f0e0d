import { webAssembly } from '../../webassembly/module.ts';
import type {
  FieldValue,
  InputHead,
  LogRecord,
  Reader,
  ReaderContext,
  RowShape,
  RowSink,
  RowSinks,
} from '../reader.ts';
import { headText, utf8Chunks } from '../text-input.ts';
import { columnNames } from './column-names.ts';
import { detectCsvDialect } from './csv-dialect.ts';
import { csvPreamble, hasOldLineEnds, withLineFeeds, withoutPreamble } from './csv-preamble.ts';
import { type CsvRowHandler, CsvScanner } from './csv-scanner.ts';
import { type CsvBatchHandler, SimdCsvScanner } from './simd-csv-scanner.ts';

const HEAD_BYTES = 65536;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Delimited text with a header line: comma, tab, semicolon or bar, RFC 4180 quoting. */
export const csvReader: Reader = {
  format: 'csv',
  title: 'Delimited text (CSV, TSV)',
  evidence: 'the header and the first rows have the same number of cells',
  detect,
  read,
  scan,
  scanCopiesChunks: true,
};

function detect(head: InputHead): number {
  const whole = plainLines(headText(head.bytes));
  const preamble = csvPreamble(whole);
  const text = whole.slice(preamble.length);
  if (/^\s*[[{<]/.test(text)) return 0;
  const named = /\.(csv|tsv|tab|psv)(\.gz)?$/i.test(head.name);
  const dialect = detectCsvDialect(text, preamble.delimiter);
  const isDamaged = zeros(text) > text.length * MOST_ZEROS;
  if (dialect.columns < 2) return named && text.trim() !== '' && !isDamaged ? 0.5 : 0;
  const header = headerLine(text).split(dialect.delimiter);
  const likeNames = header.every((name) => /^\s*"?[\p{L}_@][^=\0]{0,80}"?\s*$/u.test(name));
  if (!named && header.some(isValue) && (dialect.columns < 3 || dialect.agreement < 1)) return 0;
  if (!likeNames && isDamaged) return 0;
  return (likeNames ? 0.75 : 0.25) * dialect.agreement + (named ? 0.2 : 0);
}

function headerLine(text: string): string {
  return text.slice(0, Math.max(0, text.search(/\r?\n|$/)));
}

/** True for a cell that begins with a date, a time or an address: a line with one is an event, or of a log of another kind. */
function isValue(cell: string): boolean {
  return /^\s*"?(\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4}|\d\d:\d\d:\d\d|\d{1,3}(\.\d{1,3}){3}(?![\w.]))/.test(cell);
}

/**
 * The share of zero bytes that text may have whose first line is no header: damage or odd values, no binary format. Behind
 * a header they are values, or what a crash left unwritten.
 */
const MOST_ZEROS = 0.005;

function zeros(text: string): number {
  return text.includes('\0') ? text.split('\0').length - 1 : 0;
}

function plainLines(head: string): string {
  return hasOldLineEnds(head) ? head.replaceAll('\r', '\n') : head;
}

async function* read(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  let header: readonly string[] = [];
  let shape: RowShape = {};
  let records: LogRecord[] = [];
  const taker: RowTaker = {
    header: (names) => {
      header = names;
      shape = { fields: header };
      context.header?.(header);
    },
    row: (bytes, cells, count, line) => {
      reportCount(header.length, filledCount(cells, count, header.length), line, context);
      const entries: [string, FieldValue][] = [];
      for (let cell = 0; cell < Math.min(count, header.length); cell++) {
        const value = cellText(bytes, cells, cell);
        if (value !== '') entries.push([header[cell], value]);
      }
      records.push({ fields: Object.fromEntries(entries), line, shape });
    },
  };
  for await (const _ of rows(chunks, taker, context)) {
    yield* records;
    records = [];
  }
}

function scan(chunks: AsyncIterable<Uint8Array>, sinks: RowSinks, context: ReaderContext): AsyncGenerator<undefined> {
  let fields = new Int32Array(0);
  const sink: RowSink = sinks(undefined);
  const taker: RowTaker = {
    header: (names) => {
      fields = Int32Array.from(names, (name) => {
        const utf8 = encoder.encode(name);
        return sink.fieldId(utf8, 0, utf8.length);
      });
    },
    row: (bytes, cells, count, line) => {
      if (count !== fields.length) {
        reportCount(fields.length, filledCount(cells, count, fields.length), line, context);
      }
      const known = Math.min(count, fields.length);
      for (let cell = 0; cell < known; cell++) {
        const start = cells[2 * cell];
        const end = cells[2 * cell + 1];
        if (start !== end) sink.cell(fields[cell], bytes, start, end, 'text');
      }
      sink.endRow(line);
    },
    batch: (batch) => sink.addRows(fields, batch),
  };
  return rows(chunks, taker, context);
}

/** Takes the columns' names, then the rows, one by one or many at once. */
interface RowTaker extends Pick<CsvRowHandler, 'row'>, Partial<Pick<CsvBatchHandler, 'batch'>> {
  readonly header: (names: readonly string[]) => void;
}

/** Feeds the input's rows to the taker; yields after each chunk. */
async function* rows(
  chunks: AsyncIterable<Uint8Array>,
  taker: RowTaker,
  context: ReaderContext,
): AsyncGenerator<undefined> {
  let scanner: CsvScanner | SimdCsvScanner | undefined;
  let isOld = false;
  for await (const chunk of utf8Chunks(chunks, context)) {
    if (context.signal.aborted) return;
    if (scanner !== undefined) scanner.push(isOld ? withLineFeeds(chunk) : chunk);
    else {
      const start = headText(chunk.subarray(0, HEAD_BYTES));
      isOld = hasOldLineEnds(start);
      const head = plainLines(start);
      const preamble = csvPreamble(head);
      const text = head.slice(preamble.length);
      const { delimiter } = detectCsvDialect(text, preamble.delimiter);
      const headless = lacksHeader(text, delimiter);
      if (headless) {
        context.assume?.('The first line is an event like the others: the columns have numbers for names', true);
      }
      const handler = {
        row: afterHeader(taker, headless),
        error: (line: number, message: string) => context.error({ line, message }),
      };
      scanner = scannerFor(delimiter, { ...handler, ...(taker.batch && { batch: taker.batch }) });
      scanner.push(withoutPreamble(isOld ? withLineFeeds(chunk) : chunk, preamble, head));
    }
    yield;
  }
  scanner?.end();
  yield;
}

/** Hands the first row over as the header; as a row too where the input has no header. */
function afterHeader(taker: RowTaker, headless: boolean): RowTaker['row'] {
  let isFirst = true;
  return (bytes, cells, count, line) => {
    if (isFirst) {
      isFirst = false;
      taker.header(
        columnNames(Array.from({ length: count }, (_, cell) => (headless ? '' : cellText(bytes, cells, cell)))),
      );
      if (!headless) return;
    }
    taker.row(bytes, cells, count, line);
  };
}

/** True where the first line has dates, times or addresses, and the second one, if there is one, has such in their places. */
function lacksHeader(text: string, delimiter: string): boolean {
  const [first, second] = text.split(/\r?\n/, 2).map((line) => line.split(delimiter));
  if (!first.some(isValue)) return false;
  return (
    second === undefined ||
    second.join('').trim() === '' ||
    first.every((cell, at) => !isValue(cell) || isValue(second[at] ?? ''))
  );
}

function cellText(bytes: Uint8Array, cells: Uint32Array, cell: number): string {
  return decoder.decode(bytes.subarray(cells[2 * cell], cells[2 * cell + 1]));
}

/** With SIMD where rows can be taken many at once and the runtime has it. */
function scannerFor(delimiter: string, handler: CsvRowHandler & Partial<CsvBatchHandler>): CsvScanner | SimdCsvScanner {
  const { batch } = handler;
  if (batch === undefined || webAssembly === undefined) return new CsvScanner(delimiter, handler);
  return new SimdCsvScanner(webAssembly, delimiter, { ...handler, batch });
}

/** The cells of a row without empty ones past the header. */
function filledCount(cells: Uint32Array, count: number, expected: number): number {
  let filled = count;
  while (filled > expected && cells[2 * filled - 2] === cells[2 * filled - 1]) filled--;
  return filled;
}

function reportCount(expected: number, count: number, line: number, context: ReaderContext): void {
  if (count === expected) return;
  const rest = count > expected ? 'the cells past the header were dropped' : 'the missing cells are empty';
  context.error({ line, message: `${count} cells where the header has ${expected}: ${rest}` });
}
