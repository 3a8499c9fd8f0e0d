import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { BenchRule } from '../bench-rule.ts';
import { type Answer, type Contender, hitLine, SHOWN_ROWS } from '../contender.ts';
import { ingestSql, needleSql, patternsSql, ruleSql, summarizeSql } from './sql.ts';

/** DuckDB as a native library, on one thread. */
export class DuckDbNative implements Contender {
  private connection: DuckDBConnection | undefined;

  async ingest(path: string): Promise<void> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    this.connection = await instance.connect();
    await this.connection.run(ingestSql(path));
  }

  async evaluate(rule: BenchRule): Promise<Answer> {
    const rows = await this.rows(ruleSql(rule, SHOWN_ROWS));
    return { count: Number(rows[0]?.[0] ?? 0), shown: rows.length };
  }

  async hits(rule: BenchRule): Promise<readonly string[]> {
    const rows = await this.rows(ruleSql(rule, undefined));
    return rows.map(([, device, account, line, ...found]) =>
      hitLine([device, account, line].map(String), found.map(Boolean)),
    );
  }

  async summarize(rule: BenchRule): Promise<readonly string[]> {
    return (await this.rows(summarizeSql(rule))).map((row) => row.join('\t'));
  }

  async countPatterns(rule: BenchRule): Promise<readonly number[]> {
    return (await this.rows(patternsSql(rule)))[0].map(Number);
  }

  async countNeedle(needle: string): Promise<number> {
    return Number((await this.rows(needleSql(needle)))[0][0]);
  }

  private async rows(sql: string): Promise<readonly (readonly unknown[])[]> {
    if (this.connection === undefined) throw new Error('Nothing was loaded');
    return (await this.connection.runAndReadAll(sql)).getRows();
  }
}
