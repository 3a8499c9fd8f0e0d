import type { Table } from '../columnar/table.ts';
import { datetimeText } from '../functions/value-text.ts';
import { detectFormat } from '../readers/detect-format.ts';
import type { InputHead, LogRecord, Reader } from '../readers/reader.ts';
import { readers } from '../readers/registry.ts';
import { chooseTarget, mappingChoices } from './choose-target.ts';
import { ErrorLog } from './error-log.ts';
import { LoadCancelled, nextTask, type OpenedInput, openInput } from './input-chunks.ts';
import type { LoadProgress, SourceOverride, SourceReport, SourceTableReport } from './source-report.ts';
import { type SourceTable, SourceTables } from './source-tables.ts';
import { newestAndOldest } from './time-range.ts';

const SAMPLE_RECORDS = 200;
/** Records of the slow way between two chances to cancel. */
const RECORDS_A_TASK = 5000;

export interface LoadOptions {
  /** The id that the report shall have. */
  readonly id?: number;
  readonly override?: SourceOverride;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface LoadedSource {
  readonly report: SourceReport;
  /** Empty when loading was cancelled. */
  readonly tables: readonly { readonly name: string; readonly table: Table }[];
}

/** A file to load: its content is read in pieces, never whole. */
export type SourceFile = Blob & { readonly name: string };

/**
 * Reads a file into tables. Never throws for what the file holds: what can't be read is in the report. A cancel stops
 * reading within a chunk and drops the rows.
 */
export async function loadSource(file: SourceFile, options: LoadOptions = {}): Promise<LoadedSource> {
  const started = performance.now();
  const signal = options.signal ?? new AbortController().signal;
  const load = new Load(file, options, signal);
  let tables: LoadedSource['tables'] = [];
  try {
    tables = await load.run();
  } catch (error) {
    if (!(error instanceof LoadCancelled)) throw error;
    load.cancelled = true;
  }
  return { report: load.report(Math.round(performance.now() - started)), tables };
}

class Load {
  cancelled = false;
  private readonly file: SourceFile;
  private readonly options: LoadOptions;
  private readonly signal: AbortSignal;
  private readonly errors = new ErrorLog();
  private containers: readonly string[] = [];
  private format = {
    id: 'unknown',
    title: 'Unknown',
    reason: 'No format that can be read was recognised in its content.',
  };
  private sample: readonly LogRecord[] = [];
  private tableReports: readonly SourceTableReport[] = [];
  private records = 0;
  private bytesRead = 0;

  constructor(file: SourceFile, options: LoadOptions, signal: AbortSignal) {
    this.file = file;
    this.options = options;
    this.signal = signal;
  }

  async run(): Promise<LoadedSource['tables']> {
    let rows = () => 0;
    const input = await openInput(this.file, {
      signal: this.signal,
      onBytes: (bytesRead) => {
        this.bytesRead = bytesRead;
        this.options.onProgress?.({ bytesRead, bytesTotal: this.file.size, rows: rows() });
      },
      onError: (message) => this.errors.add({ message }),
    });
    this.containers = input.containers;
    const head: InputHead = { name: this.file.name, ...input.head };
    if (head.bytes.length === 0) {
      this.errors.add({ message: 'The file is empty' });
      return [];
    }
    const detected = detectFormat(head, this.options.override?.format);
    if (detected === undefined) {
      this.errors.add({ message: 'The file was not loaded: its format is unknown' });
      return [];
    }
    const { reader, reason } = detected;
    this.format = { id: reader.format, title: reader.title, reason };
    this.sample = await sampleRecords(reader, head, this.signal);
    const override = this.options.override ?? {};
    const target = chooseTarget(this.sample, this.file.name, override);
    const chosen = override.mapping !== undefined || override.table !== undefined;
    const tables = new SourceTables(target, this.file.name, this.errors, chosen, () =>
      Math.min(1, this.bytesRead / this.file.size),
    );
    rows = () => tables.rows;
    if (target.kind === 'columns' && reader.scan !== undefined) await this.scan(reader.scan, input, tables);
    else await this.read(reader, input, tables);
    if (this.signal.aborted) throw new LoadCancelled();
    this.options.onProgress?.({ bytesRead: this.bytesRead, bytesTotal: this.file.size, rows: tables.rows });
    return this.finish(tables);
  }

  report(milliseconds: number): SourceReport {
    return {
      id: this.options.id ?? 0,
      name: this.file.name,
      bytes: this.file.size,
      format: this.format.id,
      formatTitle: this.format.title,
      formatReason: this.format.reason,
      containers: this.containers,
      records: this.cancelled ? 0 : this.records,
      tables: this.cancelled ? [] : this.tableReports,
      errors: this.errors.errors,
      errorCount: this.errors.count,
      milliseconds,
      cancelled: this.cancelled,
      alternatives: {
        formats: readers.map(({ format, title }) => ({ id: format, title })),
        mappings: mappingChoices(this.sample),
      },
    };
  }

  private context() {
    return {
      signal: this.signal,
      error: (error: { line?: number; offset?: number; message: string }) => this.errors.add(error),
    };
  }

  private async scan(scan: NonNullable<Reader['scan']>, input: OpenedInput, tables: SourceTables): Promise<void> {
    for await (const _ of scan(input.chunks, (shape) => tables.sinkFor(shape), this.context())) {
      if (this.signal.aborted) throw new LoadCancelled();
    }
    this.records = tables.rows;
  }

  private async read(reader: Reader, input: OpenedInput, tables: SourceTables): Promise<void> {
    for await (const record of reader.read(input.chunks, this.context())) {
      tables.add(record);
      this.records++;
      if (this.records % RECORDS_A_TASK === 0) {
        await nextTask();
        if (this.signal.aborted) throw new LoadCancelled();
      }
    }
  }

  private finish(tables: SourceTables): LoadedSource['tables'] {
    const finished = tables.all().map((source) => ({ source, filled: source.sink.finish() }));
    this.tableReports = finished.map(({ source, filled }) => tableReport(source, filled));
    return finished.map(({ source, filled }) => ({ name: source.sink.target.name, table: filled.table }));
  }
}

function tableReport(source: SourceTable, filled: ReturnType<SourceTable['sink']['finish']>): SourceTableReport {
  const range = newestAndOldest(filled.table);
  const mapped = [...source.leftover].map(([field, records]) => ({ field, records }));
  return {
    table: source.sink.target.name,
    mapping: source.mapping.id,
    mappingTitle: source.mapping.title,
    mappingReason: source.reason,
    rows: filled.table.length,
    timeRange: range && [datetimeText(range.oldest), datetimeText(range.newest)],
    columns: filled.columns,
    missing: filled.missing,
    leftover: [...filled.leftover, ...mapped],
  };
}

/** The first records of an input, from its head alone; what is cut at the head's end is not taken for an error. */
async function sampleRecords(reader: Reader, head: InputHead, signal: AbortSignal): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  async function* chunks() {
    yield head.bytes.slice();
  }
  for await (const record of reader.read(chunks(), { signal, error: () => {} })) {
    records.push(record);
    if (records.length === SAMPLE_RECORDS) break;
  }
  return records;
}
