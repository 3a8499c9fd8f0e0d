import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

test('requests are answered one after the other, in their order, also after one that fails', async () => {
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const load = inTurn(async (name: string) => {
    began.push(name);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    if (name === 'bad') throw new Error(name);
    return name;
  });
  const context = { signal: new AbortController().signal };
  const answers = ['first', 'bad', 'last'].map((name) => load(name, context).catch((error: Error) => error));
  for (const name of ['first', 'bad', 'last']) {
    await expect.poll(() => began.at(-1)).toBe(name);
    ends.get(name)?.();
  }
  expect(await Promise.all(answers)).toEqual(['first', new Error('bad'), 'last']);
});

test('one that was cancelled while it waited is not begun', async () => {
  const began: string[] = [];
  const load = inTurn(async (name: string) => began.push(name));
  const controller = new AbortController();
  const first = load('first', { signal: new AbortController().signal });
  const second = load('second', { signal: controller.signal });
  controller.abort();
  await first;
  await expect(second).rejects.toThrow();
  expect(began).toEqual(['first']);
});
