import { invalid } from '../../diagnostics/diagnostic.ts';
import type { Expr } from '../../plan/plan.ts';
import { columnRead } from '../../plan/walk.ts';
import type { Expression } from '../syntax.ts';
import type { Lowering } from './lowering.ts';

/**
 * A number of rows, as of `take`: one for the whole table, so no column can say it. A column hides a `let` of its name,
 * as everywhere in Microsoft's service.
 *
 * @throws QueryError
 */
export function rowCount(node: Expression, lowering: Lowering): Expr {
  const count = lowering.expr(node);
  const column = columnRead(count);
  if (column === undefined) return count;
  const hides = lowering.scope.lookup(column.name) === undefined ? '' : ', which hides the let of its name';
  throw invalid(
    'not-constant',
    `A number of rows must be a constant: '${column.name}' is a column here${hides}`,
    column.span,
  );
}
