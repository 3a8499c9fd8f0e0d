import { describe, expect, it } from 'vitest';
import { baseRule, ruleQuery } from '../../bench/bench-rule.ts';
import { eventsAsCsv, eventsAsNdjson } from '../../bench/generate-events.ts';
import { Bitmap } from '../../columnar/bitmap.ts';
import { releaseTable } from '../../columnar/release-table.ts';
import type { Table } from '../../columnar/table.ts';
import { addTo } from '../../executor/expression/row-set.ts';
import { clockTicks, type EvaluationClock } from '../../ingest/evaluation-clock.ts';
import { Workspace } from '../../ingest/workspace.ts';
import { compile } from '../../kusto/compile.ts';
import { makeGlobals } from '../../kusto/globals.ts';
import { type Relation, rowsOf } from '../../operators/relation.ts';
import { builtInTables } from '../../schema/catalogue.ts';
import { searchNearMisses } from '../../tuning/near-miss-search.ts';
import { Run } from '../run.ts';
import { addRunCounts, countRun } from '../run-counts.ts';
import type { StreamProgress } from './stream-query.ts';
import { StreamedEvaluation } from './streamed-evaluation.ts';

const EVENTS = 12_000;
const MEMORY = 1_000_000;
const globals = makeGlobals(builtInTables);
const signal = new AbortController().signal;
const csv = new File([...eventsAsCsv(EVENTS)], 'DeviceProcessEvents.csv');
const ndjson = new File([...eventsAsNdjson(EVENTS)], 'DeviceProcessEvents.ndjson');

const { text: luaRule, exclusions: luaExclusions } = ruleQuery(baseRule);
const lua = queryOf(luaRule, luaExclusions);

function queryOf(text: string, [start, length]: readonly [number, number] = [0, 0]) {
  const { plan, diagnostics } = compile(text, globals);
  if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
  return { plan, exclusions: { start, length }, clock: { kind: 'newest' } as EvaluationClock };
}

type Query = ReturnType<typeof queryOf>;

function rowTexts({ rows, columns }: Pick<Relation, 'rows' | 'columns'>, length: number): string[] {
  const list = rows ?? Uint32Array.from({ length }, (_, row) => row);
  return Array.from(list, (row) => columns.map((column) => String(column.get(row))).join('\t'));
}

const textsOf = (table: Table, rows: Uint32Array) => rowTexts({ rows, columns: table.columns }, table.length).sort();

/** A rule over what a workspace holds: its hits as text, its counts, and its near misses that it does not find. */
async function inMemory({ plan, exclusions, clock }: Query, workspace: Workspace) {
  const now = clockTicks(clock, workspace.newestEvent());
  const run = await Run.of(0, plan, exclusions, { catalogue: workspace, now, checkpoint: async () => {} });
  const { execution, result } = run;
  const missed = new Bitmap(run.base.physicalLength);
  for (const { rows } of await searchNearMisses(run, execution)) addTo(missed, rows);
  const table = workspace.table('DeviceProcessEvents')!;
  return {
    hits: rowTexts({ rows: rowsOf(result), columns: result.columns }, result.physicalLength),
    counts: await countRun(run),
    missed: textsOf(table, missed.toRows()),
  };
}

async function streamed(query: Query, file: File, workspace = new Workspace()) {
  const stream = new StreamedEvaluation(file, query, workspace, { memory: MEMORY, signal });
  const outcome = await stream.run();
  workspace.add(outcome.source, outcome.newest);
  return { outcome, workspace };
}

