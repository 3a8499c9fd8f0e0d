import type { Column } from '../columnar/column.ts';
import { valueColumn } from '../columnar/columns.ts';
import { gatherColumn } from '../columnar/gather.ts';
import { PairInterner } from '../columnar/pair-interner.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { convert } from '../functions/conversion.ts';
import { toDynamicValue } from '../functions/value-text.ts';
import type { Expr } from '../plan/plan.ts';
import { Decimal } from '../schema/decimal.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { DynamicValue, Scalar } from '../schema/value.ts';
import { groupRows } from './grouping.ts';
import { newRelation } from './new-relation.ts';
import type { OperatorContext, PlanOf, TabularOperator } from './operator.ts';
import { type Relation, rowsOf } from './relation.ts';
import { aggregateItems } from './summarize.ts';

/** Kusto's own limit on the points of a series. */
const MOST_BINS = 1_048_576;

/**
 * `make-series`: for each key a row of arrays, an element a bin of the axis.
 * @see https://learn.microsoft.com/kusto/query/make-series-operator
 */
export const makeSeries: TabularOperator<'make-series'> = {
  kind: 'make-series',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const axis = await axisOf(node, input, context);
    const column = await context.column(node.on.expr, input);
    const { rows, bins } = binRows(rowsOf(input), column, axis);
    const keys: Column[] = [];
    for (const { expr } of node.by) keys.push(await context.column(expr, input));
    const byKey = groupRows(keys, rows);
    const isEmpty = rows.length === 0;
    const seriesCount = isEmpty && (!node.nonEmpty || node.by.length > 0) ? 0 : byKey.groupCount;
    const interner = new PairInterner();
    const cells = byKey.groups.map((group, i) => interner.intern(group, bins[i]));
    const cellOf = (series: number, bin: number) => interner.find(series, bin);
    const grouped = { rows, groups: cells, groupCount: interner.count };
    const totals = await aggregateItems(
      node.aggregates.map(({ item }) => item),
      input,
      grouped,
      context,
    );
    const series: Column[] = [];
    const owners = node.aggregates.flatMap((aggregate) => aggregate.item.items.map(() => aggregate));
    for (let at = 0; at < totals.length; at++) {
      const empty = await defaultOf(owners[at].default, totals[at].type, context);
      series.push(seriesColumn(totals[at], interner.count, seriesCount, axis.count, cellOf, empty));
    }
    const points = Array.from({ length: axis.count }, (_, bin) => axis.point(bin));
    const axisColumn = valueColumn('dynamic', new Array(seriesCount).fill(points));
    const keyColumns = keys.map((key) => gatherColumn(key, byKey.firstRows));
    return newRelation(node.columns, [...keyColumns, ...series, axisColumn], seriesCount, context);
  },
};

function seriesColumn(
  totals: Column,
  cellCount: number,
  seriesCount: number,
  binCount: number,
  cellOf: (series: number, bin: number) => number,
  empty: DynamicValue,
): Column {
  const arrays = Array.from({ length: seriesCount }, (_, series) =>
    Array.from({ length: binCount }, (_, bin) => {
      const cell = cellOf(series, bin);
      return cell < cellCount ? toDynamicValue(totals.get(cell), totals.type) : empty;
    }),
  );
  return valueColumn('dynamic', arrays);
}

async function defaultOf(given: Expr | undefined, type: ScalarType, context: OperatorContext): Promise<DynamicValue> {
  if (given !== undefined) {
    const value = await context.constant(given);
    return toDynamicValue(given.type === type || value === null ? value : convert(value, given.type, type), type);
  }
  switch (type) {
    case 'int':
    case 'long':
      return 0n;
    case 'real':
      return 0;
    case 'decimal':
      return toDynamicValue(new Decimal(0n, 0), type);
    case 'timespan':
      return toDynamicValue(0n, type);
    default:
      return null;
  }
}

/** The bins of a series: `count` of them, from `start`, `step` wide. */
interface Axis {
  readonly count: number;
  /** The bin of a value, or -1 outside. */
  binOf(value: Scalar): number;
  point(bin: number): DynamicValue;
}

