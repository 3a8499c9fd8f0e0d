import { describe, expect, it } from 'vitest';
import { fromNamed, knownRows, nameKnown } from './known-rows.ts';
import type { GridRow } from './protocol/rows.ts';

const hit: GridRow['verdict'] = { kind: 'hit' };
const rowOf = (row: number, text: string): GridRow => ({ row, cells: [{ text }], verdict: hit });

describe('rows that are known', () => {
  const first = [rowOf(3, 'a'), rowOf(5, 'b')];

  it('go by number and come back as they were', () => {
    const now = [{ ...first[0] }, rowOf(4, 'c'), { ...first[1] }];
    const named = nameKnown(now, knownRows(first));
    expect(named).toEqual([3, now[1], 5]);
    expect(fromNamed(structuredClone(named), knownRows(first))).toEqual(now);
  });

  it('go whole where a cell or the verdict changed', () => {
    const painted = rowOf(3, 'other');
    const taken: GridRow = { ...first[1], verdict: { kind: 'excluded', exclusion: 0 } };
    expect(nameKnown([painted, taken], knownRows(first))).toEqual([painted, taken]);
  });

  it('are not guessed', () => {
    expect(fromNamed([3, 7], knownRows(first))).toBeUndefined();
  });
});
