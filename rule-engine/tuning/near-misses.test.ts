import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../operators/relation.ts';
import { applyEdits } from '../rule/apply-edits.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { logTable, type RuleText, tuneRule } from '../session/tuned-rule.test-helper.ts';
import { termMiss } from './near-miss-word.ts';
import { type NearMiss, nearMissesOf } from './near-misses.ts';

const columns: readonly ColumnSchema[] = [
  { name: 'FileName', type: 'string' },
  { name: 'Command', type: 'string' },
  { name: 'Account', type: 'string' },
];
const rule: RuleText = {
  detection:
    'let Words = dynamic([\n    "lua",\n    ".lua"\n]);\nLog\n| where Account != "system"\n| where (FileName has_any ("lua", "perl") or Command has_any (Words)) and (Command has_cs "Run" or FileName == "perl")\n',
  exclusions:
    '// Build servers\n| where not(Account == "build")\n// Perl\n| where not(FileName == "perl" and Account has "b")\n',
};

type Event = readonly [file: string, command: string, account: string];

async function missesOf(rows: readonly Event[], text = rule) {
  const run = await tuneRule(text, logTable(columns, rows));
  const exclusions = { start: text.detection.length, length: text.exclusions?.length ?? 0 };
  return { run, misses: await nearMissesOf(run, { text: run.text, exclusions }, run.execution) };
}

async function hitsOf(text: string, rows: readonly Event[]): Promise<readonly number[]> {
  const run = await tuneRule({ detection: text }, logTable(columns, rows));
  return [...rowsOf(run.survivors)];
}

const unlike: Event[] = [
  ['bash', 'id', 'root'],
  ['dash', 'ls', 'ann'],
];
const event = fc.tuple(
  fc.constantFrom('lua', 'lua5', 'Perl', 'perl', 'sh', 'PERL.exe'),
  fc
    .array(fc.constantFrom('Run', 'run', 'Runs', 'a.lua', 'b.luac', 'luajit', 'lua'), { maxLength: 3 })
    .map((words) => words.join(' ')),
  fc.constantFrom('system', 'build', 'b', 'ann'),
);

/** The rule told anew, with one literal loosened, one condition true or one exclusion off. */
function isHit([file, command, account]: Event, change = ''): boolean {
  const has = (text: string, needle: string, name: string): boolean => {
    if (change === `contains ${name}`) return text.toLowerCase().includes(needle);
    const bound = needle.startsWith('.') ? '' : '(?<![a-z0-9])';
    return new RegExp(`${bound}${needle.replace('.', '\\.')}(?![a-z0-9])`, 'i').test(text);
  };
  const runs =
    change === 'contains Run'
      ? command.includes('Run')
      : change === 'case Run'
        ? /(?<![a-z0-9])run(?![a-z0-9])/i.test(command)
        : /(?<![A-Za-z0-9])Run(?![A-Za-z0-9])/.test(command);
  const perl = change === 'case perl' ? file.toLowerCase() === 'perl' : file === 'perl';
  const words =
    has(file, 'lua', 'file lua') ||
    has(file, 'perl', 'file perl') ||
    has(command, 'lua', 'lua') ||
    has(command, '.lua', '.lua');
  return (
    (account !== 'system' || change === 'condition 0') &&
    (words || change === 'condition 1') &&
    (runs || perl || change === 'condition 2') &&
    (account !== 'build' || change === 'exclusion 0') &&
    (!(file === 'perl' && account === 'b') || change === 'exclusion 1')
  );
}

/** True when a literal matches outside of a condition. */
function matchedElsewhere([file, command]: Event, condition: number): boolean {
  const words =
    /(?<![a-z0-9])(?:lua|perl)(?![a-z0-9])/i.test(file) || /lua(?![a-z0-9])/i.test(command.replaceAll('luajit', ''));
  const other = /(?<![A-Za-z0-9])Run(?![A-Za-z0-9])/.test(command) || file === 'perl';
  return condition === 0 ? words || other : condition === 1 ? other : words;
}

function keyOf(miss: NearMiss, text: string): string {
  const part = text.slice(miss.span.start, miss.span.start + miss.span.length);
  if (miss.kind === 'exclusion') return `exclusion ${miss.exclusion}`;
  if (miss.kind === 'condition') return `condition ${part.startsWith('Account') ? 0 : part.includes('Words') ? 1 : 2}`;
  const word = part.slice(1, -1);
  if (miss.kind === 'case') return `case ${word}`;
  const ofFile = text.slice(0, miss.span.start).includes('FileName has_any') && word !== 'Run';
  return `contains ${ofFile ? 'file ' : ''}${word}`;
}

const changes = [
  'contains file lua',
  'contains file perl',
  'contains lua',
  'contains .lua',
  'contains Run',
  'case Run',
  'case perl',
  'condition 0',
  'condition 1',
  'condition 2',
  'exclusion 0',
  'exclusion 1',
];

