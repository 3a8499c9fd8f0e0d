import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Span } from '../base/span.ts';
import { QueryError } from '../diagnostics/diagnostic.ts';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import type { Plan } from '../plan/plan.ts';
import { PlanReader } from '../plan/read-plan.ts';
import { serializePlan } from '../plan/serialize.ts';
import { EngineSession } from './engine-session.ts';
import type { Evaluation, LiteralCount } from './protocol/evaluation.ts';
import type { Cell } from './protocol/rows.ts';
import type { ResultTab } from './protocol/view.ts';
import { logTable, type RuleText } from './tuned-rule.test-helper.ts';

const columns = [
  { name: 'Timestamp', type: 'datetime' },
  { name: 'FileName', type: 'string' },
  { name: 'Command', type: 'string' },
  { name: 'Size', type: 'long' },
] as const;

const table = logTable(columns, [
  ['2026-01-01T10:00:00Z', 'lua.exe', 'lua.exe -e os.execute("id")', 10n],
  ['2026-01-01T11:00:00Z', 'cmd.exe', 'cmd /c whoami', null],
  ['2026-01-01T12:00:00Z', 'nginx', 'nginx -c lua.conf', 30n],
  ['2026-01-01T13:00:00Z', 'lua5.4', 'lua5.4 build.lua', 40n],
  ['2026-01-01T14:00:00Z', 'perl', 'perl resty os.execute(1)', 50n],
  ['2026-01-01T15:00:00Z', 'node', 'node lua build.lua socket.tcp', 60n],
]);

const globals = makeGlobals([{ name: 'Log', columns }]);
const context = { signal: new AbortController().signal, progress: (): never => undefined as never };

function session(): EngineSession {
  const made = new EngineSession();
  const { length } = table;
  const report = {
    ...{ id: 0, name: 'log.csv', bytes: 0, format: 'csv', formatTitle: 'CSV', formatReason: '', containers: [] },
    ...{ records: length, errors: [], errorCount: 0, milliseconds: 0, cancelled: false },
    tables: [
      {
        ...{ table: 'Log', mapping: 'none', mappingTitle: 'None', rows: length, missing: [], leftover: [] },
        timeRange: undefined,
        columns: columns.map(({ name, type }) => ({ name, type, filled: length, from: name })),
      },
    ],
    alternatives: { formats: [], mappings: [] },
  } as const;
  made.workspace.add({ byteLength: 0, report, tables: [{ name: 'Log', table }] });
  return made;
}

const { subarray, constantFrom } = fc;
const literals = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(', ');
const patterns = subarray(['lua', 'os.execute(', 'build', 'socket.tcp'], { minLength: 1 }).map(literals);

const ruleText = fc
  .record({
    before: constantFrom('', '// a word about it\n', '\n\n'),
    named: constantFrom('', 'let Names = dynamic(["nginx", "perl"]);\n', 'let Names = dynamic(["perl", "node"]);\n'),
    space: constantFrom(' ', '  '),
    any: patterns,
    limit: constantFrom(
      '',
      ' and Timestamp < now() - 9h',
      ' and Size in ((Log | where FileName has "lua" | project Size))',
    ),
    exclusions: subarray(['not(FileName == "nginx")', 'not(Command has "resty" and Size > 40)', 'FileName != "node"']),
    flags: subarray([
      'A = Command has "lua"',
      'B = Command has "lua"',
      'C = strcat(FileName, " ", Command) contains "lua b"',
    ]),
    last: constantFrom(
      '',
      '| where A',
      '| sort by Size desc',
      '| extend Row = row_number()',
      '| summarize Runs = count(), Files = make_set(FileName) by Size',
      '| join kind=inner (Log | where Command has "lua" | project Size, Other = FileName) on Size',
      '| where Size > toscalar(Log | where Command has "build" or FileName endswith "EXE" | summarize min(Size))',
      '| extend Lua = extract("lua[0-9.]*", 0, Command) | where Lua matches regex "lua[0-9]"',
      '| union (Log | where FileName == "cmd.exe")',
      '| top 2 by Timestamp',
      '| mv-expand Word = split(Command, " ") to typeof(string) | where Word contains "LUA"',
    ),
    checked: constantFrom('', '| where convert_length(1.0, "Meter", strcat("no ", FileName)) > 1\n'),
  })
  .map(({ before, named, space, any, limit, exclusions, flags, last, checked }): RuleText => {
    const isListed = named === '' ? '' : ' and not(FileName in (Names)) or Command has_any (Names)';
    return {
      detection: `${before}${named}Log\n| where FileName${space}has "lua" or Command has_any (${any})${limit}${isListed}\n`,
      exclusions: exclusions.map((condition) => `| where ${condition}\n`).join(''),
      output: `${checked}${flags.map((flag) => `| extend ${flag}\n`).join('')}${last === '| where A' && !flags[0]?.startsWith('A') ? '' : last}`,
    };
  });

