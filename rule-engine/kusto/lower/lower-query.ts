import type { Span } from '../../base/span.ts';
import { type Diagnostic, invalid, unsupported } from '../../diagnostics/diagnostic.ts';
import type { Plan } from '../../plan/plan.ts';
import type { TableSchema } from '../../schema/scalar-type.ts';
import { elements, is, items, type Statement } from '../syntax.ts';
import { columnsOf } from '../types.ts';
import { lowerExpr } from './lower-expr.ts';
import { lowerPlan } from './lower-plan.ts';
import { Lowering, type QueryLowering } from './lowering.ts';
import { Scope } from './scope.ts';
import { declare } from './statements.ts';
import { unwrapSharedOnce } from './unwrap-shared.ts';

/** A query's plan and what its author should know though it runs. */
export interface LoweredQuery {
  readonly plan: Plan;
  readonly notices: readonly Diagnostic[];
}

/** The plan of a bound query without errors. @throws QueryError for what the engine lacks or Kusto refuses */
export function lowerQuery(code: Kusto.Language.KustoCode, toOriginal: (span: Span) => Span): LoweredQuery {
  const root = code.Syntax!;
  if (!is(root, 'QueryBlock')) throw unsupported('A management command', { start: 0, length: root.Width });
  const statements = elements<Statement>(root.Statements);
  const queries = statements.filter((statement) => is(statement, 'ExpressionStatement'));
  const last = statements.at(-1);
  if (last === undefined || !is(last, 'ExpressionStatement')) {
    throw invalid('no-query', 'The text has no query: its last statement must be a table', {
      start: 0,
      length: root.End,
    });
  }
  if (queries.length > 1)
    throw unsupported('More than one query in a text', { start: last.TextStart, length: last.Width });
  const globals = code.Globals!;
  const query: QueryLowering = {
    lowerExpr,
    lowerPlan,
    toOriginal,
    isAggregate: (symbol) => globals.IsAggregateFunction(symbol as Kusto.Language.Symbols.FunctionSymbol),
    tables: () => items(globals.Database?.Tables).map(tableSchema),
    named: new Map(),
    notices: [],
    nextId: 0,
  };
  const start = new Lowering(query, Scope.empty);
  const plan = unwrapSharedOnce(declare(statements.slice(0, -1), start).plan(last.Expression!));
  return { plan, notices: query.notices };
}

function tableSchema(table: Kusto.Language.Symbols.TableSymbol): TableSchema {
  return { name: table.Name ?? '', columns: columnsOf(table) ?? [] };
}
