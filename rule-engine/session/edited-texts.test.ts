import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Span } from '../base/span.ts';
import { QueryError } from '../diagnostics/diagnostic.ts';
import { evidenceOf } from '../executor/evidence.ts';
import { ExecutionCache } from '../executor/execution-cache.ts';
import { rowsOf } from '../operators/relation.ts';
import { countRun } from './run-counts.ts';
import { logTable, type RuleText, tuneRule } from './tuned-rule.test-helper.ts';

const table = logTable(
  [
    { name: 'Timestamp', type: 'datetime' },
    { name: 'FileName', type: 'string' },
    { name: 'Command', type: 'string' },
    { name: 'Size', type: 'long' },
  ],
  [
    ['2026-01-01T10:00:00Z', 'lua.exe', 'lua.exe -e os.execute("id")', 10n],
    ['2026-01-01T11:00:00Z', 'cmd.exe', 'cmd /c whoami', null],
    ['2026-01-01T12:00:00Z', 'nginx', 'nginx -c lua.conf', 30n],
    ['2026-01-01T13:00:00Z', 'lua5.4', 'lua5.4 build.lua', 40n],
    ['2026-01-01T14:00:00Z', 'perl', 'perl resty os.execute(1)', 50n],
    ['2026-01-01T15:00:00Z', 'node', 'node lua build.lua socket.tcp', 60n],
  ],
);

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
    last: constantFrom('', '| where A', '| sort by Size desc', '| extend Row = row_number()'),
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

/** All that a run tells, or its error. */
async function told(rule: RuleText, now: string, cache: ExecutionCache): Promise<unknown> {
  try {
    const run = await tuneRule(rule, table, { now, cache });
    const { literals, steps, ...counts } = await countRun(run);
    const rows = [...rowsOf(run.result)];
    const evidence = run.traceable ? await evidenceOf(rows[0] ?? 0, run.conditions, run.execution) : [];
    const values = rows.map((row) => run.result.columns.map((column) => column.get(row)));
    return {
      ...counts,
      steps: inOrder(steps),
      literals: inOrder(literals.map(({ id, ...literal }) => literal)),
      values,
      evidence,
    };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return error.diagnostic;
  }
}

it('each of a row of edited texts tells what it tells on its own, at its own places', async () => {
  const clock = constantFrom('2026-01-01T22:00:00Z', '2026-01-02T00:00:00Z');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(ruleText, clock), { minLength: 2, maxLength: 6 }), async (texts) => {
      const cache = new ExecutionCache();
      for (const [text, now] of texts) {
        expect(await told(text, now, cache)).toEqual(await told(text, now, new ExecutionCache()));
      }
    }),
    { numRuns: 40 },
  );
});
