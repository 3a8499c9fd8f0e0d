/** Sums of neighbouring values, so that there are at most so many; the newest stands last. */
export function joinedBins(values: readonly number[], most: number): readonly number[] {
  const width = Math.max(1, Math.ceil(values.length / most));
  const joined = new Array<number>(Math.ceil(values.length / width)).fill(0);
  for (const [index, value] of values.entries()) joined[Math.floor(index / width)] += value;
  return joined;
}

/** An SVG path of bars, each a unit wide with a gap, in a box of `height`: the tallest fills it, and none but 0 vanishes. */
export function barsPath(values: readonly number[], height: number): string {
  const tallest = Math.max(1, ...values);
  return values
    .flatMap((value, x) => {
      if (value === 0) return [];
      const tall = Math.max(1, Math.round((value / tallest) * height));
      return [`M${x} ${height}v-${tall}h.8v${tall}z`];
    })
    .join('');
}
