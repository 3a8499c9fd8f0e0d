import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { axisTicks, niceCeiling } from './bar-scale.ts';
import { type BinRange, binAt, binRange } from './brush.ts';
import styles from './Histogram.module.css';

export interface HistogramSeries {
  readonly name: string;
  readonly tone: 'hit' | 'excluded' | 'accent';
  /** A number for each bin; series are stacked. */
  readonly values: readonly number[];
}

interface HistogramProps {
  readonly label: string;
  readonly series: readonly HistogramSeries[];
  /** What each bin is, to read and to hear. */
  readonly binNames: readonly string[];
  readonly range: BinRange | undefined;
  readonly onRange: (range: BinRange | undefined) => void;
}

const height = 96;

/**
 * Stacked bars over time with a brush: drag over bars to choose a stretch. By keyboard, the arrows move a bin, Shift with
 * them widens the stretch, Escape clears it.
 */
export function Histogram({ label, series, binNames, range, onRange }: HistogramProps) {
  const box = useRef<HTMLDivElement>(null);
  const anchor = useRef<number>(undefined);
  const [hovered, setHovered] = useState<number>();
  const bins = binNames.length;
  const totals = binNames.map((_, bin) => series.reduce((sum, { values }) => sum + (values[bin] ?? 0), 0));
  const end = niceCeiling(Math.max(...totals, 0));
  const binOf = (event: PointerEvent): number => {
    const { left, width } = box.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return binAt((event.clientX - left) / width, bins);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onRange(undefined);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = range?.from ?? 0;
    const to = range?.to ?? -1;
    onRange(event.shiftKey && range ? binRange(from, to + step, bins) : binRange(to + step, to + step, bins));
  };
  const said = range ? `${binNames[range.from]} to ${binNames[range.to]}` : 'all of it';
  return (
    <figure className={styles.figure}>
      <div className={styles.axis} aria-hidden>
        {axisTicks(end).map((tick) => (
          <span key={tick} style={{ bottom: `${(100 * tick) / end}%` }}>
            {tick.toLocaleString('en-US')}
          </span>
        ))}
      </div>
      <div
        ref={box}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, bins - 1)}
        aria-valuenow={range?.to ?? 0}
        aria-valuetext={said}
        className={styles.plot}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          anchor.current = binOf(event);
          onRange(binRange(anchor.current, anchor.current, bins));
        }}
        onPointerMove={(event) => {
          setHovered(binOf(event));
          if (anchor.current !== undefined) onRange(binRange(anchor.current, binOf(event), bins));
        }}
        onPointerUp={() => {
          anchor.current = undefined;
        }}
        onPointerLeave={() => setHovered(undefined)}
        onDoubleClick={() => onRange(undefined)}
      >
        <svg viewBox={`0 0 ${bins} ${height}`} preserveAspectRatio="none" aria-hidden>
          {binNames.map((name, bin) => (
            <StackedBar key={name} bin={bin} series={series} end={end} faded={isOutside(bin, range)} />
          ))}
        </svg>
      </div>
      <figcaption className={styles.caption} aria-live="off">
        {hovered === undefined
          ? `${binNames[0] ?? ''} – ${binNames.at(-1) ?? ''}`
          : `${binNames[hovered]}: ${series.map(({ name, values }) => `${values[hovered]} ${name}`).join(', ')}`}
      </figcaption>
    </figure>
  );
}

function isOutside(bin: number, range: BinRange | undefined): boolean {
  return range !== undefined && (bin < range.from || bin > range.to);
}

interface StackedBarProps {
  readonly bin: number;
  readonly series: readonly HistogramSeries[];
  readonly end: number;
  readonly faded: boolean;
}

function StackedBar({ bin, series, end, faded }: StackedBarProps) {
  let top = height;
  return (
    <g opacity={faded ? 0.3 : 1}>
      {series.map(({ name, tone, values }) => {
        const tall = (height * (values[bin] ?? 0)) / end;
        top -= tall;
        return <rect key={name} x={bin + 0.08} y={top} width={0.84} height={tall} fill={`var(--${tone})`} />;
      })}
    </g>
  );
}
