import { createRequire } from 'node:module';
import path from 'node:path';
import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import type { BenchRule } from '../bench-rule.ts';
import { type Answer, type Contender, hitLine, SHOWN_ROWS } from '../contender.ts';
import { ingestSql, needleSql, ruleSql, summarizeSql } from './sql.ts';

const require = createRequire(import.meta.url);

/** DuckDB compiled to WebAssembly, as a page's worker runs it. */
export class DuckDbWasm implements Contender {
  private connection: DuckDBConnection | undefined;

  async ingest(file: string): Promise<void> {
    const duckdb = require('@duckdb/duckdb-wasm/blocking') as typeof import('@duckdb/duckdb-wasm/blocking');
    const folder = path.join(path.dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')));
    const bundle = (name: string) => ({
      mainModule: path.join(folder, `duckdb-${name}.wasm`),
      mainWorker: path.join(folder, `duckdb-node-${name}.worker.cjs`),
    });
    const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
    const database: DuckDBBindings = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
    await database.instantiate(() => {});
    database.open({ maximumThreads: 1 });
    database.registerFileURL(path.basename(file), file, duckdb.DuckDBDataProtocol.NODE_FS, true);
    this.connection = database.connect();
    this.connection.query(ingestSql(path.basename(file)));
  }

  async evaluate(rule: BenchRule): Promise<Answer> {
    const rows = this.rows(ruleSql(rule, SHOWN_ROWS));
    return { count: Number(rows[0]?.[0] ?? 0), shown: rows.length };
  }

  async hits(rule: BenchRule): Promise<readonly string[]> {
    return this.rows(ruleSql(rule, undefined)).map(([, device, account, line, ...found]) =>
      hitLine([device, account, line].map(String), found.map(Boolean)),
    );
  }

  async summarize(rule: BenchRule): Promise<readonly string[]> {
    return this.rows(summarizeSql(rule)).map((row) => row.join('\t'));
  }

  async countNeedle(needle: string): Promise<number> {
    return Number(this.rows(needleSql(needle))[0][0]);
  }

  private rows(sql: string): readonly (readonly unknown[])[] {
    if (this.connection === undefined) throw new Error('Nothing was loaded');
    return this.connection
      .query(sql)
      .toArray()
      .map((row) => Object.values(row.toJSON()));
  }
}
