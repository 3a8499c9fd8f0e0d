import type { ScalarFunction } from '../function.ts';
import { bufferFunctions } from './buffers.ts';
import { densifyFunctions } from './densify.ts';
import { h3CellFunctions } from './h3-cells.ts';
import { intersectionFunctions } from './intersections.ts';
import { measureFunctions } from './measures.ts';
import { s2CellFunctions } from './s2-cells.ts';
import { unionFunctions } from './unions.ts';
import { wellKnownTextFunctions } from './well-known-text.ts';

/** The geospatial functions that need S2 or H3; loaded when a query first calls one. */
export const geoFunctions: readonly ScalarFunction[] = [
  ...bufferFunctions,
  ...densifyFunctions,
  ...h3CellFunctions,
  ...intersectionFunctions,
  ...measureFunctions,
  ...s2CellFunctions,
  ...unionFunctions,
  ...wellKnownTextFunctions,
];
