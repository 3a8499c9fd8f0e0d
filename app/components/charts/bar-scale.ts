/** A number near and above a value that is 1, 2 or 5 times a power of ten: the end of an axis. */
export function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = value / power;
  const nice = digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10;
  return nice * power;
}

/** Whole-number ticks from 0 to the end of an axis. */
export function axisTicks(end: number): readonly number[] {
  return end >= 2 ? [0, end / 2, end] : [0, end];
}
