import { nextTask } from '../base/checkpoint.ts';
import { joinedBytes } from '../base/joined-bytes.ts';
import type { Table } from '../columnar/table.ts';
import { datetimeText } from '../functions/value-text.ts';
import { detectFormat } from '../readers/detect-format.ts';
import { foreignFormat } from '../readers/foreign-format.ts';
import type { InputHead, LogRecord, Reader, RecordError } from '../readers/reader.ts';
import type { AssumptionLog } from './assumption-log.ts';
import { chooseTarget, mappingChoices } from './choose-target.ts';
import { LoadCancelled } from './containers/byte-stream.ts';
import type { OpenedMember } from './containers/open-members.ts';
import type { ErrorLog } from './error-log.ts';
import { checkBudget, type MemoryBudget } from './memory-budget.ts';
import { SlashedDates } from './slashed-dates.ts';
import type { BatchTaker, TableBatch } from './source-batches.ts';
import type { SourceOverride, SourceReport, SourceTableReport } from './source-report.ts';
import type { SourceTable } from './source-table.ts';
import { SourceTables } from './source-tables.ts';
import type { FilledTable } from './table-sink.ts';
import { newestAndOldest, widened } from './time-range.ts';
import type { UserMapping } from './user-mapping.ts';

const SAMPLE_RECORDS = 200;
/** A first record longer than this is not waited for. */
const LONGEST_SAMPLE = 64 * 1024 * 1024;
const SAMPLE_GROWTH = 8;
/** Records of the slow way between two chances to cancel. */
const RECORDS_A_TASK = 5000;

export interface MemberOptions {
  readonly override: SourceOverride;
  /** Mappings of the user's, tried first. */
  readonly userMappings: readonly UserMapping[];
  readonly signal: AbortSignal;
  readonly assumptions: Pick<AssumptionLog, 'add'>;
  /** How much of the file was read, 0 to 1. */
  readonly shareRead: () => number;
  /** Takes the rows part by part; then none are left in the end. */
  readonly batches?: BatchTaker | undefined;
  readonly budget?: MemoryBudget | undefined;
  /** The only columns to fill where fields are columns. */
  readonly only?: ReadonlySet<string> | undefined;
}

export type MemberFormat = Pick<SourceReport, 'format' | 'formatTitle' | 'formatReason'>;

export interface LoadedMember {
  readonly format: MemberFormat;
  readonly records: number;
  readonly reports: readonly SourceTableReport[];
  readonly tables: readonly { readonly name: string; readonly table: Table }[];
  readonly mappings: SourceReport['alternatives']['mappings'];
}

export const UNKNOWN_FORMAT: MemberFormat = {
  format: 'unknown',
  formatTitle: 'Unknown',
  formatReason: 'No format that can be read was recognised in its content.',
};

/** Loads one file, or one file within an archive: tells its format, chooses its mapping and fills its tables. */
export class MemberLoad {
  private readonly member: OpenedMember;
  private readonly fileName: string;
  private readonly options: MemberOptions;
  private readonly errors: Pick<ErrorLog, 'add' | 'addLazily'>;
  private filling: SourceTables | undefined;
  private records = 0;

  constructor(
    member: OpenedMember,
    fileName: string,
    options: MemberOptions,
    errors: Pick<ErrorLog, 'add' | 'addLazily'>,
  ) {
    this.member = member;
    this.fileName = fileName;
    this.options = options;
    this.errors = errors;
  }

  /** Rows so far. */
  get rows(): number {
    return this.filling?.rows ?? 0;
  }

  /** About the memory that the rows take. */
  get byteLength(): number {
    return this.filling?.byteLength ?? 0;
  }

  async run(): Promise<LoadedMember> {
    const { override, signal, shareRead, assumptions, batches, only } = this.options;
    const head: InputHead = { name: this.fileName, ...this.member.head };
    if (head.bytes.length === 0) return this.nothing('The file is empty');
    const detected = detectFormat(head, override.format);
    if (detected === undefined) return this.nothing(`The file was not loaded: ${foreignFormat(head.bytes)}`);
    const { reader, reason } = detected;
    const { target, mappings, dates, chunks } = await this.aim(reader, head);
    const chosen = override.mapping !== undefined || override.table !== undefined;
    const share = batches === undefined ? shareRead : () => 0;
    const tables = new SourceTables(target, this.fileName, this.errors, chosen, share, assumptions, only, dates);
    this.filling = tables;
    if (target.kind === 'columns' && reader.scan !== undefined) {
      await this.scan(reader.scan, reader.scanCopiesChunks ? this.givingBack(chunks) : chunks, tables);
    } else await this.read(reader, chunks, tables);
    if (signal.aborted) throw new LoadCancelled();
    const filled = await this.finished(tables);
    if (dates.assumption !== undefined) assumptions.add(dates.assumption, true);
    const dialect = /^((nd)?json|csv)$/.test(reader.format) ? tables.dialect : undefined;
    return {
      format: {
        format: reader.format,
        formatTitle: dialect === undefined ? reader.title : `${reader.title}: ${dialect}`,
        formatReason: reason,
      },
      records: this.records,
      ...filled,
      mappings,
    };
  }

