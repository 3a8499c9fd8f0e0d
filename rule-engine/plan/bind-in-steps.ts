import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { OpenPlugin } from './open-plugin.ts';

/** Plugins bound in steps; a text with more has run away. */
const MOST_STEPS = 16;

/** The columns of plugins that depend on the rows, by the position where the plugin's call ends in the text. */
export type FoundColumns = ReadonlyMap<number, readonly ColumnSchema[]>;

/**
 * Binds a query whose columns may depend on its rows (`evaluate bag_unpack(…)`, `pivot`) as Kusto does: the innermost
 * such plugin is run first, and the query is bound again with the columns that it gave, until all are known.
 *
 * @param bind compiles the text with what is known so far; its result has no open plugin when the text has an error
 * @param columnsOf runs a plugin for its columns; undefined when it has no rows that could tell: the plan then keeps the
 *   columns that the query takes for granted
 */
export async function bindInSteps<Result extends { readonly open: OpenPlugin<unknown> | undefined }>(
  bind: (found: FoundColumns | undefined) => Result | Promise<Result>,
  columnsOf: (plan: NonNullable<Result['open']>['plan']) => Promise<readonly ColumnSchema[] | undefined>,
): Promise<Result> {
  const found = new Map<number, readonly ColumnSchema[]>();
  let result = await bind(undefined);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { open } = result;
    if (open === undefined || found.has(open.end)) break;
    const columns = await columnsOf(open.plan);
    if (columns === undefined) break;
    found.set(open.end, columns);
    result = await bind(new Map(found));
  }
  return result;
}
