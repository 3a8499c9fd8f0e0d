import { createContext } from 'react';
import type { EventLabel, NearMissReason } from '../../../rule-engine/index.ts';

/** The labels of the rows on screen, given by the grid to its cells. */
export const GridLabels = createContext<ReadonlyMap<number, EventLabel>>(new Map());

/** Why the rows on screen are near misses, on their tab. */
export const GridReasons = createContext<ReadonlyMap<number, readonly NearMissReason[]>>(new Map());
