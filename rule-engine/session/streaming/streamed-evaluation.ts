import { makeCheckpoint } from '../../base/checkpoint.ts';
import { Bitmap } from '../../columnar/bitmap.ts';
import { takeRanges } from '../../columnar/concat-tables.ts';
import { releaseTable } from '../../columnar/release-table.ts';
import type { Table } from '../../columnar/table.ts';
import { tableBytes } from '../../columnar/table-bytes.ts';
import { QueryError, unsupported } from '../../diagnostics/diagnostic.ts';
import { ExecutionCache } from '../../executor/execution-cache.ts';
import { addTo } from '../../executor/expression/row-set.ts';
import { datetimeText } from '../../functions/value-text.ts';
import { clockTicks } from '../../ingest/evaluation-clock.ts';
import { type LoadedSource, type LoadOptions, loadSource, type SourceFile } from '../../ingest/load-source.ts';
import type { TableBatch } from '../../ingest/source-batches.ts';
import type { SourceReport, SourceTableReport, StreamedRows } from '../../ingest/source-report.ts';
import { SourceRows } from '../../ingest/source-rows.ts';
import { newestAndOldest } from '../../ingest/time-range.ts';
import type { Workspace } from '../../ingest/workspace.ts';
import { builtInTable } from '../../schema/catalogue.ts';
import { searchNearMisses } from '../../tuning/near-miss-search.ts';
import { bitmapOf, rowsBeforeExclusions } from '../../tuning/rule-run.ts';
import { Run } from '../run.ts';
import { addRunCounts, countRun, type RunCounts } from '../run-counts.ts';
import { PauseGate } from './pause-gate.ts';
import type { StreamProgress, StreamQuery } from './stream-query.ts';
import { type StreamedPart, streamedPart } from './streamed-part.ts';

/** A part of the rows takes at most so much memory, and less of a small budget. */
const MAX_BATCH_BYTES = 64 * 1024 * 1024;
const BATCHES_IN_BUDGET = 4;
const TIMES: ReadonlySet<string> = new Set(['Timestamp', 'TimeGenerated']);

export interface StreamOptions extends Pick<LoadOptions, 'override' | 'userMappings'> {
  /** What all loaded events may take, in bytes. */
  readonly memory: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: StreamProgress) => void;
}

/** What a stream has found so far. */
export interface StreamOutcome {
  /** The rows that were kept, as a source to add. */
  readonly source: LoadedSource;
  readonly newest: bigint | undefined;
  /** What the evaluation clock showed, ISO 8601. */
  readonly now: string;
  readonly part: StreamedPart;
  /** What the rows that were not kept add to the counts of those that were. */
  readonly unkept: RunCounts | undefined;
}

/**
 * Evaluates a rule over a file part by part, and keeps only the rows that it found: those that its detection lets through,
 * those that an exclusion takes of them, and near misses. All others are counted and dropped.
 */
export class StreamedEvaluation {
  readonly part: StreamedPart;
  private readonly file: SourceFile;
  private readonly query: StreamQuery;
  private readonly workspace: Workspace;
  private readonly options: StreamOptions;
  private readonly gate = new PauseGate();
  private readonly kept: Table[] = [];
  /** What the rows that were evaluated say of the source, by table and mapping. */
  private readonly tables = new Map<string, SourceTableReport>();
  private now = 0n;
  private newest: bigint | undefined;
  private counts: RunCounts | undefined;
  private nearMisses = 0;
  private nearMissesKept = 0;
  private otherRows = 0;
  private keptBytes = 0;
  private bytesRead = 0;

  /** Throws QueryError `unsupported` for a rule that can't be evaluated part by part. */
  constructor(file: SourceFile, query: StreamQuery, workspace: Workspace, options: StreamOptions) {
    this.file = file;
    this.query = query;
    this.workspace = workspace;
    this.options = options;
    this.part = streamedPart(query.plan);
  }

  /** Reads the whole file. Rejects when the signal aborts, and with a QueryError where the rule can't be answered. */
  async run(): Promise<StreamOutcome> {
    try {
      return await this.readAll();
    } finally {
      this.gate.end();
    }
  }

  private async readAll(): Promise<StreamOutcome> {
    const { clock } = this.query;
    const needsNewest = clock.kind === 'newest' && this.part.readsClock;
    if (needsNewest) await this.read('newest event', async (batch) => this.noteNewest(batch), TIMES);
    this.now = clockTicks(clock, newer(this.workspace.newestEvent(), this.newest));
    const { report } = await this.read('rows', (batch) => this.evaluate(batch));
    return this.outcome(report, true);
  }

  /** Holds the reading where it is, and gives what was found so far. */
  async pause(): Promise<StreamOutcome> {
    await this.gate.close();
    return this.outcome(undefined, false);
  }

  /** Goes on where it was held. */
  resume(): void {
    this.gate.reopen();
  }

