import { type KeyboardEvent, useId, useState } from 'react';
import { Bar, BarChart, Brush, CartesianGrid, ReferenceArea, Tooltip, XAxis, YAxis } from 'recharts';
import { type BinRange, chosenRange } from './brush.ts';
import { axisLine, axisNumber, axisText, gridLine, tooltipStyle } from './chart-style.ts';
import styles from './TimeChart.module.css';
import { type Tone, ToneFills, toneFill } from './tones.tsx';

export interface TimeSeries {
  readonly name: string;
  readonly tone: Tone;
  /** A number for each bin; series are stacked. */
  readonly values: readonly number[];
}

export interface TimeChartProps {
  readonly label: string;
  readonly series: readonly TimeSeries[];
  /** What each bin is, to read and to hear. */
  readonly binNames: readonly string[];
  /** A bin's name as short as it stands on the axis. */
  readonly tickOf: (name: string) => string;
  readonly range: BinRange | undefined;
  readonly onRange: (range: BinRange | undefined) => void;
}

/**
 * Stacked bars over time. Dragging over bars chooses a stretch, which fills the chart; the strip below shows where it is
 * among all, and its two handles move it by pointer or by arrow keys. Escape or a double press gives all of it again.
 */
export default function TimeChart({ label, series, binNames, tickOf, range, onRange }: TimeChartProps) {
  const chart = useId();
  const drag = useDrag(range?.from ?? 0, binNames.length, onRange);
  const data = binNames.map((name, bin) => ({ name, values: series.map(({ values }) => values[bin] ?? 0) }));
  const barsOf = (stack: string) =>
    series.map(({ name, tone }, index) => (
      <Bar
        key={name}
        dataKey={(bin: (typeof data)[number]) => bin.values[index]}
        name={name}
        stackId={stack}
        fill={toneFill(tone, chart)}
        minPointSize={(value) => (Number(value) > 0 ? 1 : 0)}
        isAnimationActive={false}
      />
    ));
  const { from, to } = range ?? { from: 0, to: binNames.length - 1 };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onRange(undefined);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys bubble from the chart's own controls.
    <div className={styles.chart} onKeyDown={onKeyDown} onDoubleClick={() => onRange(undefined)}>
      <BarChart
        responsive
        className={styles.plot}
        data={data}
        aria-label={label}
        barCategoryGap={1}
        margin={{ top: 4, right: 4, bottom: 0, left: 0 }}
        onMouseDown={drag.begin}
        onMouseMove={drag.move}
        onMouseUp={drag.end}
      >
        <ToneFills chart={chart} />
        <CartesianGrid vertical={false} stroke={gridLine} />
        <XAxis
          dataKey="name"
          tick={axisText}
          tickFormatter={tickOf}
          axisLine={axisLine}
          tickLine={false}
          height={20}
          minTickGap={24}
        />
        <YAxis
          tick={axisText}
          axisLine={false}
          tickLine={false}
          width={44}
          tickCount={3}
          allowDecimals={false}
          tickFormatter={axisNumber}
        />
        <Tooltip {...tooltipStyle} />
        {barsOf('shown')}
        {drag.over && (
          <ReferenceArea
            x1={binNames[drag.over.from]}
            x2={binNames[drag.over.to]}
            fill="var(--accent)"
            fillOpacity={0.16}
          />
        )}
        <Brush
          dataKey="name"
          className={styles.strip}
          ariaLabel={`${label}: an end of the stretch`}
          height={20}
          travellerWidth={7}
          fill="var(--surface-sunken)"
          stroke="var(--accent)"
          startIndex={from}
          endIndex={to}
          onChange={({ startIndex, endIndex }) => onRange(chosenRange(startIndex, endIndex, binNames.length))}
        >
          <BarChart barCategoryGap={1}>{barsOf('strip')}</BarChart>
        </Brush>
      </BarChart>
    </div>
  );
}

/** What is pointed at. */
interface Pointed {
  readonly activeTooltipIndex?: number | string | null | undefined;
}

/** Dragging over the bars shown, of which the first is the bin `first`. */
function useDrag(first: number, bins: number, onRange: (range: BinRange | undefined) => void) {
  const [ends, setEnds] = useState<readonly [number, number]>();
  const binOf = ({ activeTooltipIndex: index }: Pointed): number | undefined =>
    index === undefined || index === null ? undefined : first + Number(index);
  return {
    over: ends && { from: Math.min(...ends), to: Math.max(...ends) },
    begin: (pointed: Pointed): void => {
      const bin = binOf(pointed);
      if (bin !== undefined) setEnds([bin, bin]);
    },
    move: (pointed: Pointed): void => {
      const bin = binOf(pointed);
      if (ends && bin !== undefined && bin !== ends[1]) setEnds([ends[0], bin]);
    },
    end: (): void => {
      if (ends) onRange(chosenRange(ends[0], ends[1], bins));
      setEnds(undefined);
    },
  };
}
