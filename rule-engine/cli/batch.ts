import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { messageOf } from '../base/error-message.ts';
import { isOutOfMemory } from '../base/out-of-memory.ts';
import type { Table } from '../columnar/table.ts';

import { QueryError } from '../diagnostics/diagnostic.ts';
import { TICKS_PER_MILLISECOND, UNIX_EPOCH } from '../functions/calendar.ts';
import { parseDatetime } from '../functions/datetime-text.ts';
import { valueJson } from '../functions/value-text.ts';
import { type Globals, makeGlobals } from '../kusto/globals.ts';
import { type Relation, rowsOf } from '../operators/relation.ts';
import { builtInTables, withBuiltInTables } from '../schema/catalogue.ts';
import type { TableSchema } from '../schema/scalar-type.ts';
import { runQuery } from '../session/run-query.ts';
import { type BatchTable, tableFromJson } from './batch-tables.ts';

interface BatchRequest {
  readonly id?: unknown;
  readonly query?: unknown;
  /** What `now()` answers, ISO 8601; the wall clock when absent. */
  readonly now?: unknown;
  readonly tables?: Readonly<Record<string, BatchTable>>;
}

/**
 * `penumbra batch < IN.jsonl > OUT.jsonl`: a query a line in, its result or its error a line out, in order. A query's
 * error never stops the batch.
 */
export async function batch(input: NodeJS.ReadableStream = process.stdin, output = process.stdout): Promise<number> {
  const builtIn = makeGlobals(builtInTables, () => false);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    if (!output.write(`${await answer(line, builtIn)}\n`)) await once(output, 'drain');
  }
  return 0;
}

/** The answer to one line, as JSON text. */
export async function answer(line: string, builtIn: Globals): Promise<string> {
  let id: unknown = null;
  try {
    const request = JSON.parse(line) as BatchRequest;
    id = request.id ?? null;
    if (typeof request.query !== 'string') throw new TypeError("A request needs a text 'query'");
    const { globals, tables } = tablesOf(request, builtIn);
    const relation = await runQuery(request.query, globals, {
      catalogue: { table: (name) => tables.get(name) },
      now: clockOf(request.now),
      checkpoint: () => Promise.resolve(),
    });
    return resultJson(id, relation);
  } catch (error) {
    return JSON.stringify({ id, error: errorJson(error) });
  }
}

function tablesOf(request: BatchRequest, builtIn: Globals): { globals: Globals; tables: ReadonlyMap<string, Table> } {
  const given = Object.entries(request.tables ?? {});
  if (given.length === 0) return { globals: builtIn, tables: new Map() };
  const schemas: TableSchema[] = given.map(([name, { columns }]) => ({ name, columns }));
  const names = new Set(schemas.map(({ name }) => name));
  const globals = makeGlobals(withBuiltInTables(schemas), ({ name }) => names.has(name));
  return { globals, tables: new Map(given.map(([name, table]) => [name, tableFromJson(table)])) };
}

function clockOf(now: unknown): bigint {
  if (now === undefined || now === null) return UNIX_EPOCH + BigInt(Date.now()) * TICKS_PER_MILLISECOND;
  const ticks = parseDatetime(String(now));
  if (ticks === undefined) throw new TypeError(`'now' is no ISO 8601 time: ${String(now)}`);
  return ticks;
}

function resultJson(id: unknown, relation: Relation): string {
  const columns = relation.schema.map(({ name, type }) => ({ name, type }));
  const rows: string[] = [];
  for (const row of rowsOf(relation)) {
    const cells = relation.columns.map((column, i) => valueJson(column.get(row), columns[i].type));
    rows.push(`[${cells.join(',')}]`);
  }
  return `{"id":${JSON.stringify(id)},"columns":${JSON.stringify(columns)},"rows":[${rows.join(',')}]}`;
}

function errorJson(error: unknown): { code: string; message: string; start: number; length: number } {
  if (error instanceof QueryError) {
    const { code, message, span } = error.diagnostic;
    return { code, message, start: span.start, length: span.length };
  }
  const code = error instanceof Error && isOutOfMemory(error) ? 'out-of-memory' : 'internal';
  return { code, message: messageOf(error), start: 0, length: 0 };
}
