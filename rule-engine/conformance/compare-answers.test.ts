import { describe, expect, test } from 'vitest';
import { disagreement } from './compare-answers.ts';

const recorded = (type: string, ...cells: unknown[]) => ({
  id: 'case',
  query: 'T',
  columns: [{ name: 'x', type }],
  rows: cells.map((cell) => [cell]),
});
const answered = (type: string, ...cells: unknown[]) => ({
  columns: [{ name: 'x', type }],
  rows: cells.map((cell) => [cell]),
});

describe('an answer agrees with a recording', () => {
  test.each([
    ['whole numbers of any width', 'long', 5, 'int', 5],
    ['a real that differs in its last digits', 'real', 0.1, 'real', 0.1 + 1e-12],
    ['a datetime with fewer digits', 'datetime', '2020-01-01T00:00:00Z', 'datetime', '2020-01-01T00:00:00.0000000Z'],
    ['a timespan without its zero days', 'timespan', '01:00:00', 'timespan', '0.01:00:00.0000000'],
    ['a dynamic value recorded as text', 'dynamic', '{"b":1,"a":[2]}', 'dynamic', { a: [2], b: 1 }],
    ['a missing string', 'string', null, 'string', ''],
  ])('%s', (_, type, cell, answerType, answer) => {
    expect(disagreement(recorded(type, cell), answered(answerType, answer))).toBe(undefined);
  });

  test('in any order, unless the query sorts last', () => {
    expect(disagreement(recorded('long', 1, 2), answered('long', 2, 1))).toBe(undefined);
    expect(disagreement({ ...recorded('long', 1, 2), query: 'T | sort by x asc' }, answered('long', 2, 1))).toContain(
      'row 0',
    );
  });
});

describe('an answer disagrees', () => {
  test.each([
    ['in a value', answered('long', 2)],
    ['in a type', answered('string', '1')],
    ['in the count of rows', answered('long', 1, 1)],
    ['by an error', { error: { code: 'KS142', message: 'no' } }],
  ])('%s', (_, answer) => {
    expect(disagreement(recorded('long', 1), answer)).toBeTypeOf('string');
  });

  test('by a lack where the engine refuses the query', () => {
    const refused = { id: 'case', query: 'T |', error: 'Syntax error' };
    expect(disagreement(refused, { error: { code: 'KS142', message: 'no' } })).toBe(undefined);
    expect(disagreement(refused, { error: { code: 'unsupported', message: 'no' } })).toBeTypeOf('string');
    expect(disagreement(refused, answered('long', 1))).toBeTypeOf('string');
  });
});
