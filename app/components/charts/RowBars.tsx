import { useId } from 'react';
import { Bar, BarChart, Cell, Tooltip, XAxis, YAxis } from 'recharts';
import { axisNumber, tooltipStyle } from './chart-style.ts';
import { type Tone, ToneFills, toneFill } from './tones.tsx';

export interface RowBarsProps {
  readonly label: string;
  /** A bar for each row of the table that the chart stands in. */
  readonly rows: readonly string[];
  /** Series are stacked; `tones` is for a series whose bars differ. */
  readonly series: readonly {
    readonly name: string;
    readonly tone: Tone;
    readonly tones?: readonly Tone[];
    readonly values: readonly number[];
  }[];
  /** Pixels of a row of the table. */
  readonly rowHeight: number;
  /** Takes the row whose bar was pressed. */
  readonly onChoose: (row: number) => void;
}

/** Bars beside the rows of a table, which has the numbers: it stands in one cell that spans all of them. */
export default function RowBars({ label, rows, series, rowHeight, onChoose }: RowBarsProps) {
  const chart = useId();
  const data = rows.map((name, row) => ({ name, row, values: series.map(({ values }) => values[row] ?? 0) }));
  return (
    <BarChart
      responsive
      layout="vertical"
      style={{ width: '100%', height: rows.length * rowHeight, cursor: 'pointer' }}
      data={data}
      aria-label={label}
      barCategoryGap={Math.round(rowHeight / 3.5)}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      onClick={({ activeTooltipIndex }) => {
        if (activeTooltipIndex !== undefined && activeTooltipIndex !== null) onChoose(Number(activeTooltipIndex));
      }}
    >
      <ToneFills chart={chart} />
      <XAxis type="number" hide domain={[0, 'dataMax']} />
      <YAxis type="category" dataKey="row" hide interval={0} />
      <Tooltip
        {...tooltipStyle}
        labelFormatter={(row) => rows[Number(row)]}
        formatter={(value) => axisNumber(Number(value))}
      />
      {series.map(({ name, tone, tones }, index) => (
        <Bar
          key={name}
          dataKey={(row: (typeof data)[number]) => row.values[index]}
          name={name}
          stackId="rows"
          fill={toneFill(tone, chart)}
          minPointSize={(value) => (Number(value) > 0 ? 2 : 0)}
          isAnimationActive={false}
        >
          {tones?.map((own, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is known by its row.
            <Cell key={row} fill={toneFill(own, chart)} />
          ))}
        </Bar>
      ))}
    </BarChart>
  );
}
