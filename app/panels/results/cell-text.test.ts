import { describe, expect, it } from 'vitest';
import { cellPieces, dateText, isCutByBrowser } from './cell-text.ts';

const lua = `lua -e "os.execute('id')"`;
const mark = (start: number, length: number, literal: number) => ({ span: { start, length }, literal });
const painted = (pieces: ReturnType<typeof cellPieces>) =>
  pieces.map(({ text, literal }) => (literal === undefined ? text : `[${literal}:${text}]`)).join('');

describe('pieces of a cell', () => {
  it('mark what a pattern matched', () => {
    expect(painted(cellPieces({ text: lua, marks: [mark(8, 11, 3)] }, 80, 78))).toBe(`lua -e "[3:os.execute(]'id')"`);
  });

  it('never paint a character twice where matches overlap', () => {
    const marks = [mark(8, 11, 3), mark(11, 8, 4)];
    expect(painted(cellPieces({ text: lua, marks }, 80, 78))).toBe(`lua -e "[3:os.execute(]'id')"`);
  });

  it('start shortly before a match that would be out of sight', () => {
    const text = `${'x'.repeat(300)}io.popen(`;
    expect(painted(cellPieces({ text, marks: [mark(300, 9, 1)] }, 40, 38))).toBe(`…${'x'.repeat(16)}[1:io.popen(]`);
  });

  it('cut a long text a little beyond what is in sight', () => {
    expect(painted(cellPieces({ text: 'a'.repeat(10_000) }, 40, 38))).toBe(`${'a'.repeat(52)}…`);
  });

  it('are none for null, and none for the empty string', () => {
    expect(cellPieces({ text: null }, 40, 38)).toEqual([]);
    expect(cellPieces({ text: '' }, 40, 38)).toEqual([]);
  });
});

describe('a datetime', () => {
  it('loses the zeros that say nothing', () => {
    expect(dateText('2026-03-01T12:00:00.0000000Z')).toBe('2026-03-01 12:00:00');
    expect(dateText('2026-03-01T12:00:10.1230000Z')).toBe('2026-03-01 12:00:10.123');
    expect(dateText('2026-03-01T12:00:00.0000001Z')).toBe('2026-03-01 12:00:00.0000001');
  });
});

describe('a text is cut', () => {
  it('to the very character where all are of one width', () => {
    expect(painted(cellPieces({ text: 'abcdefghij'.repeat(5) }, 22, 20))).toBe('abcdefghijabcdefghi…');
    expect(painted(cellPieces({ text: 'abcdefghij'.repeat(2) }, 22, 20))).toBe('abcdefghijabcdefghij');
    const text = `${'x'.repeat(300)}io.popen(${'y'.repeat(30)}`;
    const pieces = painted(cellPieces({ text, marks: [mark(300, 9, 1)] }, 42, 40));
    expect(pieces).toBe(`…${'x'.repeat(16)}[1:io.popen(]${'y'.repeat(13)}…`);
  });

  it('by the browser where it has others, or little room', () => {
    expect(isCutByBrowser('lua.exe', 7)).toBe(false);
    expect(isCutByBrowser('lua.exe', 6)).toBe(true);
    expect(isCutByBrowser('a longer text than there is room', 20)).toBe(false);
    expect(isCutByBrowser('日本.exe', 7)).toBe(true);
    expect(isCutByBrowser('a\tb', 7)).toBe(true);
  });
});
