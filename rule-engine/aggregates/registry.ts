import type { AggregateFunction } from './aggregate.ts';
import { argExtremeFamily } from './arg-extreme.ts';
import { averageFamily } from './average.ts';
import { binaryAllFamily } from './binary-all.ts';
import { buildSchemaFamily } from './build-schema.ts';
import { countFamily } from './count.ts';
import { distinctCountFamily } from './distinct-count.ts';
import { makeBagFamily } from './make-bag.ts';
import { makeListFamily } from './make-list.ts';
import { minimumMaximumFamily } from './minimum-maximum.ts';
import { percentileFamily } from './percentile.ts';
import { sketchFamily } from './sketches.ts';
import { sumFamily } from './sum.ts';
import { takeAnyFamily } from './take-any.ts';
import { varianceFamily } from './variance.ts';

/** All aggregate functions, in the order of the documentation. */
export const aggregateFunctions: readonly AggregateFunction[] = [
  ...countFamily,
  ...distinctCountFamily,
  ...sumFamily,
  ...averageFamily,
  ...minimumMaximumFamily,
  ...argExtremeFamily,
  ...takeAnyFamily,
  ...makeListFamily,
  ...makeBagFamily,
  ...percentileFamily,
  ...varianceFamily,
  ...binaryAllFamily,
  ...sketchFamily,
  ...buildSchemaFamily,
];

const byName = new Map(
  aggregateFunctions.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])].map((name) => [name, entry] as const)),
);

/** The aggregate function of that name or alias, in lower case; undefined when the engine lacks it. */
export function aggregateFunction(name: string): AggregateFunction | undefined {
  return byName.get(name);
}
