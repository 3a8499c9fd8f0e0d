import { neighbourFunctions } from './neighbour-functions.ts';
import { runningFunctions } from './running-functions.ts';
import type { WindowFunction } from './window-function.ts';

/** All window functions. */
const windowFunctions: readonly WindowFunction[] = [...neighbourFunctions, ...runningFunctions];

const byName = new Map(windowFunctions.map((entry) => [entry.name, entry]));

/** The window function of that name, or undefined. */
export function windowFunction(name: string): WindowFunction | undefined {
  return byName.get(name);
}