function inOrder<Item extends { readonly span: Span }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => a.span.start - b.span.start);
}

/** Of a literal of a run, what does not hang on the runs before it. */
function named({ span, text }: LiteralCount): string {
  return `${span.start} ${span.length} ${text}`;
}

function paintedBy(literals: readonly LiteralCount[], { text, marks = [] }: Cell): unknown {
  const literal = new Map(literals.map((one) => [one.id, named(one)]));
  return [text, marks.map(({ span, literal: id }) => `${span.start} ${span.length} by ${literal.get(id)}`).toSorted()];
}

function planOf({ detection, exclusions = '', output = '' }: RuleText): Plan {
  const { plan, diagnostics } = compile(detection + exclusions + output, globals);
  if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
  return plan;
}

/** All that a session tells of a text, or its error. */
async function told({ handlers }: EngineSession, plan: Plan, rule: RuleText, now: string): Promise<unknown> {
  const { detection, exclusions = '' } = rule;
  const places = { start: detection.length, length: exclusions.length };
  let evaluation: Evaluation;
  try {
    const clock = { kind: 'at', iso: now } as const;
    evaluation = await handlers.evaluate({ plan: serializePlan(plan), exclusions: places, clock }, context);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return error.diagnostic;
  }
  const { run, milliseconds, literals, steps, ...rest } = evaluation;
  const tabs: unknown[] = [];
  for (const tab of ['hits', 'excluded', 'all'] satisfies ResultTab[]) {
    const view = { run, tab, sort: [], filters: [], search: '' };
    const { rows, ...window } = await handlers.rows({ view, start: 0, end: 100 }, context);
    const painted = rows.map(({ row, cells, verdict }) => [
      row,
      cells.map((cell) => paintedBy(literals, cell)),
      verdict,
    ]);
    const { columns, ...detail } =
      rows.length > 0 ? await handlers.detail({ run, tab, row: rows[0].row }, context) : { columns: [] };
    const inDetail = columns.map(({ cell, ...column }) => ({ ...column, cell: paintedBy(literals, cell) }));
    tabs.push(window, painted, detail, inDetail);
  }
  return {
    ...rest,
    tabs,
    steps: inOrder(steps),
    literals: inOrder(literals.map(({ id, ...literal }) => literal)),
  };
}

it('each of a row of edited texts tells what it tells on its own, at its own places', async () => {
  const clock = constantFrom('2026-01-01T22:00:00Z', '2026-01-02T00:00:00Z');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(ruleText, clock), { minLength: 2, maxLength: 6 }), async (texts) => {
      const edited = session();
      const plans = new PlanReader();
      for (const [text, now] of texts) {
        const plan = planOf(text);
        const read = plans.read(serializePlan(plan));
        expect(await told(edited, read, text, now)).toEqual(await told(session(), plan, text, now));
        expect(read).toEqual(plan);
      }
    }),
    { numRuns: 40 },
  );
});
