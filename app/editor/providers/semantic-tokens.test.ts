import { expect, it } from 'vitest';
import { encodeTokens } from './semantic-tokens.ts';

it('tokens are packed relative to the one before', () => {
  const packed = encodeTokens([
    { line: 2, character: 4, length: 3, type: 0 },
    { line: 2, character: 10, length: 4, type: 1 },
    { line: 5, character: 2, length: 7, type: 0 },
  ]);
  expect([...packed]).toEqual([2, 4, 3, 0, 0, 0, 6, 4, 1, 0, 3, 2, 7, 0, 0]);
});
