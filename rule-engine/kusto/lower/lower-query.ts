import { invariant } from '../../base/assert.ts';
import type { Span } from '../../base/span.ts';
import { type Diagnostic, invalid, unsupported } from '../../diagnostics/diagnostic.ts';
import type { Plan } from '../../plan/plan.ts';
import type { TableSchema } from '../../schema/scalar-type.ts';
import { hiddenColumnsOf } from '../globals.ts';
import { withoutHiddenColumns } from '../hidden-columns.ts';
import { isSearched } from '../searched-tables.ts';
import {
  children,
  className,
  type Expression,
  elements,
  is,
  items,
  type Statement,
  type SyntaxElement,
} from '../syntax.ts';
import { columnsOf, isAssumed } from '../types.ts';
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
  const last = statements.at(-1);
  if (last === undefined || !is(last, 'ExpressionStatement')) {
    throw invalid('no-query', 'The text has no query: its last statement must be a table', {
      start: 0,
      length: root.End,
    });
  }
  const globals = code.Globals!;
  const query: QueryLowering = {
    lowerExpr,
    lowerPlan,
    toOriginal,
    isAggregate: (symbol) => globals.IsAggregateFunction(symbol as Kusto.Language.Symbols.FunctionSymbol),
    assumedColumns: () => assumedColumns(root),
    tables: () => items(globals.Database?.Tables).map(tableSchema),
    searchedTables: () => items(globals.Database?.Tables).filter(isSearched).map(tableSchema),
    named: new Map(),
    options: new Map(),
    notices: [],
    nextId: 0,
  };
  const start = new Lowering(query, Scope.empty());
  const rows = lowerStatements(statements, start);
  const isHidden = hiddenColumnsOf(globals);
  const plan = unwrapSharedOnce(isHidden === undefined ? rows : withoutHiddenColumns(rows, isHidden));
  return { plan, notices: query.notices };
}

/** The first of a text's queries, in the names that were declared before it; the others are lowered for their errors. */
function lowerStatements(statements: readonly Statement[], start: Lowering): Plan {
  let lowering = start;
  let first: Plan | undefined;
  for (const statement of statements) {
    if (!is(statement, 'ExpressionStatement')) {
      lowering = declare([statement], lowering);
      continue;
    }
    const plan = lowering.plan(statement.Expression!);
    if (first === undefined) first = plan;
    else lowering.notice('several-results', 'The first result of the query is shown, not this one', plan.span);
  }
  invariant(first !== undefined, 'a text with a query');
  return first;
}

/** Columns that the binder took for granted: of tables whose columns only their rows could tell. */
function assumedColumns(root: SyntaxElement): string[] {
  const names = new Set<string>();
  const pending: SyntaxElement[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (is(node, 'NameReference') && isAssumedColumn(node.ReferencedSymbol)) names.add(node.SimpleName ?? '');
    if (is(node, 'JoinOnClause')) for (const name of commonColumns(node)) names.add(name);
    pending.push(...children(node));
  }
  return [...names];
}

/** The keys of a join that are one name for both sides: it refers to the column that the binder knows, if it knows one. */
function commonColumns(clause: Kusto.Language.Syntax.JoinOnClause): string[] {
  return elements<Expression>(clause.Expressions).flatMap((key) =>
    is(key, 'NameReference') ? [key.SimpleName ?? ''] : [],
  );
}

function isAssumedColumn(symbol: Kusto.Language.Symbols.Symbol | null): boolean {
  if (symbol === null || className(symbol) !== 'ColumnSymbol') return false;
  return isAssumed(symbol as Kusto.Language.Symbols.ColumnSymbol);
}

function tableSchema(table: Kusto.Language.Symbols.TableSymbol): TableSchema {
  return { name: table.Name ?? '', columns: columnsOf(table) ?? [] };
}
