import { type Segments, segmentNames } from '../../../rule-engine/index.ts';

/** True when two rules have the same texts. */
export function sameSegments(a: Segments, b: Segments): boolean {
  return segmentNames.every((name) => a[name] === b[name]);
}
