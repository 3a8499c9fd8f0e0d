import type { Table } from '../columnar/table.ts';
import { readers } from '../readers/registry.ts';
import { AssumptionLog } from './assumption-log.ts';
import type { ByteSource } from './containers/byte-source.ts';
import { LoadCancelled } from './containers/byte-stream.ts';
import { type OpenedMember, openMembers } from './containers/open-members.ts';
import { ErrorLog } from './error-log.ts';
import { type LoadedMember, type MemberFormat, MemberLoad, UNKNOWN_FORMAT } from './load-member.ts';
import { type MemoryBudget, OverBudget } from './memory-budget.ts';
import type { BatchTaker } from './source-batches.ts';
import type { LoadProgress, SourceError, SourceOverride, SourceReport } from './source-report.ts';
import type { UserMapping } from './user-mapping.ts';

/** What is read of a file between two reports of how far it is: a message to the page takes as long as reading a chunk. */
const REPORTED_SHARE = 0.01;

export interface LoadOptions {
  /** The id that the report shall have. */
  readonly id?: number;
  readonly override?: SourceOverride;
  /** Mappings that the user made: each is used for files of its shape. */
  readonly userMappings?: readonly UserMapping[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** The memory that the rows may take; a source that needs more is not loaded, and its report says so. */
  readonly budget?: MemoryBudget;
  /** Takes the rows part by part; then there are no tables in the end. */
  readonly batches?: BatchTaker;
  /** The only columns to fill, where fields are columns. */
  readonly only?: ReadonlySet<string>;
}

export interface LoadedSource {
  readonly report: SourceReport;
  /** Empty when loading was cancelled. Several files of an archive may each fill a table. */
  readonly tables: readonly { readonly name: string; readonly table: Table }[];
  /** About the memory that the tables take. */
  readonly byteLength: number;
}

/** A file to load: its content is read in pieces, never whole. */
export type SourceFile = ByteSource & { readonly name: string };

/**
 * Reads a file, or all files of an archive, into tables. Never throws for what the file holds: what can't be read is in
 * the report. A cancel stops reading within a chunk and drops the rows.
 */
export async function loadSource(file: SourceFile, options: LoadOptions = {}): Promise<LoadedSource> {
  const started = performance.now();
  const load = new Load(file, options);
  let stop: LoadCancelled | OverBudget | undefined;
  try {
    await load.run();
  } catch (error) {
    if (!(error instanceof LoadCancelled || error instanceof OverBudget)) throw error;
    stop = error;
  }
  return load.result(stop, Math.round(performance.now() - started));
}

interface Member {
  readonly name: string;
  readonly containers: readonly string[];
  readonly loaded: LoadedMember;
  readonly errors: number;
}

class Load {
  private readonly file: SourceFile;
  private readonly options: LoadOptions;
  private readonly signal: AbortSignal;
  private readonly errors = new ErrorLog();
  private readonly assumptionLog = new AssumptionLog();
  private readonly members: Member[] = [];
  private bytesRead = 0;
  private rows = 0;
  private byteLength = 0;

  constructor(file: SourceFile, options: LoadOptions) {
    this.file = file;
    this.options = options;
    this.signal = options.signal ?? new AbortController().signal;
  }

  async run(): Promise<void> {
    let current: MemberLoad | undefined;
    let reported = 0;
    const report = () =>
      this.options.onProgress?.({
        bytesRead: this.bytesRead,
        bytesTotal: this.file.size,
        rows: this.rows + (current?.rows ?? 0),
      });
    const members = openMembers(this.file, {
      signal: this.signal,
      onBytes: (bytesRead) => {
        this.bytesRead = bytesRead;
        if (bytesRead - reported < REPORTED_SHARE * this.file.size) return;
        reported = bytesRead;
        report();
      },
      onError: (message) => this.errors.add({ message }),
    });
    for await (const member of members) {
      const load = this.startMember(member);
      current = load.load;
      const before = this.errors.count;
      const loaded = await load.load.run();
      this.byteLength += load.load.byteLength;
      current = undefined;
      for (const { rows } of loaded.reports) this.rows += rows;
      this.members.push({
        name: member.name,
        containers: member.containers,
        loaded,
        errors: this.errors.count - before,
      });
    }
    if (this.signal.aborted) throw new LoadCancelled();
    report();
  }

