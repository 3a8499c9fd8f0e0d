import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExecutionCache } from '../executor/execution-cache.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { logTable, type RuleText, tuneRule } from '../session/tuned-rule.test-helper.ts';
import { compareRuns } from './compare.ts';

const columns: readonly ColumnSchema[] = [
  { name: 'FileName', type: 'string' },
  { name: 'Command', type: 'string' },
];
const words = ['lua', 'perl', 'ruby', 'php'];
const files = ['nginx', 'redis', 'cron'];

/** A version of a rule by what is in it. */
interface Version {
  readonly literals: readonly string[];
  readonly exclusions: readonly string[];
  readonly limit: boolean;
}

function ruleOf({ literals, exclusions, limit }: Version): RuleText {
  const list = literals.map((word) => `"${word}"`).join(', ');
  return {
    detection: `Log\n| where Command has_any (${list})${limit ? ' and FileName != "bash"' : ''}\n`,
    exclusions: exclusions.map((file) => `| where not(FileName == "${file}")\n`).join(''),
  };
}

type Event = readonly [file: string, command: string];

function isHit([file, command]: Event, { literals, exclusions, limit }: Version): boolean {
  const found = literals.some((word) => command.split(' ').includes(word));
  return found && !(limit && file === 'bash') && !exclusions.includes(file);
}

/** Every edit between two versions with the new version without it, and the old with it alone. */
function editsOf(old: Version, now: Version): readonly { readonly title: string; without: Version; only: Version }[] {
  const toggled = (list: readonly string[], item: string): readonly string[] =>
    list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
  const edits: { title: string; without: Version; only: Version }[] = [];
  const differ = (a: readonly string[], b: readonly string[]): readonly string[] =>
    [...new Set([...a, ...b])].filter((item) => a.includes(item) !== b.includes(item));
  for (const word of differ(old.literals, now.literals)) {
    edits.push({
      title: `Literal \`${word}\` ${now.literals.includes(word) ? 'added' : 'removed'}`,
      without: { ...now, literals: toggled(now.literals, word) },
      only: { ...old, literals: toggled(old.literals, word) },
    });
  }
  for (const file of differ(old.exclusions, now.exclusions)) {
    edits.push({
      title: `Exclusion ${now.exclusions.includes(file) ? 'added' : 'removed'}: ${file}`,
      without: { ...now, exclusions: toggled(now.exclusions, file) },
      only: { ...old, exclusions: toggled(old.exclusions, file) },
    });
  }
  return edits;
}

const version = fc.record({
  literals: fc.uniqueArray(fc.constantFrom(...words), { minLength: 2, maxLength: 4 }),
  exclusions: fc.uniqueArray(fc.constantFrom(...files), { maxLength: 3 }),
});
const event = fc.tuple(
  fc.constantFrom('nginx', 'redis', 'cron', 'bash', 'zsh'),
  fc.array(fc.constantFrom(...words, 'other'), { maxLength: 3 }).map((some) => some.join(' ')),
);

async function compared(rows: readonly Event[], oldRule: RuleText, newRule: RuleText) {
  const table = logTable(columns, rows);
  const cache = new ExecutionCache();
  const old = await tuneRule(oldRule, table, { cache });
  const now = await tuneRule(newRule, table, { cache });
  return { old, now, difference: await compareRuns(now, old, now.execution) };
}

describe('the difference between two versions of a rule', () => {
  it('is what evaluating every row, and undoing every edit by itself, finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { maxLength: 25 }),
        version,
        version,
        fc.boolean(),
        async (some, oldParts, newParts, limit) => {
          const rows: Event[] = [['bash', 'lua'], ['zsh', 'none'], ...some];
          const [before, after] = [
            { ...oldParts, limit },
            { ...newParts, limit },
          ];
          const { difference } = await compared(rows, ruleOf(before), ruleOf(after));
          const select = (test: (row: Event) => boolean): number[] => [...rows.keys()].filter((i) => test(rows[i]));
          expect([...difference.gained.toRows()]).toEqual(select((row) => isHit(row, after) && !isHit(row, before)));
          expect([...difference.lost.toRows()]).toEqual(select((row) => !isHit(row, after) && isHit(row, before)));
          expect([...difference.same.toRows()]).toEqual(select((row) => isHit(row, after) && isHit(row, before)));
          const edits = editsOf(before, after);
          const alone = (row: Event, { without, only }: (typeof edits)[number]): boolean =>
            isHit(row, after) !== isHit(row, before) &&
            (isHit(row, without) === isHit(row, before) || isHit(row, only) === isHit(row, after));
          for (const edit of edits) {
            const found = difference.edits.find(({ title }) => {
              const [what, name] = edit.title.split(': ');
              return name === undefined ? title === edit.title : title.startsWith(what) && title.includes(`"${name}"`);
            });
            if (found === undefined) throw new Error(`${edit.title} is not among the edits`);
            const rowsOfEdit = new Set([...found.gained.toRows(), ...found.lost.toRows()]);
            for (const [i, row] of rows.entries()) {
              const byOne = edits.some((other) => alone(row, other));
              if (byOne) expect([edit.title, i, rowsOfEdit.has(i)]).toEqual([edit.title, i, alone(row, edit)]);
            }
          }
          const explained = difference.edits.reduce(
            (all, { gained, lost }) => all.or(gained).or(lost),
            difference.gained,
          );
          expect(explained.equals(difference.gained.or(difference.lost))).toBe(true);
          expect(difference.edits.some(({ what }) => what === 'query')).toBe(false);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('names an edited condition, a new one, and points at them', async () => {
    const rows: Event[] = [
      ['bash', 'lua'],
      ['zsh', 'lua'],
      ['sh', 'lua x'],
    ];
    const { now, difference } = await compared(
      rows,
      { detection: 'Log | where FileName == "bash" and Command has "lua"' },
      { detection: 'Log | where FileName == "zsh" and Command has "lua" and Command !has "x"' },
    );
    expect(
      difference.edits.map(({ title, gained, lost }) => [title, [...gained.toRows()], [...lost.toRows()]]),
    ).toEqual([
      ['Changed: FileName == "bash" → FileName == "zsh"', [1], [0]],
      ['Condition added: Command !has "x"', [], []],
    ]);
    const [{ span }] = difference.edits;
    expect(now.text.slice(span?.start, (span?.start ?? 0) + (span?.length ?? 0))).toBe('FileName == "zsh"');
  });

  it('says so when something other than a condition makes the difference', async () => {
    const rows: Event[] = [
      ['bash', 'lua'],
      ['zsh', 'lua'],
    ];
    const detection = 'Log | where Command has "lua"';
    const { difference } = await compared(rows, { detection }, { detection: `${detection} | take 1` });
    expect(difference.edits.map(({ what, lost }) => [what, lost.count()])).toEqual([['query', 1]]);
  });

  it('finds nothing between a rule and itself with its steps and literals in another order', async () => {
    const rows: Event[] = [
      ['bash', 'lua'],
      ['zsh', 'perl'],
    ];
    const { difference } = await compared(
      rows,
      { detection: 'Log | where FileName != "x" | where Command has_any ("lua", "perl")' },
      { detection: 'Log | where Command has_any ("perl", "lua") | where FileName != "x"' },
    );
    expect([difference.gained.count(), difference.lost.count(), difference.same.count()]).toEqual([0, 0, 2]);
    expect(difference.edits).toEqual([]);
  });
});
