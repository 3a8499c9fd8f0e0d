import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { labelled, logTable, type RuleText, tuneRule } from '../session/tuned-rule.test-helper.ts';
import { breakdownOf } from './breakdown.ts';
import { type Count, countedRows } from './counted-rows.ts';
import { impactOf, patternOverlap } from './impact.ts';
import type { LabelRows } from './label-rows.ts';
import { measure } from './measure.ts';
import { trendOf } from './trend.ts';

const columns: readonly ColumnSchema[] = [
  { name: 'Timestamp', type: 'datetime' },
  { name: 'FileName', type: 'string' },
  { name: 'Command', type: 'string' },
];
const rule: RuleText = {
  detection:
    'Log\n| where FileName has_any ("lua", "luajit") or Command has_any ("os.execute(", "require(", ".lua", "zzz")\n',
  exclusions:
    '| where not(FileName == "nginx")\n| where not(Command has ".lua" and FileName in ("nginx", "perl"))\n| where not(FileName == "none")\n',
  output: '| extend OsExec = Command has_any ("os.execute(", "whoami")',
};
const patterns: readonly (readonly [text: string, column: 1 | 2])[] = [
  ['lua', 1],
  ['luajit', 1],
  ['os.execute(', 2],
  ['require(', 2],
  ['.lua', 2],
  ['zzz', 2],
];
const exclusions: readonly ((row: readonly string[]) => boolean)[] = [
  ([, file]) => file === 'nginx',
  ([, file, command]) => has(command, '.lua') && (file === 'nginx' || file === 'perl'),
  ([, file]) => file === 'none',
];

/** `has` for the needles used here, told anew: by regular expression. */
function has(text: string, needle: string): boolean {
  const left = /^[a-z]/.test(needle) ? '(?<![a-z0-9])' : '';
  const right = /[a-z]$/.test(needle) ? '(?![a-z0-9])' : '';
  return new RegExp(left + needle.replaceAll(/[.(]/g, '\\$&') + right, 'i').test(text);
}

const event = fc.tuple(
  fc.integer({ min: 0, max: 59 }).map((minute) => `2026-01-01T10:${String(minute).padStart(2, '0')}:00Z`),
  fc.constantFrom('lua', 'lua.exe', 'luajit', 'nginx', 'perl', 'bash', 'none'),
  fc
    .array(fc.constantFrom('os.execute(id)', 'require(x)', 'a.lua', 'b.luac', 'whoami', 'zz'), { maxLength: 3 })
    .map((words) => words.join(' ')),
);
/** Two rows differ in each column: columns of one value are constants, whose literals are not counted. */
const unlike = [
  ['2026-01-01T10:00:00Z', 'bash', 'id'],
  ['2026-01-01T10:30:00Z', 'dash', 'ls'],
] as [string, string, string][];
/** Now and then the matching rows are so few among others that they are evaluated in a frame of their own. */
const others = fc.constantFrom(0, 600).map((count) => Array.from({ length: count }, () => unlike[0]));
const events = fc
  .tuple(fc.array(event, { maxLength: 38 }), others)
  .map(([rows, more]) => [...unlike, ...rows, ...more]);
const labelOf = fc.constantFrom('TP', 'FP', 'unsure', 'none');

const matches = (row: readonly string[], skipped = -1): boolean =>
  patterns.some(([text, column], i) => i !== skipped && has(row[column], text));
const excludedBy = (row: readonly string[]): readonly number[] =>
  exclusions.flatMap((test, i) => (test(row) ? [i] : []));

function labelsFor(labels: readonly string[], count: number): LabelRows {
  const rows = (verdict: string): number[] => [...Array(count).keys()].filter((row) => labels[row] === verdict);
  return labelled(count, { TP: rows('TP'), FP: rows('FP'), unsure: rows('unsure') });
}

describe('the impact of patterns and exclusions', () => {
  it('is what comparing row by row finds', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.array(labelOf, { minLength: 40, maxLength: 40 }), async (rows, verdicts) => {
        const run = await tuneRule(rule, logTable(columns, rows));
        const labels = labelsFor(verdicts, rows.length);
        const report = await impactOf(run, labels, run.execution);
        const count = (test: (row: readonly string[], i: number) => boolean): number => rows.filter(test).length;
        const counts = (test: (row: readonly string[]) => boolean): unknown => ({
          TP: count((row, i) => test(row) && verdicts[i] === 'TP'),
          FP: count((row, i) => test(row) && verdicts[i] === 'FP'),
          unsure: count((row, i) => test(row) && verdicts[i] === 'unsure'),
          unlabelled: count((row, i) => test(row) && !['TP', 'FP', 'unsure'].includes(verdicts[i])),
        });
        for (const [i, [text, column]] of patterns.entries()) {
          const own = (row: readonly string[]): boolean => has(row[column], text);
          const impact = report.patterns[i];
          expect(run.literals[impact.literal].text).toBe(text);
          expect(impact.role).toBe('pattern');
          expect(impact.dead).toBe(count(own) === 0);
          expect(impact.hits).toBe(count((row) => own(row) && excludedBy(row).length === 0));
          expect(impact.labels).toEqual(counts(own));
          expect(impact.uniqueLabels).toEqual(counts((row) => own(row) && !matches(row, i)));
          const shadows = patterns.flatMap(([other, otherColumn], j) =>
            j !== i &&
            column === otherColumn &&
            count(own) > 0 &&
            rows.every((row) => !own(row) || has(row[column], other))
              ? [report.patterns[j].literal]
              : [],
          );
          expect([...impact.shadowedBy]).toEqual(shadows);
          for (const { literal, rows: shared } of impact.overlaps) {
            const [other, otherColumn] = patterns[report.patterns.findIndex((pattern) => pattern.literal === literal)];
            expect(shared).toBe(count((row) => own(row) && has(row[otherColumn], other)));
          }
        }
        for (const [i, impact] of report.exclusions.entries()) {
          const reached = (row: readonly string[]): boolean => matches(row);
          const takes = (row: readonly string[]): boolean => reached(row) && exclusions[i](row);
          expect(impact.dead).toBe(count(takes) === 0);
          expect(impact.unique).toBe(count((row) => takes(row) && excludedBy(row).length === 1));
          expect(impact.labels).toEqual(counts((row) => takes(row) && excludedBy(row)[0] === i));
          expect(impact.uniqueLabels).toEqual(counts((row) => takes(row) && excludedBy(row).length === 1));
        }
        const flags = report.patterns.filter(({ role }) => role === 'flag');
        expect(flags.map(({ literal }) => run.literals[literal].text)).toEqual(['os.execute(', 'whoami']);
      }),
      { numRuns: 40 },
    );
  });

  it('shows shadowed patterns by name', async () => {
    const table = logTable(columns, [
      ['2026-01-01T10:00:00Z', 'bash', 'os.execute(1) require(x)'],
      ['2026-01-01T10:00:00Z', 'bash', 'require(x)'],
    ]);
    const run = await tuneRule(rule, table);
    const { patterns: impacts } = await impactOf(run, labelled(2, {}), run.execution);
    const shadowed = impacts.filter(({ shadowedBy }) => shadowedBy.length > 0);
    expect(
      shadowed.map(({ literal, shadowedBy }) => [
        run.literals[literal].text,
        ...shadowedBy.map((i) => run.literals[i].text),
      ]),
    ).toEqual([['os.execute(', 'require(']]);
  });
});

