import { describe, expect, it } from 'vitest';
import { changeBetween, spanAfter } from './text-change.ts';

const list = 'dynamic(["lua.exe", "luac"])';
const luac = { start: list.indexOf('"luac"'), length: 6 };

/** What the span of `"luac"` covers after the text was edited. */
function followed(after: string): string | undefined {
  const change = changeBetween(list, after);
  const span = change ? spanAfter(luac, change) : luac;
  return span && after.slice(span.start, span.start + span.length);
}

describe('a literal', () => {
  it('stays in place when what follows it changes', () => {
    expect(followed(`${list} // seen`)).toBe('"luac"');
    expect(followed('dynamic(["lua.exe", "luac", "lua5"])')).toBe('"luac"');
  });

  it('moves with what stands before it', () => {
    expect(followed('dynamic(["luajit", "lua.exe", "luac"])')).toBe('"luac"');
    expect(followed('dynamic([/* all */ "lua.exe", "luac"])')).toBe('"luac"');
  });

  it('grows and shrinks while it is edited', () => {
    expect(followed('dynamic(["lua.exe", "luacheck"])')).toBe('"luacheck"');
    expect(followed('dynamic(["lua.exe", "lua"])')).toBe('"lua"');
    expect(followed('dynamic(["lua.exe", ""])')).toBe('""');
  });

  it('is gone when it is deleted, or when an edit reaches over its edge', () => {
    expect(followed('dynamic(["lua.exe"])')).toBeUndefined();
    expect(followed('dynamic(["lua.exe", x])')).toBeUndefined();
  });
});

it('equal texts differ in nothing', () => {
  expect(changeBetween(list, list)).toBeUndefined();
});