  result(stop: LoadCancelled | OverBudget | undefined, milliseconds: number): LoadedSource {
    const members = stop === undefined ? this.members : [];
    const overBudget = stop instanceof OverBudget && {
      overBudget: { expected: Math.round(stop.expected), budget: this.options.budget?.bytes ?? 0 },
    };
    const isArchive = members.length > 1;
    const { assumptions } = this.assumptionLog;
    const report: SourceReport = {
      id: this.options.id ?? 0,
      name: this.file.name,
      bytes: this.file.size,
      ...(isArchive ? archiveFormat(members) : (this.members[0]?.loaded.format ?? UNKNOWN_FORMAT)),
      containers: commonContainers(members),
      records: members.reduce((sum, { loaded }) => sum + loaded.records, 0),
      tables: members.flatMap(({ name, loaded }) =>
        loaded.reports.map((table) => (isArchive ? { ...table, member: name } : table)),
      ),
      ...(isArchive && { members: members.map(memberReport) }),
      errors: this.errors.errors,
      errorCount: this.errors.count,
      ...(assumptions.length > 0 && { assumptions }),
      milliseconds,
      cancelled: stop instanceof LoadCancelled,
      ...overBudget,
      alternatives: {
        formats: readers.map(({ format, title }) => ({ id: format, title })),
        mappings: this.members[0]?.loaded.mappings ?? [],
      },
    };
    return { report, tables: members.flatMap(({ loaded }) => loaded.tables), byteLength: this.byteLength };
  }

  private startMember(member: OpenedMember): { readonly load: MemberLoad } {
    const { override = {}, userMappings = [], batches, budget, only } = this.options;
    const options = {
      batches,
      budget: budget && { ...budget, used: budget.used + this.byteLength },
      only,
      override,
      userMappings,
      assumptions: this.assumptionLog,
      signal: this.signal,
      shareRead: () => (this.file.size === 0 ? 1 : Math.min(1, this.bytesRead / this.file.size)),
    };
    const prefixed = (error: SourceError): SourceError =>
      member.name === '' ? error : { ...error, message: `${member.name}: ${error.message}` };
    const errors = {
      add: (error: SourceError) => this.errors.add(prefixed(error)),
      addLazily: (line: number | undefined, message: () => string) =>
        this.errors.addLazily(line, () => prefixed({ message: message() }).message),
    };
    return { load: new MemberLoad(member, member.name === '' ? this.file.name : member.name, options, errors) };
  }
}

/** The containers around all members. */
function commonContainers(members: readonly Member[]): readonly string[] {
  const [first, ...others] = members.map(({ containers }) => containers);
  if (first === undefined) return [];
  const differs = first.findIndex((container, depth) => others.some((other) => other[depth] !== container));
  return differs < 0 ? first : first.slice(0, differs);
}

function archiveFormat(members: readonly Member[]): MemberFormat {
  const titles = [...new Set(members.map(({ loaded }) => loaded.format.formatTitle))];
  return {
    format: 'archive',
    formatTitle: `Archive of ${members.length} files: ${titles.slice(0, 3).join(', ')}${titles.length > 3 ? ', …' : ''}`,
    formatReason: 'Each of its files was read by its own content.',
  };
}

function memberReport({ name, containers, loaded, errors }: Member): NonNullable<SourceReport['members']>[number] {
  const { format, formatTitle } = loaded.format;
  return { name, containers, format, formatTitle, records: loaded.records, errorCount: errors };
}
