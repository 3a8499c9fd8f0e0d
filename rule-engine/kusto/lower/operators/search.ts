import { unsupported } from '../../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr, literalExpr } from '../../../plan/make-expr.ts';
import type { Expr, Plan, ProjectPlan, WherePlan } from '../../../plan/plan.ts';
import { argumentsOf, type Expression, elements, is, parametersOf, textOf } from '../../syntax.ts';
import { isTabular } from '../../types.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';
import { planOfView, unionOf, unionOperands } from './union.ts';

type FunctionDeclaration = Kusto.Language.Syntax.FunctionDeclaration;
type SearchOperator = Kusto.Language.Syntax.SearchOperator;

const SOURCE = '$table';

/** `T | search …`: the rows in which a term occurs, with the column `$table` before the others. */
export function lowerSearch(node: SearchOperator, input: Plan, lowering: Lowering): Plan {
  const columns = resultColumns(node, lowering);
  const span = lowering.span(node);
  const found = filter(node, input, lowering);
  const source = literalExpr('search_arg0', 'string', span);
  const items = columns.map((column) => ({
    name: column.name,
    expr: column.name === SOURCE ? source : columnExpr(column, span),
  }));
  return { kind: 'project', operator: 'project', input: found, items, columns, span } satisfies ProjectPlan;
}

/** `search in (T1, T2) …`, and over all tables without `in`. */
export function lowerSearchTables(node: SearchOperator, lowering: Lowering): Plan {
  const span = lowering.span(node);
  const named = node.InClause && elements<Expression>(node.InClause.Expressions);
  const inputs = named
    ? named
        .flatMap((table) => unionOperands(table, lowering))
        .map(({ plan, name }, i) => ({ plan, source: name ?? `search_arg${i}` }))
    : tablesInSight(lowering, span).map(({ plan, name }) => ({ plan, source: name }));
  return filter(node, unionOf(inputs, resultColumns(node, lowering), SOURCE, span), lowering);
}

/** What is searched where no tables are named: those of the catalogue, then the views that the query declares. */
export function tablesInSight(lowering: Lowering, span: Plan['span']): { plan: Plan; name: string }[] {
  const tables = lowering.query.searchedTables().map(({ name, columns }) => ({
    plan: { kind: 'table', name, columns, span } as const,
    name,
  }));
  const views = [...lowering.scope.entries()].flatMap(([name, binding]) => {
    return binding.kind === 'function' && isView(binding.node) ? [{ plan: planOfView(binding), name }] : [];
  });
  return [...tables, ...views];
}

function isView({ ViewKeyword: keyword, Parameters: parameters, Body: body }: FunctionDeclaration): boolean {
  const takesNone = elements(parameters?.Parameters ?? null).length === 0;
  return keyword !== null && !keyword.IsMissing && takesNone && isTabular(body?.Expression?.ResultType);
}

function filter(node: SearchOperator, input: Plan, lowering: Lowering): WherePlan {
  const kind = parametersOf(node.Parameters).get('kind');
  const caseSensitive = kind !== undefined && textOf(kind) === 'case_sensitive';
  const searchable = input.columns.filter(({ name }) => name !== SOURCE);
  const predicate = searchCondition(node.Condition!, caseSensitive, lowering.overColumns(searchable));
  return { kind: 'where', input, predicate, columns: input.columns, span: lowering.span(node) };
}

/** A condition in which a text alone means: some column holds this term. */
export function searchCondition(node: Expression, caseSensitive: boolean, lowering: Lowering): Expr {
  const span = lowering.span(node);
  if (is(node, 'StarExpression')) return literalExpr(true, 'bool', span);
  const inner = (part: Expression | null) => searchCondition(part!, caseSensitive, lowering);
  if (is(node, 'ParenthesizedExpression')) return inner(node.Expression);
  if (is(node, 'BinaryExpression')) {
    const operator = node.Operator?.Text ?? '';
    if (operator === 'and' || operator === 'or') {
      return callExpr(operator, [inner(node.Left), inner(node.Right)], 'bool', span);
    }
    if (operator === ':') {
      const term = termOf(node.Right!, lowering);
      if (is(node.Left, 'StarExpression')) return anyColumn(term, caseSensitive, lowering);
      return holds(lowering.expr(node.Left!), term, caseSensitive);
    }
  }
  if (is(node, 'FunctionCallExpression') && node.Name?.SimpleName === 'not') {
    return callExpr('not', argumentsOf(node.ArgumentList).map(inner), 'bool', span);
  }
  const expr = lowering.expr(node);
  return expr.kind === 'literal' && expr.type === 'string' ? anyColumn(expr, caseSensitive, lowering) : expr;
}

function termOf(node: Expression, lowering: Lowering): Expr {
  const expr = lowering.expr(node);
  if (expr.kind !== 'literal') throw unsupported('A search term that is no literal', expr.span);
  return expr;
}

function anyColumn(term: Expr, caseSensitive: boolean, lowering: Lowering): Expr {
  const { span } = term;
  const tests = lowering.columns.map((column) => holds(columnExpr(column, span), term, caseSensitive));
  const none = literalExpr(false, 'bool', span);
  return tests.length === 0 ? none : anyOf(tests);
}

/** One `or` of all, as a tree of little depth: a search over all tables asks thousands of columns. */
function anyOf(tests: readonly Expr[]): Expr {
  if (tests.length === 1) return tests[0];
  const middle = tests.length >> 1;
  const args = [anyOf(tests.slice(0, middle)), anyOf(tests.slice(middle))];
  return callExpr('or', args, 'bool', tests[0].span);
}

/** `x` as a term, `x*` as a prefix, `*x` as a suffix, `*x*` anywhere, `x*y` in this order. */
function holds(value: Expr, term: Expr, caseSensitive: boolean): Expr {
  const { span } = term;
  const text: Expr = value.type === 'string' ? value : callExpr('tostring', [value], 'string', span);
  const written = String(term.kind === 'literal' ? term.value : '');
  const { operator, needle } = predicateOf(written);
  const name = operator === 'matches regex' ? operator : `${operator}${caseSensitive ? '_cs' : ''}`;
  const pattern = operator === 'matches regex' && !caseSensitive ? `(?i)${needle}` : needle;
  return callExpr(name, [text, literalExpr(pattern, 'string', span)], 'bool', span);
}

function predicateOf(term: string): { operator: string; needle: string } {
  const inner = term.replace(/^\*|\*$/g, '');
  if (inner.includes('*')) {
    const parts = inner.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    const start = term.startsWith('*') ? '' : String.raw`(^|[^\p{L}\p{N}])`;
    const end = term.endsWith('*') ? '' : String.raw`($|[^\p{L}\p{N}])`;
    return { operator: 'matches regex', needle: `${start}${parts.join('.*')}${end}` };
  }
  if (term.startsWith('*')) return { operator: term.endsWith('*') ? 'contains' : 'hassuffix', needle: inner };
  return { operator: term.endsWith('*') ? 'hasprefix' : 'has', needle: inner };
}
