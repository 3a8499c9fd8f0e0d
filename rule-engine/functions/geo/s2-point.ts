import { s2 } from 's2js';
import type { Vector } from './sphere.ts';

/** The point as the S2 library has it. */
export function s2Point([x, y, z]: Vector): s2.Point {
  return new s2.Point(x, y, z);
}

/** The id of the leaf cell that holds a point: S2 sorts points by it. */
export function leafCell(point: Vector): bigint {
  return s2.cellid.fromPoint(s2Point(point));
}
