import { invalid } from '../../diagnostics/diagnostic.ts';
import { rowsOf } from '../../operators/relation.ts';
import type { WindowFunction } from '../../operators/window-function.ts';
import type { CallExpr } from '../../plan/plan.ts';
import { identityOf } from '../identity.ts';
import type { BindScope } from './bind-scope.ts';
import type { Bound } from './bound.ts';

/** A window function reads its neighbours, so it is evaluated as a whole when it is bound. */
export async function bindWindowCall(expr: CallExpr, window: WindowFunction, scope: BindScope): Promise<Bound> {
  const { relation } = scope;
  const { type, name, span } = expr;
  if (relation === undefined || !relation.serialized) {
    throw invalid('not-serialized', `${name}() needs serialized rows: add 'serialize' or 'sort' before it`, span);
  }
  scope.hangsOnRows();
  const columns = [];
  for (const arg of expr.args) columns.push(await scope.column(arg, relation));
  const column = window.evaluate({
    columns,
    rows: rowsOf(relation),
    physicalLength: relation.physicalLength,
    call: {
      argumentTypes: expr.args.map((arg) => arg.type),
      resultType: type,
      constants: columns.map((arg) => (arg.kind === 'constant' ? arg.value : undefined)),
      now: scope.now,
      span,
    },
  });
  return { kind: 'column', type, name, column, key: `c${identityOf(column)}`, expr };
}
