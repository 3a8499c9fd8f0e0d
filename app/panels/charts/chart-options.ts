/** What `render` says of a chart besides its columns. */
export interface ChartOptions {
  /** How the values of several series at one place stand. */
  readonly stacking: 'none' | 'stacked' | 'stacked100';
  readonly isLogarithmic: boolean;
  readonly lowest: number | undefined;
  readonly highest: number | undefined;
  readonly xTitle: string | undefined;
  readonly yTitle: string | undefined;
  readonly hasLegend: boolean;
  /** True where each value is added to those before. */
  readonly accumulates: boolean;
}

/** `render`'s properties, by the kind of the chart. */
export function chartOptions(kind: string, properties: Readonly<Record<string, string>>): ChartOptions {
  const asked = properties.kind?.toLowerCase();
  const stacked = asked === 'stacked' || asked === 'stacked100' ? asked : 'none';
  return {
    stacking: asked === undefined && kind === 'stackedareachart' ? 'stacked' : stacked,
    isLogarithmic: properties.yaxis?.toLowerCase() === 'log',
    lowest: numberOf(properties.ymin),
    highest: numberOf(properties.ymax),
    xTitle: properties.xtitle,
    yTitle: properties.ytitle,
    hasLegend: properties.legend?.toLowerCase() !== 'hidden',
    accumulates: properties.accumulate?.toLowerCase() === 'true',
  };
}

/** Each value with those before it; a gap adds nothing and stays a gap. */
export function accumulated(values: readonly (number | null)[]): readonly (number | null)[] {
  let sum = 0;
  return values.map((value) => {
    if (value === null) return null;
    sum += value;
    return sum;
  });
}

function numberOf(text: string | undefined): number | undefined {
  const number = Number.parseFloat(text ?? '');
  return Number.isFinite(number) ? number : undefined;
}
