import { datetimeOrNull } from './calendar.ts';
import type { ScalarFunction } from './function.ts';

/** `now` and `ago` read the evaluation clock of the run, never the machine's. */
export const clockFunctions: readonly ScalarFunction[] = [
  {
    name: 'now',
    nulls: 'propagate',
    readsClock: true,
    bind:
      (call) =>
      ([offset = 0n]) =>
        datetimeOrNull(call.now + (offset as bigint)),
  },
  {
    name: 'ago',
    nulls: 'propagate',
    readsClock: true,
    bind:
      (call) =>
      ([span]) =>
        datetimeOrNull(call.now - (span as bigint)),
  },
];
