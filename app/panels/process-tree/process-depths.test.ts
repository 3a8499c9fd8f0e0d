import { expect, it } from 'vitest';
import { depthsOf } from './process-depths.ts';

it('counts the steps from each process up to its root', () => {
  const parents = [undefined, 0, 1, 1, 0, undefined];
  expect(depthsOf(parents.map((parent) => ({ parent })))).toEqual([0, 1, 2, 2, 1, 0]);
});
