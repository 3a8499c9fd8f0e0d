/** Hues for series, each apart from the next in lightness as well as in hue. */
const colors = ['var(--accent)', 'var(--hit)', 'var(--near)', 'var(--excluded)', 'var(--attack)', 'var(--noise)'];

export function seriesColor(index: number): string {
  return colors[index % colors.length];
}

/** Lines of series past the first turn of colours are dashed. */
export function seriesDash(index: number): string | undefined {
  const turn = Math.floor(index / colors.length);
  return turn === 0 ? undefined : `${4 / turn} 3`;
}
