import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { Plan, UnionPlan } from '../../../plan/plan.ts';
import type { ColumnSchema, ScalarType } from '../../../schema/scalar-type.ts';
import { isFromNothing } from '../../fuzzy-unions.ts';
import {
  className,
  type Expression,
  elements,
  is,
  items,
  parametersOf,
  type Statement,
  textOf,
  withoutParentheses,
} from '../../syntax.ts';
import { columnsOf, isOpen } from '../../types.ts';
import type { Binding, Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';
import { declare } from '../statements.ts';

interface Input {
  readonly plan: Plan;
  readonly source: string;
}

/** `union`, after a pipe or at the start. */
export function lowerUnion(
  node: Kusto.Language.Syntax.UnionOperator,
  input: Plan | undefined,
  lowering: Lowering,
): UnionPlan {
  const first = input === undefined ? [] : [{ plan: input, name: tableName(input, lowering) }];
  const others = elements<Expression>(node.Expressions).flatMap((operand) => unionOperands(operand, lowering));
  const inputs = [...first, ...others].map(({ plan, name }, i): Input => ({ plan, source: name ?? `union_arg${i}` }));
  const withSource =
    parametersOf(node.Parameters).get('withsource') ?? parametersOf(node.Parameters).get('with_source');
  const source = withSource && textOf(withSource);
  const span = lowering.span(node);
  const bound = realNamesKept(resultColumns(node, lowering), inputs);
  const wildcards = elements<Expression>(node.Expressions).some(isWildcard);
  const kind = parametersOf(node.Parameters).get('kind');
  if (kind !== undefined && textOf(kind).toLowerCase() === 'inner') refuseUnclearCommon(inputs, wildcards, span);
  const known = wildcards ? ofAll(inputs, source, bound, span) : bound;
  const columns = isOpen(node.ResultType) ? withAssumed(known, inputs) : known;
  return unionOf(inputs, columns, source, span);
}

/** The columns too that the binder took for granted in an input: they are no columns of the result to it. */
function withAssumed(known: readonly ColumnSchema[], inputs: readonly Input[]): readonly ColumnSchema[] {
  const columns = [...known];
  for (const column of inputs.flatMap(({ plan }) => plan.columns)) {
    if (!columns.some(({ name }) => name === column.name || isNumberedOf(name, column.name))) columns.push(column);
  }
  return columns;
}

/** Whether a column is common that all tables have, but of several types, is not documented. */
function refuseUnclearCommon(inputs: readonly Input[], wildcards: boolean, span: UnionPlan['span']): void {
  if (wildcards) throw unsupported('union kind=inner of a wildcard', span);
  const [first, ...others] = inputs.map(({ plan }) => new Map(plan.columns.map(({ name, type }) => [name, type])));
  for (const [name, type] of first ?? []) {
    const types = others.map((other) => other.get(name));
    if (types.every((other) => other !== undefined) && types.some((other) => other !== type)) {
      throw unsupported(`union kind=inner where '${name}' has several types`, span);
    }
  }
}

function isWildcard(operand: Expression): boolean {
  const inner = withoutParentheses(operand);
  return is(inner, 'NameReference') && inner.SimpleName?.includes('*') === true;
}

/** The columns of all inputs where the binder left some out: it does not look into the views that a wildcard matches. */
function ofAll(
  inputs: readonly Input[],
  source: string | undefined,
  bound: readonly ColumnSchema[],
  span: UnionPlan['span'],
): readonly ColumnSchema[] {
  const written = inputs.flatMap(({ plan }) => plan.columns);
  const names = new Set(bound.map(({ name }) => name));
  const unnamed = written.filter(({ name }) => !names.has(name));
  if (unnamed.every(({ name }) => bound.some((column) => isNumberedOf(column.name, name)))) return bound;
  const columns = new Map(written.map(({ name, type }) => [name, { name, type }]));
  if (written.some(({ name, type }) => columns.get(name)?.type !== type)) {
    throw unsupported('A union of views by a wildcard with a column of two types', span);
  }
  return [...(source === undefined ? [] : [{ name: source, type: 'string' } as const]), ...columns.values()];
}

function isNumberedOf(name: string, stem: string): boolean {
  return name.startsWith(`${stem}_`);
}

/** A union whose result's columns are known. A column of two types is two columns: `x_long`, `x_string`. */
export function unionOf(
  inputs: readonly Input[],
  columns: readonly ColumnSchema[],
  withSource: string | undefined,
  span: UnionPlan['span'],
): UnionPlan {
  const nowhere = inputs.map(() => -1);
  const places = new Map<string, number[]>();
  for (const [i, { plan }] of inputs.entries()) {
    for (const [at, { name, type }] of plan.columns.entries()) {
      const key = `${type} ${name}`;
      const inInputs = places.get(key) ?? [...nowhere];
      inInputs[i] = at;
      places.set(key, inInputs);
    }
  }
  const mapping = columns.map(({ name, type }, i) => {
    if (i === 0 && withSource !== undefined) return nowhere;
    return places.get(`${type} ${name}`) ?? places.get(`${type} ${stemOf(name, type)}`) ?? nowhere;
  });
  return { kind: 'union', inputs, mapping, withSource, columns, span };
}

/** The `x` of `x_long` and `x_long1`. */
function stemOf(name: string, type: ScalarType): string {
  const numbered = name.replace(/\d+$/, '');
  return numbered.endsWith(`_${type}`) ? numbered.slice(0, -type.length - 1) : '';
}

/** `x_long1` of `x_long`: what a column of two types is called where another has that name. */
function isNumbered(name: string, stem: string): boolean {
  return name.startsWith(stem) && /^\d*$/.test(name.slice(stem.length));
}

/** A column that is called `x_long` keeps its name before an `x` of two types, which the binder prefers. */
function realNamesKept(columns: readonly ColumnSchema[], inputs: readonly Input[]): readonly ColumnSchema[] {
  const written = inputs.flatMap(({ plan }) => plan.columns);
  const names = new Set(written.map(({ name }) => name));
  const generated = new Set(written.map(({ name, type }) => `${type} ${name}_${type}`));
  const result = [...columns];
  for (const [i, { name, type }] of columns.entries()) {
    if (!names.has(name) || !generated.has(`${type} ${name}`)) continue;
    const other = columns.findIndex((column, j) => j !== i && column.type === type && isNumbered(column.name, name));
    if (other >= 0) [result[i], result[other]] = [columns[other], columns[i]];
  }
  return result;
}

/** The tables of an operand: several for a wildcard, none for a name that `isfuzzy` forgives. */
export function unionOperands(node: Expression, lowering: Lowering): { plan: Plan; name: string | undefined }[] {
  const operand = withoutParentheses(node);
  const symbol = is(operand, 'NameReference') ? operand.ReferencedSymbol : undefined;
  if (symbol === null || isFromNothing(operand)) return [];
  if (symbol !== undefined && is(operand, 'NameReference') && operand.SimpleName?.includes('*')) {
    const members =
      className(symbol) === 'GroupSymbol' ? items((symbol as Kusto.Language.Symbols.GroupSymbol).Members) : [symbol];
    const byName = members.toSorted((a, b) => ((a.Name ?? '') < (b.Name ?? '') ? -1 : 1));
    return byName.map((member) => wildcardMember(member, operand, lowering));
  }
  const plan = lowering.plan(operand);
  const isView = symbol !== undefined && className(symbol) === 'FunctionSymbol';
  return [{ plan, name: isView ? (symbol.Name ?? undefined) : tableName(plan, lowering) }];
}

/** A table or a view of the query whose name a wildcard matches. */
function wildcardMember(member: Kusto.Language.Symbols.Symbol, wildcard: Expression, lowering: Lowering) {
  const name = member.Name ?? '';
  const binding = lowering.scope.lookup(name);
  if (binding?.kind === 'function') return { plan: planOfView(binding), name };
  const columns = columnsOf(member as Kusto.Language.Symbols.TypeSymbol) ?? [];
  return { plan: { kind: 'table', name, columns, span: lowering.span(wildcard) } as const, name };
}

/** The body of a function without parameters, in the names that were in sight where it was declared. */
export function planOfView({ node, lowering }: Extract<Binding, { kind: 'function' }>): Plan {
  const body = node.Body!;
  return declare(elements<Statement>(body.Statements), lowering).plan(body.Expression!);
}

/** The name of a table, or the one that `as` gave it. */
function tableName(plan: Plan, { query }: Lowering): string | undefined {
  if (plan.kind === 'table') return plan.name;
  return [...query.named].find(([, named]) => named === plan)?.[0];
}
