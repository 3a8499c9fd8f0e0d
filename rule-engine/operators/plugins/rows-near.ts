import { rowsOf } from '../relation.ts';
import type { Plugin } from './plugin.ts';

/** `rows_near(condition, rows [, rowsAfter])`: the rows that are at most so many before or after one that meets it. */
export const rowsNear: Plugin = {
  name: 'rows_near',
  evaluate: async (call) => {
    const { input, context } = call;
    const condition = call.required(0, 'Condition');
    const before = Number(await call.ticks(1, 'NumRows'));
    const after = call.scalar(2, 'RowsAfter') === undefined ? before : Number(await call.ticks(2, 'RowsAfter'));
    const rows = rowsOf(input);
    const meets = new Set(await context.select(condition, input));
    const near = new Uint8Array(rows.length);
    let filled = 0;
    for (const [at, row] of rows.entries()) {
      if (!meets.has(row)) continue;
      const end = Math.min(rows.length, at + after + 1);
      near.fill(1, Math.max(filled, at - before, 0), Math.max(filled, end));
      filled = Math.max(filled, end);
    }
    return { ...input, rows: rows.filter((_, at) => near[at] === 1) };
  },
};