async function axisOf(node: PlanOf<'make-series'>, input: Relation, context: OperatorContext): Promise<Axis> {
  const { type } = node.on.expr;
  const isWhole = type !== 'real' && type !== 'decimal';
  const value = async (expr: typeof node.from) => {
    if (expr === undefined) return undefined;
    const given = await context.constant(expr);
    if (given === null) return undefined;
    const number = asNumeric(given);
    return isWhole && typeof number === 'number' ? BigInt(Math.trunc(number)) : number;
  };
  const step = await value(node.step);
  if (step === undefined || !(step > 0)) throw invalid('make-series-step', 'The step must be positive', node.step.span);
  let from = await value(node.from);
  let to = await value(node.to);
  let inclusive = node.inclusive;
  if (from === undefined || to === undefined) {
    const range = await valueRange(node, input, context);
    if (range === undefined) return emptyAxis();
    from ??= floorTo(range.smallest, step);
    if (to === undefined) {
      to = range.largest;
      inclusive = true;
    }
  }
  return isWhole && typeof step === 'bigint'
    ? wholeAxis(BigInt(from), BigInt(to), step, inclusive, type, node)
    : realAxis(Number(from), Number(to), Number(step), inclusive, node);
}

function emptyAxis(): Axis {
  return { count: 0, binOf: () => -1, point: () => null };
}

function wholeAxis(
  from: bigint,
  to: bigint,
  step: bigint,
  inclusive: boolean,
  type: ScalarType,
  node: PlanOf<'make-series'>,
): Axis {
  const span = inclusive ? to - from + 1n : to - from;
  const count = checkedCount(span <= 0n ? 0 : Number((span + step - 1n) / step), node);
  const end = inclusive ? to + 1n : to;
  return {
    count,
    binOf: (value) => {
      if (value === null) return -1;
      const at = BigInt(value as bigint | number);
      return at < from || at >= end ? -1 : Number((at - from) / step);
    },
    point: (bin) => {
      const at = from + BigInt(bin) * step;
      return toDynamicValue(type === 'int' ? Number(at) : at, type);
    },
  };
}

function realAxis(from: number, to: number, step: number, inclusive: boolean, node: PlanOf<'make-series'>): Axis {
  const span = (to - from) / step;
  const count = checkedCount(span < 0 ? 0 : inclusive ? Math.floor(span) + 1 : Math.ceil(span), node);
  return {
    count,
    binOf: (value) => {
      const at = value === null ? Number.NaN : Number(asNumeric(value));
      const bin = Math.floor((at - from) / step);
      return at >= from && (inclusive ? at <= to : at < to) && bin < count ? bin : -1;
    },
    point: (bin) => from + bin * step,
  };
}

function checkedCount(count: number, node: PlanOf<'make-series'>): number {
  if (count > MOST_BINS) {
    throw invalid('make-series-too-long', `A series has at most ${MOST_BINS} points; this has ${count}`, node.span);
  }
  return count;
}

async function valueRange(node: PlanOf<'make-series'>, input: Relation, context: OperatorContext) {
  const column = await context.column(node.on.expr, input);
  let smallest: number | bigint | undefined;
  let largest: number | bigint | undefined;
  for (const row of rowsOf(input)) {
    const value = column.get(row);
    if (value === null) continue;
    const numeric = asNumeric(value);
    const number = column.type === 'int' ? BigInt(numeric) : numeric;
    if (smallest === undefined || number < smallest) smallest = number;
    if (largest === undefined || number > largest) largest = number;
  }
  return smallest === undefined || largest === undefined ? undefined : { smallest, largest };
}

function binRows(all: Uint32Array, column: Column, axis: Axis) {
  const rows: number[] = [];
  const bins: number[] = [];
  for (const row of all) {
    const bin = axis.binOf(column.get(row));
    if (bin < 0) continue;
    rows.push(row);
    bins.push(bin);
  }
  return { rows: Uint32Array.from(rows), bins };
}

function asNumeric(value: Scalar): number | bigint {
  if (value instanceof Decimal) return value.toNumber();
  return typeof value === 'bigint' || typeof value === 'number' ? value : Number(value);
}

function floorTo(value: number | bigint, step: number | bigint): number | bigint {
  if (typeof value === 'bigint' && typeof step === 'bigint') {
    const rest = value % step;
    return value - (rest < 0n ? rest + step : rest);
  }
  return Math.floor(Number(value) / Number(step)) * Number(step);
}