describe('near misses', () => {
  it('are the rows that one change makes hits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (some) => {
        const rows = [...unlike, ...some];
        const { run, misses } = await missesOf(rows);
        const found = new Map(misses.map((miss) => [keyOf(miss, run.text), [...miss.rows]]));
        for (const change of changes) {
          const condition = change.startsWith('condition') ? Number(change.slice(-1)) : undefined;
          const expected = [...rows.keys()].filter(
            (row) =>
              !isHit(rows[row]) &&
              isHit(rows[row], change) &&
              (condition === undefined || matchedElsewhere(rows[row], condition)),
          );
          expect([change, found.get(change) ?? []]).toEqual([change, expected]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('become hits by each edit that is offered for them', async () => {
    const rows: Event[] = [
      ...unlike,
      ['lua5', 'Run', 'ann'],
      ['sh', 'Run b.luac', 'ann'],
      ['lua', 'run', 'ann'],
      ['Perl', 'x', 'ann'],
      ['lua', 'Run', 'system'],
      ['sh', 'Run', 'ann'],
      ['lua', 'ls', 'ann'],
      ['lua', 'Run', 'build'],
      ['perl', 'x', 'b'],
    ];
    const { run, misses } = await missesOf(rows);
    const before = await hitsOf(run.text, rows);
    let tried = 0;
    for (const miss of misses) {
      for (const row of miss.rows) {
        expect(before).not.toContain(row);
        const { fixes } = miss.explain(row);
        expect(fixes.length).toBeGreaterThan(0);
        for (const { edits } of fixes) {
          tried++;
          const after = await hitsOf(applyEdits(run.text, edits), rows);
          expect(after).toContain(row);
          expect(after).toEqual(expect.arrayContaining([...before]));
        }
      }
    }
    expect(new Set(misses.map(({ kind }) => kind))).toEqual(new Set(['term', 'case', 'condition', 'exclusion']));
    expect(tried).toBeGreaterThan(12);
  });

  it('miss by one condition of an alternative, too', async () => {
    const parts = ['FileName == "lua"', 'Command has "run"', 'Account == "b"'];
    const detection = `Log\n| where Account == "ann" or (${parts.join(' and ')})\n`;
    const isKept = ([file, command, account]: Event, without = -1): boolean =>
      account === 'ann' ||
      [file === 'lua', command.toLowerCase().split(' ').includes('run'), account === 'b'].every(
        (holds, part) => holds || part === without,
      );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 20 }), async (some) => {
        const rows: Event[] = [...unlike, ['lua', 'Run', 'build'], ['lua', 'id', 'b'], ['sh', 'run', 'b'], ...some];
        const { run, misses } = await missesOf(rows, { detection });
        for (const [part, written] of parts.entries()) {
          const miss = misses.find(
            ({ kind, span }) =>
              kind === 'condition' && run.text.slice(span.start, span.start + span.length) === written,
          );
          expect([...(miss?.rows ?? [])]).toEqual(
            [...rows.keys()].filter((row) => !isKept(rows[row]) && isKept(rows[row], part)),
          );
          const [fix] = miss?.fixes ?? [];
          const after = await hitsOf(applyEdits(run.text, fix.edits), rows);
          expect(after).toEqual([...rows.keys()].filter((row) => isKept(rows[row], part)));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('say by what they missed, and where', async () => {
    const { misses } = await missesOf([
      ...unlike,
      ['sh', 'Run lua5.4 x', 'ann'],
      ['perl5', 'Run', 'ann'],
      ['lua', 'rUN', 'ann'],
    ]);
    const messages = misses.flatMap((miss) => [...miss.rows].map((row) => [row, miss.kind, miss.explain(row).message]));
    expect(messages).toContainEqual([2, 'term', '`lua5.4`: the term is `lua5`, the pattern is `lua`']);
    expect(messages).toContainEqual([3, 'term', '`perl5`: the term is `perl5`, the pattern is `perl`']);
    expect(messages).toContainEqual([4, 'case', '`rUN`: the pattern is `Run`, and case counts']);
    const lua = misses.find((miss) => miss.rows.includes(2) && miss.kind === 'term');
    expect(lua?.explain(2)).toMatchObject({ column: 'Command', at: { start: 4, length: 3 } });
    expect(lua?.fixes[0].title).toBe('Add `lua5` to the list');
  });
});

describe('the term around a needle', () => {
  const both = { left: true, right: true, caseSensitive: false };
  it('goes on to the ends of the terms at the needle’s edges', () => {
    expect(termMiss('run lua5.4 now', 'lua', both)).toMatchObject({ word: 'lua5.4', term: 'lua5', whole: 'lua5' });
    expect(termMiss('c:\\x.LUAC', '.lua', both)).toMatchObject({ word: 'c:\\x.LUAC', term: 'LUAC', whole: '.LUAC' });
    expect(termMiss('xlua', 'lua', both)).toMatchObject({ term: 'xlua', whole: 'xlua', at: { start: 1, length: 3 } });
    expect(termMiss('𝟏lua', 'lua', both)).toMatchObject({ term: '𝟏lua', whole: '𝟏lua' });
    expect(termMiss('none', 'lua', both)).toBeUndefined();
  });
});
