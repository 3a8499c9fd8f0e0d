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
  private lastId = 0;

  /** Loads a file and adds its rows; after a cancel there are none. */
  async load(file: SourceFile, options: Omit<LoadOptions, 'id'> = {}): Promise<SourceReport> {
    return this.add(await loadSource(file, { ...options, id: this.lastId + 1 }));
  }

  /** Adds what was loaded elsewhere. */
  add({ report, tables }: LoadedSource): SourceReport {
    const id = ++this.lastId;
    const numbered = { ...report, id };
    if (report.cancelled) return numbered;
    this.reports.set(id, numbered);
    for (const { name, table } of tables) {
      const rows = this.loaded.get(name) ?? new SourceRows(builtInTable(name));
      rows.add(id, table);
      this.loaded.set(name, rows);
    }
    return numbered;
  }

  /** Drops a source and its rows. */
  remove(id: number): void {
    this.reports.delete(id);
    for (const [name, rows] of this.loaded) {
      rows.remove(id);
      if (rows.isEmpty) this.loaded.delete(name);
    }
  }

  sources(): readonly SourceReport[] {
    return [...this.reports.values()];
  }

  /** The tables that a source fills, in the order in which they came. */
  tables(): readonly LoadedTable[] {
    return [...this.loaded].map(([name, { table }]) => {
      const description = builtInTable(name)?.description;
      return { name, columns: table.schema, rows: table.length, ...(description && { description }) };
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
    for (const rows of this.loaded.values()) {
      const range = newestAndOldest(rows.table);
      if (range !== undefined && (newest === undefined || range.newest > newest)) newest = range.newest;
    }
    return newest;
  }
}
