import { expect, test } from 'vitest';
import { makeGlobals } from '../kusto/globals.ts';
import { rowsOf } from '../operators/relation.ts';
import { bindInSteps } from '../plan/bind-in-steps.ts';
import { deserializePlan } from '../plan/read-plan.ts';
import { EngineSession } from './engine-session.ts';
import { createLanguageSession } from './language-session.ts';
import { runQuery } from './run-query.ts';

const globals = makeGlobals([{ name: 'T', columns: [{ name: 'd', type: 'dynamic' }] }]);
const context = { catalogue: { table: () => undefined }, now: 0n, checkpoint: async () => {} };

async function ask(query: string) {
  const relation = await runQuery(query, globals, context);
  const rows = Array.from(rowsOf(relation), (row) => relation.columns.map((column) => column.get(row)));
  return { columns: relation.schema.map(({ name, type }) => `${name}:${type}`), rows };
}

const bags = 'datatable(id:long, d:dynamic)[1, dynamic({"k": 1, "ü": "x"}), 2, dynamic({"k": 5}), 3, dynamic(null)]';

test('columns of bag_unpack are known to what follows, with their types', async () => {
  expect(await ask(`${bags} | evaluate bag_unpack(d) | where k > 2`)).toEqual({
    columns: ['id:long', 'k:long', 'ü:string'],
    rows: [[2n, 5n, '']],
  });
});

test('a plugin over the columns of another is bound after it', async () => {
  const query = `${bags} | evaluate bag_unpack(d) | where k > 0 | evaluate pivot(k, count(), id) | sort by id asc`;
  expect(await ask(query)).toEqual({
    columns: ['id:long', '1:long', '5:long'],
    rows: [
      [1n, 1n, 0n],
      [2n, 0n, 1n],
    ],
  });
});

test('a column that the rows do not have is an error at its place in the text as written', async () => {
  const query = `${bags} | evaluate bag_unpack(d) | where nope == 1`;
  await expect(ask(query)).rejects.toMatchObject({
    diagnostic: { code: 'KS142', span: { start: query.indexOf('nope'), length: 4 } },
  });
});

test('without rows a query binds whatever columns it reads', async () => {
  expect(await ask('T | evaluate bag_unpack(d) | where Signer startswith "x" | project Signer')).toEqual({
    columns: ['Signer:dynamic'],
    rows: [],
  });
});

test('the page’s two workers bind in the same steps', async () => {
  const language = createLanguageSession([]);
  const engine = new EngineSession().handlers;
  const surroundings = { signal: new AbortController().signal, progress: () => undefined };
  const text = `${bags} | evaluate bag_unpack(d) | project k`;
  const { plan, diagnostics } = await bindInSteps(
    async (found) => language.compile({ text, found }, surroundings),
    async (open) => (await engine.columns({ plan: open, clock: { kind: 'newest' } }, surroundings)) ?? undefined,
  );
  expect(diagnostics).toEqual([]);
  expect(plan && deserializePlan(plan).columns).toEqual([{ name: 'k', type: 'long' }]);
});

test('what the engine lacks is said by the language worker, with no plan', async () => {
  const language = createLanguageSession([]);
  const surroundings = { signal: new AbortController().signal, progress: () => undefined };
  const text = 'print x = 1 | reduce by tostring(x)';
  expect(await language.compile({ text }, surroundings)).toMatchObject({
    plan: undefined,
    diagnostics: [{ code: 'unsupported', span: { start: text.indexOf('reduce') } }],
  });
});

test('search for anything gives all rows', async () => {
  expect((await ask('datatable(a:string)["x", ""] | search * | count')).rows).toEqual([[2n]]);
});

test('todynamic takes what is dynamic already', async () => {
  expect((await ask('print a = todynamic(parse_json("[1]"))[0]')).rows).toEqual([[1n]]);
});

test('what a fuzzy union forgives has no columns to those that follow, nor types', async () => {
  const union = "union isfuzzy=true (NoSuch | extend k = a.b | where c == 1), (datatable(k:string)['x'])";
  expect(await ask(`${union} | summarize take_any(*)`)).toEqual({ columns: ['k:string'], rows: [['x']] });
  await expect(ask(`${union} | where c == 1`)).rejects.toMatchObject({ diagnostic: { code: 'KS142' } });
});

test('columns that only rows could tell stay in sight behind extend, parse, serialize and a new name', async () => {
  const query = `T | evaluate bag_unpack(d) | extend x = todatetime(start) | parse one with y | serialize
    | project-rename q = two | project-away start`;
  expect((await ask(query)).columns).toEqual(
    expect.arrayContaining(['x:datetime', 'y:string', 'q:dynamic', 'one:dynamic']),
  );
});
