import { valueText } from '../../functions/value-text.ts';
import type { Scalar } from '../../schema/value.ts';
import { relationFromRows } from '../new-relation.ts';
import { rowsOf } from '../relation.ts';
import type { Plugin } from './plugin.ts';

/** `narrow()`: a row for each cell: the row's number, the column's name, the value as text. */
export const narrow: Plugin = {
  name: 'narrow',
  evaluate: async ({ node, input, context }) => {
    const cells: Scalar[][] = [];
    rowsOf(input).forEach((row, number) => {
      input.schema.forEach(({ name, type }, at) => {
        cells.push([BigInt(number), name, valueText(input.columns[at].get(row), type)]);
      });
    });
    return relationFromRows(node.columns, cells, context);
  },
};
