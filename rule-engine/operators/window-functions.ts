import type { WindowFunction } from './window-function.ts';

/** All window functions. */
const windowFunctions: readonly WindowFunction[] = [];

const byName = new Map(windowFunctions.map((entry) => [entry.name, entry]));

/** The window function of that name, or undefined. */
export function windowFunction(name: string): WindowFunction | undefined {
  return byName.get(name);
}
