import { expect, it } from 'vitest';
import { baseRule, broadRule, ruleQuery } from '../../bench/bench-rule.ts';
import { eventsAsCsv } from '../../bench/generate-events.ts';
import { compile } from '../../kusto/compile.ts';
import { makeGlobals } from '../../kusto/globals.ts';
import { serializePlan } from '../../plan/serialize.ts';
import { builtInTables } from '../../schema/catalogue.ts';
import { webAssembly } from '../../webassembly/module.ts';
import { EngineSession } from '../engine-session.ts';
import type { EvaluateParams, Evaluation } from '../protocol/evaluation.ts';
import type { StreamProgress } from './stream-query.ts';

const EVENTS = 12_000;
const MEMORY = 1_000_000;
const csv = new File([...eventsAsCsv(EVENTS)], 'DeviceProcessEvents.csv');
const context = { signal: new AbortController().signal, progress: () => {} };
const globals = makeGlobals(builtInTables);

function queryOf(patterns: readonly string[]): EvaluateParams {
  const { text, exclusions } = ruleQuery({ ...baseRule, patterns });
  const [start, length] = exclusions;
  return {
    plan: serializePlan(compile(text, globals).plan!),
    exclusions: { start, length },
    clock: { kind: 'newest' },
  };
}

const counted = ({ counts, steps, literals, exclusions, flags }: Evaluation) => ({
  counts,
  steps,
  literals,
  exclusions,
  flags,
});

it('does not load a file that needs more memory than there is, and says so', async () => {
  const { handlers } = new EngineSession();
  const report = await handlers.load({ file: csv, memory: MEMORY }, context);
  expect(report.overBudget?.budget).toBe(MEMORY);
  expect(report.overBudget?.expected).toBeGreaterThan(MEMORY);
  expect(await handlers.sources(null, context)).toEqual([]);
});

it('counts the whole file for the rule that it was read by, and the kept rows for others', async () => {
  const query = queryOf(baseRule.patterns);
  const inMemory = new EngineSession();
  await inMemory.handlers.load({ file: csv }, context);
  const expected = await inMemory.handlers.evaluate(query, context);
  const { handlers } = new EngineSession();
  const report = await handlers.stream({ file: csv, query, memory: MEMORY }, context);
  const evaluation = await handlers.evaluate(query, context);
  expect(counted(evaluation)).toEqual(counted(expected));
  expect(evaluation.streamed).toEqual([{ source: report.id, name: csv.name, exact: true }]);
  const edited = await handlers.evaluate(queryOf(baseRule.patterns.slice(1)), context);
  expect(edited.streamed?.[0].exact).toBe(false);
  expect(edited.notices[0].code).toBe('kept-rows-only');
  expect(evaluation.notices).toEqual(expected.notices);
  expect(edited.counts.all).toBe(report.streamed!.kept);
  await handlers['remove-source']({ source: report.id }, context);
  expect((await handlers.evaluate(query, context)).streamed).toBeUndefined();
});

it('no longer vouches for the whole file when another table that the rule reads has changed', async () => {
  const text = 'DeviceProcessEvents | where DeviceName in ((DeviceInfo | project DeviceName)) and FileName has "lua"';
  const query: EvaluateParams = {
    ...queryOf([]),
    plan: serializePlan(compile(text, globals).plan!),
    exclusions: { start: 0, length: 0 },
  };
  const { handlers } = new EngineSession();
  await handlers.stream({ file: csv, query, memory: MEMORY }, context);
  expect((await handlers.evaluate(query, context)).streamed?.[0].exact).toBe(true);
  const devices = new File(['DeviceName,DeviceId,OSPlatform\nhost-1.corp.example,1,Linux\n'], 'DeviceInfo.csv');
  const { id } = await handlers.load({ file: devices }, context);
  expect((await handlers.evaluate(query, context)).streamed?.[0].exact).toBe(false);
  await handlers['remove-source']({ source: id }, context);
});

it('lets go of an evaluation of the rows that a held stream had found once there are others in their place', async () => {
  const query = queryOf(broadRule.patterns);
  const { handlers } = new EngineSession();
  let done: unknown;
  const stream = await new Promise<number>((resolve) => {
    const progress = ({ hits, stream }: StreamProgress & { stream: number }) => void (hits > 0 && resolve(stream));
    done = handlers.stream({ file: csv, query, memory: 4 * MEMORY }, { ...context, progress });
  });
  const partial = await handlers['pause-stream']({ stream }, context);
  const { run, counts } = await handlers.evaluate(query, context);
  expect(counts.all).toBe(partial?.streamed?.kept);
  await handlers['resume-stream']({ stream }, context);
  await done;
  const view = { run, tab: 'all', sort: [], filters: [], search: 'host' } as const;
  await expect(handlers.rows({ view, start: 0, end: 100 }, context)).rejects.toThrow('A newer evaluation');
});

it('gives the memory of a removed source back once nothing reads it', async () => {
  if (webAssembly === undefined) throw new Error('This runtime has no WebAssembly SIMD');
  const { handlers } = new EngineSession();
  const query = queryOf(baseRule.patterns);
  const load = async () => {
    const { id } = await handlers.load({ file: csv }, context);
    await handlers.evaluate(query, context);
    await handlers['remove-source']({ source: id }, context);
  };
  await load();
  await load();
  const { byteLength } = webAssembly.memory.buffer;
  for (let round = 0; round < 30; round++) await load();
  expect(webAssembly.memory.buffer.byteLength).toBe(byteLength);
});
