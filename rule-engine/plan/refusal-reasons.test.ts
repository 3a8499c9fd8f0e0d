import { expect, test } from 'vitest';
import { answer } from '../cli/batch.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { refusalReason } from './refusal-reasons.ts';

const globals = makeGlobals([]);

test.each([
  ["print s = 'a b' | reduce by s", 'reduce (the paper that'],
  ['print x = 1 | evaluate autocluster()', 'The plugin autocluster (its seed expansion'],
  ['print hash_many(1, 2)', 'hash_many() (how hashes are combined'],
  ["macro-expand entity_group [cluster('a').database('b')] as X (X.T)", 'macro-expand (its entities'],
  ['print current_database()', 'current_database() (there is no database here) is not supported by this engine'],
])('%s says why it is refused', async (query, said) => {
  const { error } = JSON.parse(await answer(JSON.stringify({ query }), globals));
  expect(error.code).toBe('unsupported');
  expect(error.message).toContain(said);
});

test('other names have no reason', () => {
  expect(refusalReason('toString')).toBe(undefined);
});
