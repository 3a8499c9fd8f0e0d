/** A chosen stretch of bins, both ends in it. */
export interface BinRange {
  readonly from: number;
  readonly to: number;
}

/** The stretch between two bins in either order; undefined where it is all of them. */
export function chosenRange(a: number, b: number, bins: number): BinRange | undefined {
  const within = (bin: number): number => Math.max(0, Math.min(bins - 1, bin));
  const range = { from: within(Math.min(a, b)), to: within(Math.max(a, b)) };
  return range.from === 0 && range.to === bins - 1 ? undefined : range;
}
