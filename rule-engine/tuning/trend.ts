import type { Bitmap } from '../columnar/bitmap.ts';
import type { Int64Column } from '../columnar/column.ts';
import type { Execution } from '../executor/execution.ts';
import { datetimeText } from '../functions/value-text.ts';
import { rowsOf } from '../operators/relation.ts';
import { ticksSince, timeColumn, timeSpan } from './event-times.ts';
import { literalRows } from './literal-rows.ts';
import { bitmapOf, excludedRows, type RuleRun, rowsBeforeExclusions } from './rule-run.ts';
import { countedLiterals } from './run-literals.ts';
import type { Trend } from './trend-report.ts';

const TICKS_PER_MILLISECOND = 10_000n;
const MOST_BINS = 200;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Widths that a reader can name, in milliseconds; then whole multiples of a day. */
const WIDTHS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  DAY,
];

/** Bins with borders at round times. */
interface Bins {
  readonly from: bigint;
  readonly milliseconds: number;
  readonly count: number;
}

const NOTHING: Omit<Trend, 'literals' | 'exclusions'> = {
  column: undefined,
  starts: [],
  end: '',
  binMilliseconds: 0,
  all: [],
  hits: [],
  excluded: [],
};

/** Rows over time, from the first to the last hit or excluded row; over all rows where there is none. */
export async function trendOf(run: RuleRun, bins: number, execution: Execution): Promise<Trend> {
  const time = timeColumn(run.base);
  const relevant = time && timeSpan(rowsOf(rowsBeforeExclusions(run)), time.column);
  const span = time && (relevant ?? timeSpan(rowsOf(run.base), time.column));
  if (time === undefined || span === undefined) {
    return { ...NOTHING, literals: run.literals.map(() => []), exclusions: run.exclusions.map(() => []) };
  }
  const axis = binsOver(span, Math.min(MOST_BINS, Math.max(1, Math.floor(bins))));
  const count = counter(axis, time.column);
  const literals: (readonly number[])[] = run.literals.map(() => new Array<number>(axis.count).fill(0));
  for (const counted of await countedLiterals(run, execution)) {
    literals[counted.literal] = count(await literalRows(counted, counted.input, execution));
    await execution.checkpoint();
  }
  const start = (bin: number): bigint => axis.from + BigInt(bin) * BigInt(axis.milliseconds) * TICKS_PER_MILLISECOND;
  return {
    column: time.name,
    starts: Array.from({ length: axis.count }, (_, bin) => datetimeText(start(bin))),
    end: datetimeText(start(axis.count) - 1n),
    binMilliseconds: axis.milliseconds,
    all: allCounts(axis, time.column, () => count(bitmapOf(run.base))),
    hits: count(bitmapOf(run.survivors)),
    excluded: count(excludedRows(run)),
    literals,
    exclusions: run.exclusions.map(({ input, output }) => count(bitmapOf(input).andNot(bitmapOf(output)))),
  };
}

/** Bins of the least round width with which so many, and one more for the rounding, cover a span. */
function binsOver({ from, to }: { readonly from: bigint; readonly to: bigint }, most: number): Bins {
  const range = Number((to - from) / TICKS_PER_MILLISECOND);
  const least = range / most;
  const milliseconds = WIDTHS.find((width) => width >= least && width * most > range) ?? wholeDays(range, most);
  const width = BigInt(milliseconds) * TICKS_PER_MILLISECOND;
  const start = from - (((from % width) + width) % width);
  return { from: start, milliseconds, count: Number((to - start) / width) + 1 };
}

const countsOfAll = new WeakMap<Int64Column, { readonly key: string; readonly counts: number[] }>();

/** The counts of all rows of a table, kept as long as the bins stay the same. */
function allCounts({ from, milliseconds, count }: Bins, column: Int64Column, make: () => number[]): number[] {
  const key = `${from} ${milliseconds} ${count}`;
  const known = countsOfAll.get(column);
  if (known?.key === key) return known.counts;
  const counts = make();
  countsOfAll.set(column, { key, counts });
  return counts;
}

function wholeDays(range: number, most: number): number {
  return Math.ceil((range + 1) / most / DAY) * DAY;
}

function counter({ from, milliseconds, count }: Bins, column: Int64Column): (rows: Bitmap) => number[] {
  const since = ticksSince(from, column);
  const width = milliseconds * Number(TICKS_PER_MILLISECOND);
  return (rows) => {
    const counts = new Array<number>(count).fill(0);
    for (const row of rows.toRows()) {
      if (column.nulls?.has(row)) continue;
      const bin = Math.floor(since(row) / width);
      if (bin >= 0 && bin < count) counts[bin]++;
    }
    return counts;
  };
}
