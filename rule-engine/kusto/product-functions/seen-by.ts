import { invalid } from '../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr, literalExpr } from '../../plan/make-expr.ts';
import { project } from '../../plan/make-plan.ts';
import type { Expr, Plan } from '../../plan/plan.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import { optionalParameter, requiredParameter } from '../function-parameter.ts';
import { items } from '../load.ts';
import { argumentsOf } from '../syntax.ts';
import { columnSymbols } from '../types.ts';
import { columnSymbol, tableFunction, tableLike } from './declarations.ts';
import { enriched, groupedBy } from './enrichment.ts';
import type { ProductFunction } from './product-function.ts';

const RESULT: ColumnSchema = { name: 'SeenBy', type: 'dynamic' };
const KEY: ColumnSchema = { name: '$device', type: 'string' };

/**
 * `T | invoke SeenBy(x)`: the devices that saw the device of the column `x` (`DeviceId` when not given) on the network,
 * from a loaded table `SeenBy` with a row for each pair of `DeviceId` and `SeenBy`; without it null.
 *
 * @see https://learn.microsoft.com/defender-xdr/advanced-hunting-seenby-function
 */
export const seenBy: ProductFunction = {
  name: 'SeenBy',
  symbol: () =>
    tableFunction(
      'SeenBy',
      'Adds the onboarded devices that have seen a device.',
      [requiredParameter('T', 'Tabular'), optionalParameter('x', 'Scalar')],
      (context) => {
        const input = items(context.ArgumentTypes)[0];
        const own = columnSymbols(input).filter(({ Name: name }) => name !== RESULT.name);
        return tableLike([...own, columnSymbol(RESULT)], input);
      },
    ),
  lower: (call, piped, lowering) => {
    const args = argumentsOf(call.ArgumentList);
    const input = piped ?? lowering.plan(args[0]);
    const [device] = piped === undefined ? args.slice(1) : args;
    const span = lowering.span(call);
    const own = input.columns.filter(({ name }) => name !== RESULT.name);
    const table = project(
      input,
      own.map((column) => ({ name: column.name, expr: columnExpr(column, span) })),
      span,
    );
    const key = device === undefined ? deviceId(input, span) : lowering.over(input).expr(device);
    const pairs = lowering.query.tables().find(({ name }) => name === RESULT.name);
    const [id, seer] = ['DeviceId', RESULT.name].map((name) => pairs?.columns.find((column) => column.name === name));
    if (pairs === undefined || id === undefined || seer === undefined) {
      lowering.notice(
        'no-events',
        'SeenBy() answers from a table SeenBy with columns DeviceId and SeenBy: drop one',
        span,
      );
      return withoutAnswer(table, span);
    }
    const loaded: Plan = { kind: 'table', name: pairs.name, columns: pairs.columns, span };
    const read = project(
      loaded,
      [
        { name: KEY.name, expr: callExpr('tostring', [columnExpr(id, span)], 'string', span) },
        { name: RESULT.name, expr: columnExpr(seer, span) },
      ],
      span,
    );
    return enriched(
      table,
      key,
      groupedBy(read, KEY.name, 'make_set', () => 'dynamic', span),
      KEY,
      span,
    );
  },
};

function deviceId(input: Plan, span: Expr['span']): Expr {
  const column = input.columns.find(({ name }) => name === 'DeviceId');
  if (column === undefined) throw invalid('unknown-column', 'SeenBy(): the table has no column DeviceId', span);
  return columnExpr(column, span);
}

function withoutAnswer(input: Plan, span: Expr['span']): Plan {
  const expr = literalExpr(null, 'dynamic', span);
  return {
    kind: 'extend',
    input,
    items: [{ name: RESULT.name, expr }],
    columns: [...input.columns, RESULT],
    span,
  };
}
