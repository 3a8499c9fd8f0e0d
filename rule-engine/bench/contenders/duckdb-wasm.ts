import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import type { BenchRule } from '../bench-rule.ts';
import { type Answer, type Contender, hitLine, SHOWN_ROWS } from '../contender.ts';
import { eventColumns, ingestSql, needleSql, patternsSql, ruleSql, summarizeSql } from './sql.ts';

const require = createRequire(import.meta.url);

/**
 * DuckDB compiled to WebAssembly, as a page's worker runs it. Its `read_json` is an extension that it fetches from the
 * network: without one, JSON goes in by the reader that the module carries, which takes an array.
 */
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
    this.connection = database.connect();
    const name = path.basename(file);
    if (name.endsWith('.ndjson')) {
      database.registerFileBuffer(name, jsonArray(await readFile(file)));
      const columnsFlat = eventColumns.map((column) => ({ name: column, sqlType: 'utf8' }));
      this.connection.insertJSONFromPath(name, { name: 'events', columnsFlat });
      database.dropFile(name);
    } else {
      database.registerFileURL(name, file, duckdb.DuckDBDataProtocol.NODE_FS, true);
      this.connection.query(ingestSql(name));
    }
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

  async countPatterns(rule: BenchRule): Promise<readonly number[]> {
    return this.rows(patternsSql(rule))[0].map(Number);
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

/** Lines of JSON as one JSON array, made in place of the line feeds. */
function jsonArray(lines: Buffer): Uint8Array {
  const length = lines[lines.length - 1] === 0x0a ? lines.length - 1 : lines.length;
  const array = Buffer.allocUnsafe(length + 2);
  array[0] = 0x5b;
  lines.copy(array, 1, 0, length);
  for (let at = array.indexOf(0x0a); at >= 0; at = array.indexOf(0x0a, at + 1)) array[at] = 0x2c;
  array[length + 1] = 0x5d;
  return array;
}
