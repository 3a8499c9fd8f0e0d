import { expect, it } from 'vitest';
import type { ComposedQuery } from '../../../rule-engine/index.ts';
import { type LiteralKind, literalKinds } from './literal-kinds.ts';

const query = {
  spans: { exclusions: { start: 10, length: 10 }, output: { start: 20, length: 10 } },
} as unknown as ComposedQuery;

/** The kinds of literals by their ids, each at its place in a query whose exclusions are at 10 and whose output at 20. */
function kindsOf(literals: readonly (readonly [id: number, start: number])[], former?: Map<number, LiteralKind>) {
  return literalKinds(
    literals.map(([id, start]) => ({ id, span: { start, length: 2 } })),
    query,
    former,
  );
}

it('tells what a literal does by its place', () => {
  expect([
    ...kindsOf([
      [7, 2],
      [9, 12],
      [8, 22],
    ]),
  ]).toEqual([
    [7, 'detection'],
    [9, 'exclusion'],
    [8, 'flag'],
  ]);
});

it('keeps the kinds while literals come and go, and makes them anew when one has moved to another part', () => {
  const first = kindsOf([
    [7, 2],
    [9, 12],
  ]);
  const typed = kindsOf(
    [
      [7, 2],
      [10, 12],
    ],
    first,
  );
  expect(typed).toBe(first);
  expect(typed.get(10)).toBe('exclusion');
  const moved = kindsOf([[7, 12]], typed);
  expect(moved).not.toBe(first);
  expect([...moved]).toEqual([[7, 'exclusion']]);
});