  /** Where the records go, and may go, by the first of them, which are not kept: they would be while all others are read. */
  private async aim(reader: Reader, head: InputHead) {
    const { override, signal, userMappings } = this.options;
    const { records, header, chunks } = await sampleRecords(reader, head, this.member.chunks, signal);
    return {
      target: chooseTarget(records, this.fileName, override, userMappings, header),
      mappings: mappingChoices(records, userMappings),
      dates: new SlashedDates(records),
      chunks,
    };
  }

  private nothing(message: string): LoadedMember {
    this.errors.add({ message });
    return {
      format: UNKNOWN_FORMAT,
      records: 0,
      reports: [],
      tables: [],
      mappings: mappingChoices([], this.options.userMappings),
    };
  }

  private context() {
    return {
      signal: this.options.signal,
      error: (error: RecordError) => this.errors.add(error),
      assume: (message: string, ofWhole?: boolean) => this.options.assumptions.add(message, ofWhole),
    };
  }

  private async scan(
    scan: NonNullable<Reader['scan']>,
    chunks: AsyncIterable<Uint8Array>,
    tables: SourceTables,
  ): Promise<void> {
    for await (const _ of scan(chunks, (shape) => tables.sinkFor(shape), this.context())) {
      await this.afterPart(tables);
    }
    this.records = tables.rows;
  }

  private async afterPart(tables: SourceTables): Promise<void> {
    const { signal, batches, budget, shareRead } = this.options;
    if (signal.aborted) throw new LoadCancelled();
    if (batches !== undefined && tables.byteLength >= batches.bytes) await batches.take(tables.take().map(batchOf));
    if (batches === undefined && budget !== undefined) checkBudget(budget, tables.byteLength, shareRead());
  }

  private async finished(tables: SourceTables): Promise<Pick<LoadedMember, 'reports' | 'tables'>> {
    const { batches } = this.options;
    const filled = tables.finish().map(batchOf);
    await batches?.take(filled);
    return {
      reports: filled.map(({ report }) => report),
      tables: batches === undefined ? filled.map(({ name, table }) => ({ name, table })) : [],
    };
  }

  /** Gives each chunk back once the next is asked for. */
  private async *givingBack(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      yield chunk;
      this.member.chunks.giveBack?.(chunk);
    }
  }

  private async read(reader: Reader, chunks: AsyncIterable<Uint8Array>, tables: SourceTables): Promise<void> {
    for await (const record of reader.read(chunks, this.context())) {
      tables.add(record);
      this.records++;
      if (this.records % RECORDS_A_TASK === 0) {
        await nextTask();
        await this.afterPart(tables);
      }
    }
  }
}

/** Rows that a source filled a table with, all or the next part of them. */
function batchOf({ source, table }: ReturnType<SourceTables['take']>[number]): TableBatch {
  source.timeRange = widened(source.timeRange, newestAndOldest(table.table));
  return {
    name: source.sink.target.name,
    table: table.table,
    joinsParents: source.mapping.joinsParents === true,
    report: tableReport(source, table),
  };
}

function tableReport(source: SourceTable, filled: FilledTable): SourceTableReport {
  const { timeRange: range } = source;
  const mapped = [...source.leftover].map(([field, records]) => ({ field, records }));
  return {
    table: source.sink.target.name,
    mapping: source.mapping.id,
    mappingTitle: source.mapping.title,
    mappingReason: source.reason,
    rows: filled.rows,
    timeRange: range && [datetimeText(range.oldest), datetimeText(range.newest)],
    columns: filled.columns,
    missing: filled.missing,
    leftover: [...filled.leftover, ...mapped],
  };
}

interface SampledInput {
  readonly records: readonly LogRecord[];
  /** The names of the fields where the input states them before any record. */
  readonly header: readonly string[];
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * The first records of an input, from its head alone; what is cut at the head's end is not taken for an error. A head that
 * ends within the first record is made longer.
 */
async function sampleRecords(
  reader: Reader,
  head: InputHead,
  all: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<SampledInput> {
  let { bytes, complete } = head;
  let chunks = all;
  for (let wanted = reader.sampleBytes ?? bytes.length; ; wanted = bytes.length * SAMPLE_GROWTH) {
    if (wanted > bytes.length && !complete) {
      ({ bytes, chunks } = await longerHead(chunks, wanted));
      complete = bytes.length < wanted;
    }
    const sample = await firstRecords(reader, bytes, signal);
    const tells = sample.records.length > 0 || sample.header.length > 0;
    if (tells || complete || bytes.length >= LONGEST_SAMPLE) return { ...sample, chunks };
  }
}

async function firstRecords(
  reader: Reader,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Omit<SampledInput, 'chunks'>> {
  const records: LogRecord[] = [];
  let header: readonly string[] = [];
  const context = {
    signal,
    error: () => {},
    header: (fields: readonly string[]) => {
      header = fields;
    },
  };
  async function* first() {
    yield bytes.slice();
  }
  for await (const record of reader.read(first(), context)) {
    records.push(record);
    if (records.length === SAMPLE_RECORDS) break;
  }
  return { records, header };
}

/** At least so many of the first bytes, and all of them again. */
async function longerHead(all: AsyncIterable<Uint8Array>, size: number) {
  const iterator = all[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    parts.push(next.value);
    length += next.value.length;
  }
  async function* again() {
    yield* parts;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { bytes: joinedBytes(parts), chunks: again() };
}
