/** A chosen stretch of bins, both ends in it. */
export interface BinRange {
  readonly from: number;
  readonly to: number;
}

/** The stretch between two bins in either order. */
export function binRange(a: number, b: number, bins: number): BinRange {
  const within = (bin: number): number => Math.max(0, Math.min(bins - 1, bin));
  return { from: within(Math.min(a, b)), to: within(Math.max(a, b)) };
}

/** The bin at a place across a chart, from 0 to 1. */
export function binAt(share: number, bins: number): number {
  return Math.max(0, Math.min(bins - 1, Math.floor(share * bins)));
}