describe('the overlap of patterns', () => {
  it('counts the rows that each two share', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (rows) => {
        const run = await tuneRule(rule, logTable(columns, rows));
        const { literals, counts } = await patternOverlap(run, 10, run.execution);
        const tests = literals.map((literal) => {
          const place = run.literals.slice(0, literal).length;
          return patterns[place];
        });
        const expected = tests.flatMap(([a, columnA]) =>
          tests.map(([b, columnB]) => rows.filter((row) => has(row[columnA], a) && has(row[columnB], b)).length),
        );
        expect(counts).toEqual(expected);
        expect(literals.length).toBe(
          patterns.filter(([text, column]) => rows.some((row) => has(row[column], text))).length,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('the rows behind a number', () => {
  it('are those that comparing row by row finds', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.array(labelOf, { minLength: 40, maxLength: 40 }), async (rows, verdicts) => {
        const run = await tuneRule(rule, logTable(columns, rows));
        const labels = labelsFor(verdicts, rows.length);
        const rowsOfCount = async (count: Count, verdict?: 'TP'): Promise<number[]> => [
          ...(await countedRows(count, run, labels, run.execution, verdict)).toRows(),
        ];
        const select = (test: (row: readonly string[], i: number) => boolean): number[] =>
          [...rows.keys()].filter((i) => test(rows[i], i));
        for (const [i, [text, column]] of patterns.entries()) {
          const own = (row: readonly string[]): boolean => has(row[column], text);
          const literal = run.literals.findIndex((known) => known.text === text);
          expect(await rowsOfCount({ kind: 'literal', literal, part: 'rows' })).toEqual(select(own));
          const alone = select((row) => own(row) && !matches(row, i));
          expect(await rowsOfCount({ kind: 'literal', literal, part: 'unique' })).toEqual(alone);
          const hits = select((row) => own(row) && excludedBy(row).length === 0);
          expect(await rowsOfCount({ kind: 'literal', literal, part: 'hits' })).toEqual(hits);
          const attacks = select((row, at) => own(row) && verdicts[at] === 'TP');
          expect(await rowsOfCount({ kind: 'literal', literal, part: 'rows' }, 'TP')).toEqual(attacks);
        }
        const both = select((row) => has(row[1], 'lua') && has(row[2], '.lua'));
        expect(await rowsOfCount({ kind: 'overlap', literals: [0, 4] })).toEqual(both);
        for (const [exclusion, test] of exclusions.entries()) {
          const count = { kind: 'exclusion', exclusion } as const;
          const takes = (row: readonly string[]): boolean => matches(row) && test(row);
          const removed = select((row) => takes(row) && excludedBy(row)[0] === exclusion);
          expect(await rowsOfCount({ ...count, part: 'removed' })).toEqual(removed);
          expect(await rowsOfCount({ ...count, part: 'alone' })).toEqual(select(takes));
          const unique = select((row) => takes(row) && excludedBy(row).length === 1);
          expect(await rowsOfCount({ ...count, part: 'unique' })).toEqual(unique);
        }
        const { span } = run.exclusions[1].plan;
        const kept = select((row) => matches(row) && !excludedBy(row).some((i) => i < 2));
        expect(await rowsOfCount({ kind: 'step', span, part: 'kept' })).toEqual(kept);
        const dropped = select((row) => matches(row) && excludedBy(row)[0] === 1);
        expect(await rowsOfCount({ kind: 'step', span, part: 'dropped' })).toEqual(dropped);
      }),
      { numRuns: 30 },
    );
  });

  it('are refused where the query made them anew', async () => {
    const table = logTable(columns, unlike);
    const made = { detection: 'Log\n| summarize Runs = count() by FileName\n| where FileName has "lua"' };
    const run = await tuneRule(made, table);
    const asked = countedRows({ kind: 'literal', literal: 0, part: 'rows' }, run, labelled(2, {}), run.execution);
    await expect(asked).rejects.toMatchObject({ diagnostic: { code: 'not-traceable' } });
  });
});

describe('the metrics', () => {
  it('have their denominators, before and after the exclusions', async () => {
    const table = logTable(columns, [
      ['2026-01-01T10:00:00Z', 'lua', 'x'],
      ['2026-01-01T10:00:00Z', 'nginx', 'require('],
      ['2026-01-01T10:00:00Z', 'nginx', 'require('],
      ['2026-01-01T10:00:00Z', 'perl', 'a.lua'],
      ['2026-01-01T10:00:00Z', 'bash', 'nothing'],
      ['2026-01-01T10:00:00Z', 'luajit', 'x'],
    ]);
    const run = await tuneRule(rule, table);
    const metrics = measure(run, labelled(6, { TP: [0, 3, 4], FP: [1, 5] }));
    expect(metrics.before.hits).toBe(5);
    expect(metrics.before.precision).toEqual({ part: 2, whole: 4 });
    expect(metrics.before.recall).toEqual({ part: 2, whole: 3 });
    expect(metrics.after.hits).toBe(2);
    expect(metrics.after.precision).toEqual({ part: 1, whole: 2 });
    expect(metrics.after.recall).toEqual({ part: 1, whole: 3 });
    expect(metrics.fpRemoved).toEqual({ part: 1, whole: 2 });
    expect(metrics.tpHidden).toEqual({ part: 1, whole: 2 });
    expect(metrics.all).toEqual({ TP: 3, FP: 2, unsure: 0, unlabelled: 1 });
  });
});

describe('the trend', () => {
  it('puts every hit and excluded row in the bin of its time', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.integer({ min: 1, max: 30 }), async (rows, bins) => {
        const table = logTable(columns, rows);
        const run = await tuneRule(rule, table);
        const trend = await trendOf(run, bins, run.execution);
        expect(trend.starts.length).toBeLessThanOrEqual(bins + 1);
        const binOf = (time: string): number =>
          trend.starts.findLastIndex((start) => Date.parse(start) <= Date.parse(time));
        const bin = (test: (row: readonly string[]) => boolean): number[] =>
          trend.starts.map((_, i) => rows.filter((row) => test(row) && binOf(row[0]) === i).length);
        expect(trend.hits).toEqual(bin((row) => matches(row) && excludedBy(row).length === 0));
        expect(trend.excluded).toEqual(bin((row) => matches(row) && excludedBy(row).length > 0));
        expect(trend.literals[2]).toEqual(bin((row) => has(row[2], 'os.execute(')));
        expect(trend.exclusions[0]).toEqual(bin((row) => matches(row) && row[1] === 'nginx'));
        expect(trend.hits.reduce((a, b) => a + b, 0)).toBe(run.result.rows?.length ?? rows.length);
      }),
      { numRuns: 40 },
    );
  });

  it('has no bins without times', async () => {
    const run = await tuneRule(rule, logTable(columns, [[null, 'lua', 'x']]));
    expect(await trendOf(run, 10, run.execution)).toMatchObject({ column: undefined, starts: [] });
  });
});

describe('a breakdown', () => {
  it('counts hits by value, and what is not shown', async () => {
    const table = logTable(
      columns,
      ['lua', 'lua', 'luajit', 'nginx', 'bash'].map((file) => [null, file, 'require(']),
    );
    const run = await tuneRule(rule, table);
    const [files] = breakdownOf(run, ['FileName', 'Missing'], 2, labelled(5, { TP: [0], FP: [2] }));
    expect(files.values).toEqual([
      { text: 'lua', hits: 2, excluded: 0, TP: 1, FP: 0 },
      { text: 'luajit', hits: 1, excluded: 0, TP: 0, FP: 1 },
    ]);
    expect(files.rest).toEqual({ hits: 1, values: 2 });
  });
});
