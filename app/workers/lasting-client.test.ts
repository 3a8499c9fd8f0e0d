import { expect, test } from 'vitest';
import type { Client } from './client.ts';
import { createLastingClient } from './lasting-client.ts';
import { RequestError } from './request-error.ts';

interface NamingMethods {
  names: { params: readonly string[]; result: null; progress: never };
  count: { params: null; result: number; progress: never };
}

/** Workers that say how many names they were told; each is lost when it is told to be. */
function started() {
  let lost = 0;
  const ended: number[] = [];
  let starts = 0;
  const client = createLastingClient<NamingMethods, 'names'>(() => {
    const number = ++starts;
    let names: readonly string[] = [];
    const request = async (method: string, params: unknown) => {
      await undefined;
      if (lost >= number) throw new RequestError({ code: 'worker-lost', message: 'The worker stopped' });
      if (method === 'count') return names.length;
      names = params as readonly string[];
      return null;
    };
    const worker = { request, latest: request, ready: Promise.resolve(), giveUp: () => undefined };
    return { client: worker as unknown as Client<NamingMethods>, end: () => ended.push(number) };
  }, 'names');
  const loseUpTo = (number: number): void => {
    lost = number;
  };
  return { client, ended, loseUpTo, starts: () => starts };
}

test('a worker that is lost starts again by itself, knows what the former was told, and what was owed is answered', async () => {
  const { client, ended, loseUpTo } = started();
  await client.request('names', ['a', 'b']);
  loseUpTo(1);
  expect(await Promise.all([client.latest('count', null), client.request('count', null)])).toEqual([2, 2]);
  expect(ended).toEqual([1]);
});

test('the next loss is told, until the reader starts the worker again', async () => {
  const { client, loseUpTo, starts } = started();
  await client.request('names', ['a']);
  loseUpTo(2);
  await expect(client.request('count', null)).rejects.toMatchObject({ code: 'worker-lost' });
  await expect(client.request('count', null)).rejects.toMatchObject({ code: 'worker-lost' });
  expect(starts()).toBe(2);
  let restarts = 0;
  client.onRestart(() => restarts++);
  client.restart();
  expect(restarts).toBe(1);
  expect(await client.request('count', null)).toBe(1);
  loseUpTo(3);
  expect(await client.request('count', null)).toBe(1);
});
