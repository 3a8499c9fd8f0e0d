import type { CSSProperties } from 'react';

/** Text on axes, in the page's own size and colour. */
export const axisText = { fill: 'var(--text-soft)', fontSize: 11 } as const;
export const axisLine = { stroke: 'var(--line-strong)' } as const;
export const gridLine = 'var(--line)';

/** The box that says the numbers of the place that the pointer or the keyboard is at; it is read aloud too. */
export const tooltipStyle = {
  contentStyle: {
    padding: '4px 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    background: 'var(--surface-raised)',
    fontSize: 'var(--size-small)',
  },
  labelStyle: { color: 'var(--text)' },
  itemStyle: { padding: 0, color: 'var(--text)' },
  wrapperStyle: { zIndex: 5 },
  cursor: { fill: 'var(--hover)', stroke: 'none' },
  separator: ': ',
  isAnimationActive: false,
} as const satisfies Record<string, CSSProperties | boolean | string>;

/** A number on an axis: `1,200`, `1.2M`. */
export function axisNumber(value: number): string {
  return (Math.abs(value) < 1_000_000 ? plain : compact).format(value);
}

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
