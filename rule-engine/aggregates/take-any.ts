import type { Column } from '../columnar/column.ts';
import { gatherColumn, NO_ROW } from '../columnar/gather.ts';
import type { Scalar } from '../schema/value.ts';
import type { AggregateFunction, GroupedState } from './aggregate.ts';
import { conditional } from './conditional.ts';
import { GroupedArray } from './grouped-arrays.ts';

/**
 * `take_any`: of one argument the first value that is neither null nor empty, if there is one; of several the first
 * row's. Kusto promises any row.
 */
const takeAny: AggregateFunction = {
  name: 'take_any',
  aliases: ['any'],
  bind: (site) => {
    const missing = site.resultTypes.map((type) => (type === 'string' ? '' : null));
    return () => {
      let taken: readonly Scalar[] | undefined;
      let final = false;
      return {
        add: (args) => {
          if (final) return;
          const filled = args.length > 1 || (args[0] !== null && args[0] !== '');
          if (taken === undefined || filled) taken = [...args];
          final = filled;
        },
        result: () => taken ?? missing,
      };
    };
  },
  bindColumns: (site, columns) =>
    columns.every(({ type }, i) => type === site.resultTypes[i]) ? takeRows(columns) : undefined,
};

/** Remembers a row a group, so that values are gathered as their columns hold them. */
function takeRows(columns: readonly Column[]): GroupedState {
  const filled = columns.length === 1 ? filledRows(columns[0]) : () => true;
  /** One more than the physical row that is taken; 0 for none. */
  const taken = new GroupedArray((length) => new Uint32Array(length));
  const final = new GroupedArray((length) => new Uint8Array(length));
  return {
    addRows: (rows, groups, start, end, groupCount) => {
      const takenRows = taken.grow(groupCount);
      const isFinal = final.grow(groupCount);
      for (let i = start; i < end; i++) {
        const group = groups[i];
        if (isFinal[group] === 1) continue;
        const isFilled = filled(rows[i]);
        if (takenRows[group] === 0 || isFilled) takenRows[group] = rows[i] + 1;
        if (isFilled) isFinal[group] = 1;
      }
    },
    results: (groupCount) => {
      const rows = taken.take(groupCount).map((row) => (row === 0 ? NO_ROW : row - 1));
      return columns.map((column) => gatherColumn(column, rows));
    },
  };
}

/** Whether a row has a value that is neither null nor empty. */
function filledRows(column: Column): (row: number) => boolean {
  if (column.kind === 'string') return (row) => column.codes[row] !== 0;
  if (column.kind === 'int64' || column.kind === 'number') {
    const { nulls } = column;
    return nulls === undefined ? () => true : (row) => !nulls.has(row);
  }
  return (row) => {
    const value = column.get(row);
    return value !== null && value !== '';
  };
}

export const takeAnyFamily: readonly AggregateFunction[] = [takeAny, conditional('take_anyif', takeAny, 1, ['anyif'])];
