import { describe, expect, it } from 'vitest';
import { literalLabel, shortLiteralLabel } from './labels.ts';
import { type Annotation, layOut } from './layout.ts';

const BLANK = '\u00a0';

function literal(text: string, needle: string, rows: number, unique = 0): Annotation {
  const span = { start: text.indexOf(needle), length: needle.length };
  const count = { id: 1, span, text: needle, rows, unique };
  return { id: needle, span, label: literalLabel(count), shortLabel: shortLiteralLabel(count), atLineEnd: false };
}

/** The text with its labels, as it is seen. */
function seen(text: string, annotations: readonly Annotation[]): string {
  const labels = [...layOut(text, annotations)].sort((a, b) => b.offset - a.offset);
  return labels
    .reduce(
      (shown, { offset, gap, text: label }) => `${shown.slice(0, offset)}${gap}‹${label}›${shown.slice(offset)}`,
      text,
    )
    .replaceAll(BLANK, ' ');
}

describe('a list with a literal a line', () => {
  const list = 'let Needles = dynamic([\n  "lua.exe",\n  "lua5",\n  "luajit" // JIT\n]);';

  it('has its counts in a column, aligned by their numbers', () => {
    const annotations = [
      literal(list, '"lua.exe"', 17, 3),
      literal(list, '"lua5"', 0),
      literal(list, '"luajit"', 1204),
    ];
    expect(seen(list, annotations).split('\n')).toEqual([
      'let Needles = dynamic([',
      '  "lua.exe",        ‹   17 rows · 3 only here›',
      '  "lua5",           ‹      dead›',
      '  "luajit" // JIT   ‹1,204 rows›',
      ']);',
    ]);
  });

  it('keeps its column while a literal is edited within its width', () => {
    const columns = ['"lua.exe"', '"lua.exe5"', '"l"'].map((edited) => {
      const text = list.replace('"lua.exe"', edited);
      const [first, second] = seen(text, [literal(text, edited, 1), literal(text, '"luajit"', 1)])
        .split('\n')
        .slice(1, 4)
        .filter((line) => line.includes('‹'));
      expect(first.indexOf('‹')).toBe(second.indexOf('‹'));
      return first.indexOf('‹');
    });
    expect(new Set(columns).size).toBe(1);
  });

  it('is not pushed aside by one long line', () => {
    const long = `"${'x'.repeat(80)}"`;
    const text = `dynamic([\n  "a",\n  ${long}\n])`;
    const [, short, wide] = seen(text, [literal(text, '"a"', 1), literal(text, long, 2)]).split('\n');
    expect(short.indexOf('‹')).toBe(8);
    expect(wide.endsWith(`${long}  ‹2 rows›`)).toBe(true);
  });
});

describe('literals that share a line', () => {
  it('have short counts right behind them', () => {
    const text = '| where FileName has_any ("lua", "luac") or true';
    const annotations = [literal(text, '"lua"', 17, 3), literal(text, '"luac"', 0)];
    expect(seen(text, annotations)).toBe('| where FileName has_any ("lua"‹17 · 3 only›, "luac"‹dead›) or true');
  });

  it('also when another thing shares it', () => {
    const text = '| where FileName == "lua"';
    expect(seen(text, [literal(text, '"lua"', 1)])).toBe('| where FileName == "lua"‹1›');
  });
});

it('a label that belongs to a line stands at its end', () => {
  const text = '// Redis\n| where not(FileName == "redis-cli")';
  const label = { number: '41', rest: ' rows', tone: 'count' } as const;
  const exclusion = { id: 'x', span: { start: 0, length: 0 }, label, shortLabel: label, atLineEnd: true };
  expect(seen(text, [exclusion])).toBe('// Redis    ‹41 rows›\n| where not(FileName == "redis-cli")');
});
