import { CartesianGrid, Legend, Tooltip, XAxis, YAxis } from 'recharts';
import { axisLine, axisNumber, axisText, gridLine, tooltipStyle } from '../../components/charts/chart-style.ts';
import { formatMoment } from '../../components/format.ts';
import type { XScale } from './chart-data.ts';
import type { ChartOptions } from './chart-options.ts';

interface AxesProps {
  readonly xScale: XScale;
  readonly options: ChartOptions;
  readonly seriesCount: number;
  /** True where the values run to the right and the places downwards. */
  readonly isHorizontal?: boolean;
  /** True where no value has a fraction, so that no tick needs one. */
  readonly isWhole: boolean;
}

/** What all charts of a query share: their room, and that they can be read by keyboard. */
export const plotProps = { responsive: true, margin: { top: 6, right: 16, bottom: 2, left: 0 } } as const;

/** The axes, the grid, the legend and what is said of the place that is pointed at. */
export function axesOf({ xScale, options, seriesCount, isHorizontal = false, isWhole }: AxesProps) {
  // A bar chart's places run downwards: its x axis, as `render` names it, is the one to the left.
  const [xTitle, yTitle] = isHorizontal ? [options.yTitle, options.xTitle] : [options.xTitle, options.yTitle];
  const share = options.stacking === 'stacked100';
  const numberText = (value: number): string => (share ? `${Math.round(value * 100)}%` : axisNumber(value));
  const values = {
    type: 'number',
    domain: [options.lowest ?? (options.isLogarithmic ? 'dataMin' : 0), options.highest ?? 'auto'],
    allowDataOverflow: options.lowest !== undefined || options.highest !== undefined,
    scale: options.isLogarithmic ? 'log' : 'auto',
    allowDecimals: share || !isWhole,
    tickFormatter: numberText,
  } as const;
  const places = xScale === 'name' || isHorizontal ? names : measured(xScale);
  const shared = { tick: axisText, axisLine, tickLine: false };
  return [
    <CartesianGrid key="grid" stroke={gridLine} horizontal={!isHorizontal} vertical={isHorizontal} />,
    <XAxis
      key="x"
      {...shared}
      {...(isHorizontal ? values : places)}
      height={xTitle === undefined ? 20 : 34}
      minTickGap={16}
      {...(xTitle !== undefined && { label: { value: xTitle, position: 'insideBottom', ...axisText } })}
    />,
    <YAxis
      key="y"
      {...shared}
      {...(isHorizontal ? { ...names, interval: 0, width: 184 } : { ...values, width: yTitle === undefined ? 56 : 72 })}
      {...(yTitle !== undefined && { label: { value: yTitle, angle: -90, position: 'insideLeft', ...axisText } })}
    />,
    <Tooltip key="tooltip" {...tooltipStyle} labelFormatter={(label) => placeName(label, xScale)} />,
    seriesCount > 1 && options.hasLegend && (
      <Legend
        key="legend"
        itemSorter={null}
        iconSize={8}
        wrapperStyle={{ fontSize: 'var(--size-tiny)', color: 'var(--text-soft)' }}
      />
    ),
  ];
}

const names = {
  type: 'category',
  dataKey: 'place',
  tickFormatter: (place: string) => shortened(place || '(empty)'),
} as const;

function measured(xScale: XScale) {
  return {
    type: 'number',
    dataKey: 'x',
    domain: ['dataMin', 'dataMax'],
    scale: xScale === 'time' ? 'time' : 'auto',
    tickFormatter: (x: number) => placeName(x, xScale),
  } as const;
}

function placeName(place: unknown, xScale: XScale): string {
  if (typeof place !== 'number') return String(place ?? '') || '(empty)';
  return xScale === 'time' ? formatMoment(new Date(place).toISOString()) : axisNumber(place);
}

function shortened(text: string): string {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}
