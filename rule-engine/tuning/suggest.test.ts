import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { labelled, logTable, type RuleText, tuneRule } from '../session/tuned-rule.test-helper.ts';
import { exclusionCandidates } from './candidates.ts';
import type { ExclusionCandidate } from './exclusion-candidate.ts';
import { exclusionKql } from './exclusion-kql.ts';
import { exclusionPlace } from './exclusion-place.ts';
import { HitFrame } from './hit-frame.ts';
import type { LabelRows } from './label-rows.ts';
import { suggestExclusions } from './suggest.ts';
import { writeExclusion } from './write-exclusion.ts';

const columns: readonly ColumnSchema[] = [
  { name: 'FileName', type: 'string' },
  { name: 'FolderPath', type: 'string' },
  { name: 'ProcessCommandLine', type: 'string' },
  { name: 'AccountName', type: 'string' },
];
type Event = readonly [file: string, folder: string, command: string, account: string];
const rule: RuleText = { detection: 'Log\n| where ProcessCommandLine has "lua"\n' };
const checkpoint = async (): Promise<void> => {};

async function frameOf(rows: readonly Event[], labels: LabelRows, text = rule) {
  const run = await tuneRule(text, logTable(columns, rows));
  const place = exclusionPlace(run);
  return { run, place, frame: new HitFrame(place, labels, run.execution) };
}

/** The rows that Kusto's text of an exclusion takes of the hits: the rule is evaluated with it. */
async function takenBy(kql: string, rows: readonly Event[]): Promise<readonly number[]> {
  const table = logTable(columns, rows);
  const before = await tuneRule(rule, table);
  const after = await tuneRule({ ...rule, exclusions: `${kql}\n` }, table);
  const left = new Set(after.survivors.rows ?? [...rows.keys()]);
  return [...(before.survivors.rows ?? rows.keys())].filter((row) => !left.has(row));
}

const unlike: Event[] = [
  ['bash', '/bin/bash', 'ls', 'root'],
  ['dash', '/bin/dash', 'id', 'ann'],
];
const event = fc.tuple(
  fc.constantFrom('nginx', 'redis', 'code.exe'),
  fc.constantFrom('/usr/bin/nginx', '/usr/bin/redis', '/tmp/x', 'C:\\Program Files\\Code\\code.exe'),
  fc.constantFrom('lua --eval /opt/app/job.lua', 'lua -e "x"', 'Lua "quoted\\path" job', 'none'),
  fc.constantFrom('root', 'ann'),
);
const verdicts = fc.array(fc.constantFrom('TP', 'FP', 'FP', 'none'), { minLength: 22, maxLength: 22 });

function labelsOf(rows: readonly Event[], given: readonly string[]): LabelRows {
  const of = (verdict: string): number[] => [...rows.keys()].filter((row) => given[row] === verdict);
  return labelled(rows.length, { TP: of('TP'), FP: of('FP') });
}

async function expectTrueEffect(
  { kql, effect }: Pick<ExclusionCandidate, 'kql' | 'effect'>,
  rows: readonly Event[],
  given: readonly string[],
): Promise<readonly number[]> {
  const taken = await takenBy(kql, rows);
  const count = (verdict: string): number => taken.filter((row) => given[row] === verdict).length;
  expect([kql, effect]).toEqual([
    kql,
    { rows: taken.length, tpHidden: count('TP'), fpRemoved: count('FP'), unsure: 0, unlabelled: count('none') },
  ]);
  return taken;
}

describe('candidate exclusions', () => {
  it('take what their KQL takes when it is evaluated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 20 }), verdicts, async (some, given) => {
        const rows = [...unlike, ...some];
        const { run, place, frame } = await frameOf(rows, labelsOf(rows, given));
        const hits = [...(run.survivors.rows ?? rows.keys())];
        const chosen = hits.slice(0, 2);
        const request = { rows: chosen, column: 'FileName', limit: 4 };
        const candidates = await exclusionCandidates(request, place, frame, checkpoint);
        expect(candidates.length > 0).toBe(hits.length > 0);
        for (const candidate of candidates) {
          const taken = await expectTrueEffect(candidate, rows, given);
          expect(candidate.covers).toBe(taken.filter((row) => chosen.includes(row)).length);
          expect(candidate.covers).toBeGreaterThan(0);
        }
        const hides = candidates.map(({ effect }) => effect.tpHidden);
        expect(hides).toEqual([...hides].sort((a, b) => a - b));
      }),
      { numRuns: 15 },
    );
  });

  it('begin with one about the cell that was pointed at', async () => {
    const rows: Event[] = [
      ...unlike,
      ['nginx', '/usr/sbin/nginx', 'nginx lua a', 'www'],
      ['nginx', '/usr/sbin/nginx', 'nginx lua b', 'www'],
      ['lua', '/tmp/lua', 'lua c', 'www'],
    ];
    const { place, frame } = await frameOf(rows, labelled(5, { FP: [2, 3], TP: [4] }));
    const [first] = await exclusionCandidates({ rows: [2], column: 'FileName', limit: 5 }, place, frame, checkpoint);
    expect(first.kql).toContain('FileName == "nginx"');
    expect(first.effect).toMatchObject({ tpHidden: 0, fpRemoved: 2 });
  });
});

