import { expect, it } from 'vitest';
import { memoryBudget } from './memory-budget.ts';

const megabytes = (search: string, gigabytes?: number) => memoryBudget(search, gigabytes) / 1024 ** 2;

it('is a quarter of the machine’s memory within limits, or what the address says', () => {
  expect(megabytes('', 4)).toBe(1024);
  expect(megabytes('', 0.5)).toBe(512);
  expect(megabytes('', 32)).toBe(2048);
  expect(megabytes('?memory=300', 4)).toBe(300);
  expect(megabytes('?memory=x', 4)).toBe(1024);
});
