import { Bitmap } from '../columnar/bitmap.ts';
import type { Int64Column } from '../columnar/column.ts';
import type { Execution } from '../executor/execution.ts';
import type { RowSet } from '../executor/expression/row-set.ts';
import { datetimeText } from '../functions/value-text.ts';
import { rowsOf } from '../operators/relation.ts';
import { ticksSince, timeColumn, timeSpan } from './event-times.ts';
import { literalRows } from './literal-rows.ts';
import { bitmapOf, excludedRows, type RuleRun, rowsBeforeExclusions } from './rule-run.ts';
import { countedLiterals } from './run-literals.ts';
import type { Trend } from './trend-report.ts';

const TICKS_PER_MILLISECOND = 10_000n;
const MOST_BINS = 200;
/** Rows put into bins between two checkpoints. */
const BLOCK = 1 << 16;

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
  const binned = await binsOf(axis, time.column, () => execution.checkpoint());
  const count = counter(axis, binned);
  const literals: (readonly number[])[] = run.literals.map(() => new Array<number>(axis.count).fill(0));
  for (const counted of await countedLiterals(run, execution)) {
    literals[counted.literal] = count(await literalRows(counted, execution));
    await execution.checkpoint();
  }
  const start = (bin: number): bigint => axis.from + BigInt(bin) * BigInt(axis.milliseconds) * TICKS_PER_MILLISECOND;
  return {
    column: time.name,
    starts: Array.from({ length: axis.count }, (_, bin) => datetimeText(start(bin))),
    end: datetimeText(start(axis.count) - 1n),
    binMilliseconds: axis.milliseconds,
    all: run.base.rows === undefined ? binned.all : count(bitmapOf(run.base)),
    hits: count(rowsOf(run.survivors)),
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

function wholeDays(range: number, most: number): number {
  return Math.ceil((range + 1) / most / DAY) * DAY;
}

/** Stands for the bin of a row without a time or of one outside of the bins. */
const NO_BIN = 0xff;

/** The bin of each row of a column, and how many rows each bin has: kept as long as the bins stay the same. */
interface BinnedRows {
  readonly key: string;
  readonly binOf: Uint8Array;
  readonly all: readonly number[];
}

const binnedRows = new WeakMap<Int64Column, BinnedRows>();

async function binsOf(axis: Bins, column: Int64Column, checkpoint: () => Promise<void>): Promise<BinnedRows> {
  const key = `${axis.from} ${axis.milliseconds} ${axis.count}`;
  const known = binnedRows.get(column);
  if (known?.key === key) return known;
  const since = ticksSince(axis.from, column);
  const width = axis.milliseconds * Number(TICKS_PER_MILLISECOND);
  const binOf = new Uint8Array(column.length).fill(NO_BIN);
  const all = new Array<number>(axis.count).fill(0);
  for (let row = 0; row < binOf.length; row++) {
    if (row % BLOCK === BLOCK - 1) await checkpoint();
    if (column.nulls?.has(row)) continue;
    const bin = Math.floor(since(row) / width);
    if (bin < 0 || bin >= axis.count) continue;
    binOf[row] = bin;
    all[bin]++;
  }
  const binned = { key, binOf, all };
  binnedRows.set(column, binned);
  return binned;
}

function counter({ count }: Bins, { binOf }: BinnedRows): (rows: RowSet) => number[] {
  return (rows) => {
    const counts = new Uint32Array(NO_BIN + 1);
    if (rows instanceof Bitmap) {
      const { words } = rows;
      for (let i = 0; i < words.length; i++) {
        for (let word = words[i]; word !== 0; word &= word - 1)
          counts[binOf[(i << 5) + 31 - Math.clz32(word & -word)]]++;
      }
    } else for (const row of rows) counts[binOf[row]]++;
    return [...counts.subarray(0, count)];
  };
}