describe('suggested exclusions', () => {
  it('hide no TP, count truly, and leave only FPs that no conjunction can part from the TPs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 20 }), verdicts, async (some, given) => {
        const rows = [...unlike, ...some];
        const { run, place, frame } = await frameOf(rows, labelsOf(rows, given));
        const found = await suggestExclusions(place, frame, checkpoint, () => {});
        const removed = new Set<number>();
        for (const suggestion of found.exclusions) {
          const taken = await expectTrueEffect(suggestion, rows, given);
          expect(suggestion.effect.tpHidden).toBe(0);
          const fresh = taken.filter((row) => given[row] === 'FP' && !removed.has(row));
          expect(suggestion.covers).toBe(fresh.length);
          expect(fresh.length).toBeGreaterThan(0);
          for (const row of fresh) removed.add(row);
        }
        const falsePositives = [...(run.survivors.rows ?? rows.keys())].filter((row) => given[row] === 'FP');
        expect(found.fpRemoved).toEqual({ part: removed.size, whole: falsePositives.length });
        expect(found.complete).toBe(true);
        const left = falsePositives.filter((row) => !removed.has(row));
        expect(found.inseparable.reduce((sum, group) => sum + group.rows, 0)).toBe(left.length);
        for (const row of left) {
          const own = { rows: [row], column: undefined, limit: 10_000 };
          const candidates = await exclusionCandidates(own, place, frame, checkpoint);
          expect(candidates.every(({ effect }) => effect.tpHidden > 0)).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('prefer one that takes many and say which TP an FP cannot be parted from', async () => {
    const rows: Event[] = [
      ...unlike,
      ...Array.from({ length: 5 }, (_, i): Event => ['nginx', '/usr/sbin/nginx', `nginx lua ${i}`, 'www']),
      ['lua', '/tmp/lua', 'lua same', 'ann'],
      ['lua', '/tmp/lua', 'lua same', 'ann'],
    ];
    const { place, frame } = await frameOf(rows, labelled(rows.length, { FP: [2, 3, 4, 5, 6, 7], TP: [8] }));
    const found = await suggestExclusions(place, frame, checkpoint, () => {});
    expect(found.exclusions.map(({ covers }) => covers)).toEqual([5]);
    expect(found.inseparable).toMatchObject([{ rows: 1, example: 7, likeTruePositive: 8 }]);
  });

  it('can be cancelled', async () => {
    const rows: Event[] = [...unlike, ['nginx', '/usr/sbin/nginx', 'nginx lua', 'www']];
    const { place, frame } = await frameOf(rows, labelled(3, { FP: [2] }));
    const cancelled = async (): Promise<void> => {
      throw new DOMException('cancelled', 'AbortError');
    };
    await expect(suggestExclusions(place, frame, cancelled, () => {})).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a written exclusion', () => {
  const conditions = [
    { column: 'FileName', operator: '==', value: 'nginx' },
    { column: 'FolderPath', operator: 'startswith', value: 'C:\\a "b"\\' },
  ] as const;
  const comment = { name: 'Nginx', description: '', tags: { owner: 'Ann', reason: 'Seen in review' } };
  const effect = { rows: 3, fpRemoved: 2, tpHidden: 1, unsure: 0, unlabelled: 0 };
  const section = '// Begin environment-specific filter.\n// End environment-specific filter.\n';

  it('stands under its comment before the End marker', () => {
    const { span, text } = writeExclusion(conditions, comment, effect, section);
    expect(section.slice(0, span.start) + text + section.slice(span.start)).toBe(
      `// Begin environment-specific filter.\n// Nginx\n// @owner Ann\n// @reason Seen in review\n${exclusionKql(conditions)}\n// End environment-specific filter.\n`,
    );
  });

  it('needs a reason when it hides a TP', () => {
    const silent = { ...comment, tags: { reason: '  ' } };
    expect(() => writeExclusion(conditions, silent, effect, '')).toThrow(/needs a reason/);
    expect(writeExclusion(conditions, silent, { ...effect, tpHidden: 0 }, '// a').text).toMatch(/^\n\/\/ Nginx\n/);
  });
});
