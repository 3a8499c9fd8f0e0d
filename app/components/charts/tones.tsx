/** What bars stand for: the state hues, and `accent` where they stand for none. */
export type Tone = 'hit' | 'excluded' | 'accent';

/** The fill of a tone within a chart that holds `ToneFills`: excluded rows are hatched, so that no hue has to be told. */
export function toneFill(tone: Tone, chart: string): string {
  return tone === 'excluded' ? `url(#${chart}-hatch)` : `var(--${tone})`;
}

/** `chart`: an id of the chart's own. */
export function ToneFills({ chart }: { readonly chart: string }) {
  return (
    <defs>
      <pattern
        id={`${chart}-hatch`}
        width={4}
        height={4}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
        fill="var(--excluded)"
      >
        <rect width={4} height={4} fillOpacity={0.35} />
        <rect width={2} height={4} />
      </pattern>
    </defs>
  );
}
