import type { Column } from '../columnar/column.ts';
import { codedColumn } from '../columnar/columns.ts';
import type { Scalar } from '../schema/value.ts';
import type { AggregateFunction, AggregateSite, GroupedState } from './aggregate.ts';
import { GroupedArray } from './grouped-arrays.ts';
import { isMoreExtreme } from './minimum-maximum.ts';

/**
 * `arg_max` and `arg_min`: arguments are the value to compare, then what to return; a result column each. The first row
 * of equals wins; where all values are null the first row does.
 */
function argExtreme(name: string, aliases: readonly string[], sign: 1 | -1): AggregateFunction {
  return {
    name,
    aliases,
    bind: (site) => () => {
      let best: Scalar[] | undefined;
      return {
        add: (args) => {
          if (best === undefined || beats(args[0], best[0], sign)) best = [...args];
        },
        result: () => best ?? site.resultTypes.map((type) => (type === 'string' ? '' : null)),
      };
    },
    bindColumns: (site, columns) => argColumns(site, columns, sign),
  };
}

export const argExtremeFamily: readonly AggregateFunction[] = [
  argExtreme('arg_max', ['argmax'], 1),
  argExtreme('arg_min', ['argmin'], -1),
];

function beats(value: Scalar, best: Scalar, sign: 1 | -1): boolean {
  if (value === null) return false;
  return best === null || isMoreExtreme(value, best, sign);
}

/** Keeps the best row of each group; other columns are read at the end, once a group. */
function argColumns(site: AggregateSite, columns: readonly Column[], sign: 1 | -1): GroupedState {
  const bestRows = new GroupedArray((length) => new Float64Array(length));
  const isBetter = rowComparison(columns[0], sign);
  return {
    addRows: (rows, groups, start, end, groupCount) => {
      const best = bestRows.grow(groupCount);
      for (let i = start; i < end; i++) {
        const known = best[groups[i]];
        if (known === 0 || isBetter(rows[i], known - 1)) best[groups[i]] = rows[i] + 1;
      }
    },
    results: (groupCount) => {
      const best = bestRows.take(groupCount);
      return columns.map((column, at) => {
        const type = site.resultTypes[at];
        const missing = type === 'string' ? '' : null;
        const codes = Uint32Array.from({ length: groupCount }, (_, group) => group);
        return codedColumn(
          type,
          codes,
          Array.from(best, (row) => (row === 0 ? missing : column.get(row - 1))),
        );
      });
    },
  };
}

/** Whether the value of a row beats that of another. */
function rowComparison(column: Column, sign: 1 | -1): (row: number, best: number) => boolean {
  if (column.kind === 'int64') {
    const { values, nulls } = column;
    return (row, best) => {
      if (nulls?.has(row)) return false;
      if (nulls?.has(best)) return true;
      return values.compare(row, best) * sign > 0;
    };
  }
  return (row, best) => beats(column.get(row), column.get(best), sign);
}
