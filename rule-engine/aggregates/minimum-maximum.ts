import type { Column } from '../columnar/column.ts';
import { codedColumn, numberColumn } from '../columnar/columns.ts';
import { gatherColumn, NO_ROW } from '../columnar/gather.ts';
import { GrowingBitmap } from '../columnar/growing-array.ts';
import { compareScalars } from '../schema/scalar-order.ts';
import type { Scalar } from '../schema/value.ts';
import type { AggregateFunction, AggregateSite, GroupedState } from './aggregate.ts';
import { conditional } from './conditional.ts';
import { GroupedArray } from './grouped-arrays.ts';

/** True when `value` takes the place of `best` as the extreme: the first of equals stays, and a NaN is never replaced. */
export function isMoreExtreme(value: Scalar, best: Scalar, sign: 1 | -1): boolean {
  if (typeof best === 'number' && Number.isNaN(best)) return false;
  if (typeof value === 'number' && Number.isNaN(value)) return true;
  return compareScalars(value, best) === sign;
}

/** `min` and `max`: nulls are skipped, of no value null; a NaN makes the result NaN. */
function extreme(name: string, sign: 1 | -1): AggregateFunction {
  return {
    name,
    bind: (site) => () => {
      let best: Scalar = null;
      return {
        add: ([value]) => {
          if (value !== null && (best === null || isMoreExtreme(value, best, sign))) best = value;
        },
        result: () => [best === null && site.resultTypes[0] === 'string' ? '' : best],
      };
    },
    bindColumns: (site, [column]) => extremeColumns(site, column, sign),
  };
}

const minimum = extreme('min', -1);
const maximum = extreme('max', 1);

export const minimumMaximumFamily: readonly AggregateFunction[] = [
  minimum,
  maximum,
  conditional('minif', minimum, 1),
  conditional('maxif', maximum, 1),
];

function extremeColumns(site: AggregateSite, column: Column, sign: 1 | -1): GroupedState | undefined {
  const [type] = site.resultTypes;
  if (column.kind === 'int64' && type === column.type) return extremeInt64(column, sign);
  if (column.kind === 'number' && type === column.type && type !== 'bool') return extremeNumbers(type, column, sign);
  if (column.kind === 'string') return extremeText(column, sign);
  return undefined;
}

/** Keeps the row of each group's best value: values are compared by their halves. */
function extremeInt64(column: Extract<Column, { kind: 'int64' }>, sign: 1 | -1): GroupedState {
  /** One more than the row; 0 where a group has none. */
  const bests = new GroupedArray((length) => new Uint32Array(length));
  return {
    addRows: (rows, groups, start, end, groupCount) => {
      const best = bests.grow(groupCount);
      const { values, nulls } = column;
      for (let i = start; i < end; i++) {
        const row = rows[i];
        if (nulls?.has(row)) continue;
        const before = best[groups[i]];
        if (before === 0 || values.compare(row, before - 1) * sign > 0) best[groups[i]] = row + 1;
      }
    },
    results: (groupCount) => [
      gatherColumn(
        column,
        bests.take(groupCount).map((row) => (row === 0 ? NO_ROW : row - 1)),
      ),
    ],
  };
}

function extremeNumbers(type: 'int' | 'real', column: Extract<Column, { kind: 'number' }>, sign: 1 | -1): GroupedState {
  const bests = new GroupedArray((length) => new Float64Array(length));
  const seen = new GroupedArray((length) => new Uint8Array(length));
  return {
    addRows: (rows, groups, start, end, groupCount) => {
      const best = bests.grow(groupCount);
      const known = seen.grow(groupCount);
      const { values, nulls } = column;
      for (let i = start; i < end; i++) {
        if (nulls?.has(rows[i])) continue;
        const value = values[rows[i]];
        const group = groups[i];
        const isBetter = sign > 0 ? value > best[group] : value < best[group];
        if (known[group] === 0 || isBetter || Number.isNaN(value)) {
          best[group] = value;
          known[group] = 1;
        }
      }
    },
    results: (groupCount) => {
      const nulls = unseen(seen.take(groupCount)).toBitmap(groupCount);
      const values = bests.take(groupCount);
      return [numberColumn(type, type === 'int' ? Int32Array.from(values) : values, nulls)];
    },
  };
}

/** Over codes: a value is compared once for each (group, code) change, and equal codes never are. */
function extremeText(column: Extract<Column, { kind: 'string' }>, sign: 1 | -1): GroupedState {
  const bests = new GroupedArray((length) => new Float64Array(length));
  const texts: string[] = [];
  return {
    addRows: (rows, groups, start, end, groupCount) => {
      const best = bests.grow(groupCount);
      const { codes, dictionary } = column;
      for (let i = start; i < end; i++) {
        const code = codes[rows[i]];
        const group = groups[i];
        if (best[group] === code + 1) continue;
        const text = dictionary.get(code);
        if (best[group] === 0 || isMoreExtreme(text, texts[group], sign)) {
          best[group] = code + 1;
          texts[group] = text;
        }
      }
    },
    results: (groupCount) => {
      const codes = Uint32Array.from({ length: groupCount }, (_, group) => group);
      return [
        codedColumn(
          'string',
          codes,
          Array.from(codes, (group) => texts[group] ?? ''),
        ),
      ];
    },
  };
}

function unseen(seen: Uint8Array): GrowingBitmap {
  const nulls = new GrowingBitmap();
  for (let group = 0; group < seen.length; group++) if (seen[group] === 0) nulls.add(group);
  return nulls;
}