  private async read(
    phase: StreamProgress['phase'],
    take: (batch: TableBatch) => Promise<void>,
    only?: ReadonlySet<string>,
  ): Promise<LoadedSource> {
    const { override, userMappings, signal, memory, onProgress } = this.options;
    const loaded = await loadSource(this.file, {
      signal,
      ...(override && { override }),
      ...(userMappings && { userMappings }),
      ...(only && { only }),
      onProgress: ({ bytesRead, bytesTotal, rows }) => {
        this.bytesRead = bytesRead;
        onProgress?.({ phase, bytesRead, bytesTotal, rows, hits: this.counts?.hits ?? 0, nearMisses: this.nearMisses });
      },
      batches: {
        bytes: Math.min(MAX_BATCH_BYTES, memory / BATCHES_IN_BUDGET),
        take: async (batches) => {
          for (const batch of batches) {
            await this.gate.pass(signal);
            if (batch.name === this.part.table.name) await take(batch);
            else if (phase === 'rows') this.otherRows += batch.table.length;
            if (phase === 'rows') this.tables.set(`${batch.name} ${batch.report.mapping}`, batch.report);
            releaseTable(batch.table);
          }
        },
      },
    });
    signal.throwIfAborted();
    return loaded;
  }

  private noteNewest({ table }: Pick<TableBatch, 'table'>): void {
    const range = newestAndOldest(table);
    this.newest = newer(this.newest, range?.newest);
  }

  private async evaluate({ table, joinsParents }: TableBatch): Promise<void> {
    if (joinsParents) {
      throw unsupported(
        'A log whose events are filled in from those of their parents, and that is larger than the memory for it,',
        this.part.table.span,
      );
    }
    if (table.length === 0) return;
    this.noteNewest({ table });
    const run = await this.runOver(table);
    const counts = await countRun(run);
    this.counts = this.counts === undefined ? counts : addRunCounts(this.counts, counts);
    const misses = new Bitmap(table.length);
    for (const { rows } of await searchNearMisses(run, run.execution)) addTo(misses, rows);
    const found = bitmapOf(rowsBeforeExclusions(run));
    const near = misses.andNot(found);
    const nearCount = near.count();
    this.nearMisses += nearCount;
    const keepsNear = this.hasRoomFor(table, nearCount);
    if (keepsNear) this.nearMissesKept += nearCount;
    this.keep(table, keepsNear ? found.or(near) : found);
  }

  /** Near misses may be nearly all rows: they get no more than half of the memory that is left to them and the hits. */
  private hasRoomFor(table: Table, rows: number): boolean {
    const expected = (tableBytes(table) / table.length) * rows;
    return this.keptBytes + expected <= (this.options.memory - this.workspace.usedBytes) / 2;
  }

  private keep(table: Table, rows: Bitmap): void {
    const ranges = Array.from(rows.toRows(), (row): [number, number] => [row, row + 1]);
    if (ranges.length === 0) return;
    const kept = takeRanges(table, ranges);
    this.kept.push(kept);
    this.keptBytes += tableBytes(kept);
    const { memory } = this.options;
    if (this.workspace.usedBytes + this.keptBytes <= memory) return;
    throw new QueryError({
      code: 'too-many-kept',
      severity: 'error',
      span: this.part.plan.span,
      message: `The rule finds so many rows of ${this.file.name} that they do not fit the memory for events: let it find fewer, or give it more memory`,
    });
  }

  private runOver(table: Table): Promise<Run> {
    const { part, workspace, query, now, options } = this;
    const catalogue = { table: (name: string) => (name === part.table.name ? table : workspace.table(name)) };
    const checkpoint = makeCheckpoint(options.signal);
    return Run.of(0, part.plan, query.exclusions, { catalogue, now, cache: new ExecutionCache(), checkpoint });
  }

  private async outcome(report: SourceReport | undefined, complete: boolean): Promise<StreamOutcome> {
    const rows = new SourceRows(builtInTable(this.part.table.name));
    for (const [index, table] of this.kept.entries()) rows.add(index, table);
    // A copy: what is published is released once more was found, its parts are not.
    const table = takeRanges(rows.table, [[0, rows.length]]);
    const { counts } = this;
    let unkept: RunCounts | undefined;
    if (counts !== undefined) {
      unkept = addRunCounts(counts, await countRun(await this.runOver(table)), -1);
    }
    const streamed: StreamedRows = {
      bytesRead: this.bytesRead,
      rows: counts?.all ?? 0,
      hits: counts?.hits ?? 0,
      excluded: counts?.excluded ?? 0,
      nearMisses: this.nearMisses,
      nearMissesKept: this.nearMissesKept,
      kept: table.length,
      complete,
      otherRows: this.otherRows,
    };
    const source: LoadedSource = {
      report: { ...(report ?? this.pausedReport(counts?.all ?? 0)), streamed },
      tables: [{ name: this.part.table.name, table }],
      byteLength: this.keptBytes,
    };
    return { source, newest: this.newest, now: datetimeText(this.now), part: this.part, unkept };
  }

  private pausedReport(rows: number): SourceReport {
    return {
      id: 0,
      name: this.file.name,
      bytes: this.file.size,
      format: 'unknown',
      formatTitle: 'Read in part',
      formatReason: 'The file was not read to its end.',
      containers: [],
      records: rows,
      tables: [...this.tables.values()],
      errors: [],
      errorCount: 0,
      milliseconds: 0,
      cancelled: false,
      alternatives: { formats: [], mappings: [] },
    };
  }
}

function newer(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? b : a;
}
