import { spanEnd } from '../base/span.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { openPlugin } from './open-plugin.ts';
import type { Plan } from './plan.ts';

/** Plugins bound in steps; a text with more has run away. */
const MOST_STEPS = 16;

/** The columns of plugins that depend on the rows, by the position where the plugin's call ends in the text. */
export type FoundColumns = ReadonlyMap<number, readonly ColumnSchema[]>;

/**
 * Binds a query whose columns may depend on its rows (`evaluate bag_unpack(…)`, `pivot`) as Kusto does: the innermost
 * such plugin is run first, and the query is bound again with the columns that it gave, until all are known.
 *
 * @param bind compiles the text with what is known so far; its result has no plan when the text has an error
 * @param columnsOf runs a plan for its columns; undefined when it has no rows that could tell: the plan then keeps the
 *   columns that the query takes for granted
 */
export async function bindInSteps<Result extends { readonly plan: Plan | undefined }>(
  bind: (found: FoundColumns | undefined) => Result | Promise<Result>,
  columnsOf: (plan: Plan) => Promise<readonly ColumnSchema[] | undefined>,
): Promise<Result> {
  const found = new Map<number, readonly ColumnSchema[]>();
  let result = await bind(undefined);
  for (let step = 0; step < MOST_STEPS && result.plan !== undefined; step++) {
    const open = openPlugin(result.plan);
    if (open === undefined || found.has(spanEnd(open.span))) break;
    const columns = await columnsOf(open);
    if (columns === undefined) break;
    found.set(spanEnd(open.span), columns);
    result = await bind(new Map(found));
  }
  return result;
}
