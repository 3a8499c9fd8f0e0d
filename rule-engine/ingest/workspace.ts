import { releaseTable } from '../columnar/release-table.ts';
import type { Table } from '../columnar/table.ts';
import { builtInTable } from '../schema/catalogue.ts';
import type { TableSchema } from '../schema/scalar-type.ts';
import { type LoadedSource, type LoadOptions, loadSource, type SourceFile } from './load-source.ts';
import type { SourceReport } from './source-report.ts';
import { SourceRows } from './source-rows.ts';
import { newestAndOldest } from './time-range.ts';

/** A table of the workspace: its rows come from one or several sources. */
export type LoadedTable = TableSchema & { readonly rows: number };

/**
 * The loaded events. Sources of one table add up; a known table that no source fills is empty. What `table` gives stays
 * the same object until a source of that table comes or goes.
 */
export class Workspace {
  private readonly reports = new Map<number, SourceReport>();
  private readonly loaded = new Map<string, SourceRows>();
  private readonly empty = new Map<string, Table>();
  /** About the memory that each source takes. */
  private readonly bytes = new Map<number, number>();
  /** The newest event of each source of which not all rows were kept. */
  private readonly newestRead = new Map<number, bigint>();
  private readonly removed: { readonly table: Table; readonly kept: Table }[] = [];
  private lastId = 0;

  /**
   * Loads a file and adds its rows; after a cancel, or when all sources together would take more than `memory` bytes, there
   * are none.
   */
  async load(
    file: SourceFile,
    { memory, ...options }: Omit<LoadOptions, 'id' | 'budget'> & { readonly memory?: number } = {},
  ): Promise<SourceReport> {
    const budget = memory === undefined ? undefined : { bytes: memory, used: this.usedBytes };
    return this.add(await loadSource(file, { ...options, id: this.lastId + 1, ...(budget && { budget }) }));
  }

  /** About the memory that the rows of all sources take. */
  get usedBytes(): number {
    return [...this.bytes.values()].reduce((total, bytes) => total + bytes, 0);
  }

  /** Adds what was loaded elsewhere. `newestRead`: its newest event, where it is not among the rows that were kept. */
  add({ report, tables, byteLength }: LoadedSource, newestRead?: bigint): SourceReport {
    const id = ++this.lastId;
    const numbered = { ...report, id };
    if (report.cancelled || report.overBudget !== undefined) return numbered;
    this.bytes.set(id, byteLength);
    if (newestRead !== undefined) this.newestRead.set(id, newestRead);
    this.reports.set(id, numbered);
    for (const { name, table } of tables) {
      const rows = this.loaded.get(name) ?? new SourceRows(builtInTable(name));
      rows.add(id, table);
      this.loaded.set(name, rows);
    }
    return numbered;
  }

  /** Drops a source and its rows. Their memory is given back by `releaseRemoved`, or else when it is collected. */
  remove(id: number): void {
    this.reports.delete(id);
    this.bytes.delete(id);
    this.newestRead.delete(id);
    for (const [name, rows] of this.loaded) {
      const before = rows.remove(id);
      if (before !== undefined) this.removed.push({ table: before, kept: rows.table });
      if (rows.isEmpty) this.loaded.delete(name);
    }
  }

  /** Gives back at once what removed rows hold of WebAssembly's memory. Nothing may read them any more. */
  releaseRemoved(): void {
    for (const { table, kept } of this.removed) releaseTable(table, [kept]);
    this.removed.length = 0;
  }

  sources(): readonly SourceReport[] {
    return [...this.reports.values()];
  }

  /** The tables that a source fills, in the order in which they came. */
  tables(): readonly LoadedTable[] {
    return [...this.loaded].map(([name, { schema, length }]) => {
      const description = builtInTable(name)?.description;
      return { name, columns: schema, rows: length, ...(description && { description }) };
    });
  }

  /** The table of that exact name: loaded, or known and empty. */
  table(name: string): Table | undefined {
    const loaded = this.loaded.get(name)?.table;
    if (loaded !== undefined) return loaded;
    const schema = builtInTable(name);
    if (schema === undefined) return undefined;
    const empty = this.empty.get(name) ?? new SourceRows(schema).table;
    this.empty.set(name, empty);
    return empty;
  }

  /** The report of the source that a row of a table came from. */
  sourceOf(table: string, row: number): SourceReport | undefined {
    const id = this.loaded.get(table)?.sourceOf(row);
    return id === undefined ? undefined : this.reports.get(id);
  }

  /** The time of the newest loaded event, in datetime ticks; undefined without any. */
  newestEvent(): bigint | undefined {
    let newest: bigint | undefined;
    for (const read of this.newestRead.values()) if (newest === undefined || read > newest) newest = read;
    for (const rows of this.loaded.values()) {
      const range = newestAndOldest(rows.table);
      if (range !== undefined && (newest === undefined || range.newest > newest)) newest = range.newest;
    }
    return newest;
  }
}
