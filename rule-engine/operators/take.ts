import { invalid } from '../diagnostics/diagnostic.ts';
import type { Expr } from '../plan/plan.ts';
import type { OperatorContext, TabularOperator } from './operator.ts';
import { ascendingRows, rowCount } from './relation.ts';

/** `take`: the first rows, as many as asked for. */
export const take: TabularOperator<'take'> = {
  kind: 'take',
  async execute(node, context) {
    const input = await context.run(node.input);
    const count = await rowLimit(node.count, context);
    if (count >= rowCount(input)) return input;
    return { ...input, rows: input.rows?.slice(0, count) ?? ascendingRows(count) };
  },
};

/** The value of a number of rows: a whole number that is not negative. Throws QueryError. */
export async function rowLimit(expr: Expr, context: OperatorContext): Promise<number> {
  const value = await context.constant(expr);
  const count = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : Number.NaN;
  if (!(count >= 0)) throw invalid('row-limit', 'The number of rows must be a number that is not negative', expr.span);
  return Math.floor(count);
}
