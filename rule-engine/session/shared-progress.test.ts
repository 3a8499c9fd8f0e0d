import { expect, it } from 'vitest';
import { SharedProgress } from './shared-progress.ts';

it('reads on one side what was told last on the other, by whose progress it is', () => {
  const page = new SharedProgress();
  const worker = new SharedProgress(page.buffer);
  expect(page.read(1, 0)).toBeUndefined();
  expect(worker.write(1, { text: 'lua – ключ', marks: [1, null] })).toBe(true);
  expect(page.read(1, 0)).toEqual({ progress: { text: 'lua – ключ', marks: [1, null] }, number: 1 });
  expect(page.read(1, 1)).toBeUndefined();
  expect(worker.write(2, [])).toBe(true);
  expect(page.read(1, 0)).toBeUndefined();
  expect(page.read(2, 0)).toEqual({ progress: [], number: 2 });
  worker.write(2, ['more']);
  expect(page.read(2, 2)).toEqual({ progress: ['more'], number: 3 });
});

it('takes no more than there is room for, and leaves what it has', () => {
  const shared = new SharedProgress();
  shared.write(1, 'short');
  expect(shared.write(2, 'x'.repeat(1 << 20))).toBe(false);
  expect(shared.read(2, 0)).toBeUndefined();
  expect(shared.read(1, 0)).toEqual({ progress: 'short', number: 1 });
});
