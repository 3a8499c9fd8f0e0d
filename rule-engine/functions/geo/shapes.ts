import type { Vector } from './sphere.ts';

/** A chain of at least two points. */
export type Line = readonly Vector[];

/** A closed chain of at least three points, the first not repeated; what it holds lies to its left. */
export type Ring = readonly Vector[];

/** A shell and its holes. */
export type Polygon = readonly Ring[];
