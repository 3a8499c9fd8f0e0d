import { expect, it } from 'vitest';
import { settledWithin } from './settled-within.ts';

it('resolves when a promise has ended, well or badly, and when it has not in time', async () => {
  await expect(settledWithin(Promise.resolve(1), 1e9)).resolves.toBeUndefined();
  await expect(settledWithin(Promise.reject(new Error('lost')), 1e9)).resolves.toBeUndefined();
  await expect(settledWithin(new Promise(() => undefined), 1)).resolves.toBeUndefined();
});