describe('a file that is larger than the memory for it', () => {
  it.each([
    ['CSV', csv],
    ['JSON lines', ndjson],
  ])('gives the hits, near misses and counts that it gives in memory: %s', async (_, file) => {
    const whole = new Workspace();
    await whole.load(file);
    const expected = await inMemory(lua, whole);
    const { outcome, workspace } = await streamed(lua, file);
    const kept = await inMemory(lua, workspace);
    expect(kept.hits).toEqual(expected.hits);
    expect(kept.missed).toEqual(expected.missed);
    expect(addRunCounts(kept.counts, outcome.unkept!)).toEqual(expected.counts);
    expect(outcome.source.report.streamed).toMatchObject({
      bytesRead: file.size,
      rows: EVENTS,
      hits: expected.hits.length,
      excluded: expected.counts.excluded,
      complete: true,
    });
    expect(outcome.source.report.streamed!.kept).toBeLessThan(EVENTS / 10);
    expect(outcome.source.report.tables).toEqual(whole.sources()[0].tables);
  });

  it('runs the steps that need all rows over those that the first steps let through', async () => {
    const query = queryOf(
      `DeviceProcessEvents
| where Timestamp > ago(6h) and ProcessCommandLine has "loadstring"
| summarize Runs = count(), Last = max(Timestamp) by DeviceName
| top 5 by Runs desc, DeviceName asc`.replace(', DeviceName asc', ''),
    );
    const whole = new Workspace();
    await whole.load(csv);
    const { workspace } = await streamed(query, csv);
    expect((await inMemory(query, workspace)).hits).toEqual((await inMemory(query, whole)).hits);
  });

  it('is held where it is, says what it found so far, and goes on to the same end', async () => {
    const progress: number[] = [];
    const stream = new StreamedEvaluation(csv, lua, new Workspace(), {
      memory: MEMORY,
      signal,
      onProgress: ({ rows }) => progress.push(rows),
    });
    const done = stream.run();
    const paused = (await stream.pause()).source.report.streamed!;
    expect(paused.complete).toBe(false);
    expect(paused.rows).toBeLessThan(EVENTS);
    stream.resume();
    const { outcome } = await streamed(lua, csv);
    expect((await done).source.report.streamed).toEqual(outcome.source.report.streamed);
  });

  it('goes on to the same rows when those that it told while it was held are let go', async () => {
    const all = queryOf('DeviceProcessEvents | where DeviceName has "host"');
    let found = () => {};
    const someHits = new Promise<void>((resolve) => {
      found = resolve;
    });
    const onProgress = ({ hits }: StreamProgress) => void (hits > 0 && found());
    const stream = new StreamedEvaluation(csv, all, new Workspace(), { memory: 64 * MEMORY, signal, onProgress });
    const done = stream.run();
    await someHits;
    for (const { table } of (await stream.pause()).source.tables) releaseTable(table);
    stream.resume();
    const [{ table }] = (await done).source.tables;
    const whole = new Workspace();
    await whole.load(csv);
    const expected = whole.table('DeviceProcessEvents')!;
    expect(rowTexts({ rows: undefined, columns: table.columns }, table.length)).toEqual(
      rowTexts({ rows: undefined, columns: expected.columns }, expected.length),
    );
  });

  it('says while it is held what the rows so far fill', async () => {
    const whole = new Workspace();
    const [{ columns, mapping }] = (await whole.load(csv)).tables;
    let found = () => {};
    const someHits = new Promise<void>((resolve) => {
      found = resolve;
    });
    const onProgress = ({ hits }: StreamProgress) => void (hits > 0 && found());
    const stream = new StreamedEvaluation(csv, lua, new Workspace(), { memory: MEMORY, signal, onProgress });
    const done = stream.run();
    await someHits;
    const { source } = await stream.pause();
    const [table] = source.report.tables;
    expect(table.mapping).toBe(mapping);
    expect(table.rows).toBe(source.report.streamed?.rows);
    expect(table.columns.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
    expect(table.columns.every(({ filled }) => filled > 0 && filled <= table.rows)).toBe(true);
    stream.resume();
    await done;
  });

  it('ends at once when it is cancelled, held or not', async () => {
    const controller = new AbortController();
    const stream = new StreamedEvaluation(csv, lua, new Workspace(), { memory: MEMORY, signal: controller.signal });
    const done = stream.run();
    await stream.pause();
    controller.abort();
    await expect(done).rejects.toThrow('aborted');
  });

  it('leaves near misses out that are too many, and counts them', async () => {
    const query = queryOf('DeviceProcessEvents | where FileName has "lua" | where DeviceName has "host"');
    const { streamed: rows } = (await streamed(query, csv)).outcome.source.report;
    expect(rows!.nearMisses).toBeGreaterThan(EVENTS * 0.9);
    expect(rows!.nearMissesKept).toBeLessThan(rows!.nearMisses);
    expect(rows!.kept).toBe(rows!.hits + rows!.nearMissesKept);
  });

  it('says that a rule finds more than there is memory for', async () => {
    const all = queryOf('DeviceProcessEvents | where DeviceName has "host"');
    await expect(streamed(all, csv)).rejects.toThrow('finds so many rows of DeviceProcessEvents.csv');
  });

  it.each([
    ['DeviceProcessEvents | summarize count() by DeviceName', 'needs every row at once'],
    ['DeviceProcessEvents | top 3 by Timestamp', 'needs every row at once'],
    [
      'DeviceProcessEvents | where FileName == "a" | join (DeviceProcessEvents | where FileName == "b") on DeviceName',
      'reads DeviceProcessEvents twice',
    ],
    ['print x = 1', 'does not begin with a table'],
  ])('refuses %s', async (text, message) => {
    await expect(streamed(queryOf(text), csv)).rejects.toThrow(message);
  });
});
