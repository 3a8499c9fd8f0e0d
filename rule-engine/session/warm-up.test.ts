import { expect, test } from 'vitest';
import { warmUp } from './warm-up.ts';

test('the made-up events are loaded and the rule is evaluated over them', async () => {
  await expect(warmUp(new AbortController().signal)).resolves.toBe(225);
});

test('it ends when it is aborted', async () => {
  await expect(warmUp(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
});
