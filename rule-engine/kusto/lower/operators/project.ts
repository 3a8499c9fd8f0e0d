import { invariant } from '../../../base/assert.ts';
import { invalid } from '../../../diagnostics/diagnostic.ts';
import { columnExpr } from '../../../plan/make-expr.ts';
import type { NamedExpr, Plan, ProjectPlan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { type Expression, elements, is, type SyntaxNode } from '../../syntax.ts';
import { isOpen } from '../../types.ts';
import type { Lowering } from '../lowering.ts';
import { assignments, projected, resultColumns } from '../named-expressions.ts';

type ExpressionList = Parameters<typeof assignments>[0];

/** `project`: the binder's result columns are the items, in order. */
export function lowerProject(
  node: Kusto.Language.Syntax.ProjectOperator,
  input: Plan,
  lowering: Lowering,
): ProjectPlan {
  const columns = resultColumns(node, lowering);
  const items = projectItems(node.Expressions, columns, input, lowering);
  return { kind: 'project', operator: 'project', input, items, columns, span: lowering.span(node) };
}

/** The items of a list of expressions that makes all of the result's columns. */
export function projectItems(
  list: ExpressionList,
  columns: readonly ColumnSchema[],
  input: Plan,
  lowering: Lowering,
): NamedExpr[] {
  const inside = lowering.over(input);
  const found = assignments(list).flatMap(({ names, node }, i): NamedExpr[] => {
    if (node === undefined) {
      const star = elements<Expression>(list)[i];
      return input.columns.map((column) => ({ name: column.name, expr: readColumn(column, star, lowering) }));
    }
    return projected({ names, node }, inside).map((expr) => ({ name: '', expr }));
  });
  invariant(found.length === columns.length, 'an item for each column');
  return found.map((item, i) => ({ name: columns[i].name, expr: item.expr }));
}

/** `project-away`, `project-keep`, `project-reorder`: globs and orders are resolved by the binder. */
export function lowerProjectByName(node: Expression, input: Plan, lowering: Lowering): ProjectPlan {
  // The binder makes a column of a pattern that matches none.
  const columns = resultColumns(node, lowering).filter(({ name }) => !name.includes('*') || isColumn(name, input));
  const operator = is(node, 'ProjectAwayOperator')
    ? 'project-away'
    : is(node, 'ProjectKeepOperator')
      ? 'project-keep'
      : 'project-reorder';
  const items = columns.map((column) => ({ name: column.name, expr: readColumn(column, node, lowering) }));
  return { kind: 'project', operator, input, items, columns, span: lowering.span(node) };
}

function isColumn(name: string, input: Plan): boolean {
  return input.columns.some((column) => column.name === name);
}

/** `project-by-names "a", dynamic(["b", "c*"])`: the columns that the names and patterns match, in their order. */
export function lowerProjectByNames(
  node: Kusto.Language.Syntax.ProjectByNamesOperator,
  input: Plan,
  lowering: Lowering,
): ProjectPlan {
  const span = lowering.span(node);
  const found = new Map<string, ColumnSchema>();
  for (const pattern of elements<Expression>(node.Expressions).flatMap((one) => namesIn(one, lowering))) {
    for (const column of input.columns) if (isMatch(column.name, pattern)) found.set(column.name, column);
  }
  const columns = [...found.values()].map(({ name, type }) => ({ name, type }));
  const items = columns.map((column) => ({ name: column.name, expr: readColumn(column, node, lowering) }));
  return { kind: 'project', operator: 'project-keep', input, items, columns, span };
}

/** The constant text, or the texts of the constant array. */
function namesIn(node: Expression, lowering: Lowering): readonly string[] {
  const expr = lowering.expr(node);
  const value = expr.kind === 'literal' ? expr.value : undefined;
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.map(String);
  throw invalid('column-names', 'Names of columns must be constant', expr.span);
}

/** `*` stands for any text. */
function isMatch(name: string, pattern: string): boolean {
  const [first, ...others] = pattern.split('*');
  if (others.length === 0) return name === pattern;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  const last = others.pop() ?? '';
  for (const part of others) {
    const next = name.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

/** `project-rename new = old`: every column stays in its place. */
export function lowerProjectRename(
  node: Kusto.Language.Syntax.ProjectRenameOperator,
  input: Plan,
  lowering: Lowering,
): ProjectPlan {
  const columns = isOpen(node.ResultType) ? renamed(node, input) : resultColumns(node, lowering);
  const items = columns.map((column, i) => ({ name: column.name, expr: readColumn(input.columns[i], node, lowering) }));
  return { kind: 'project', operator: 'project-rename', input, items, columns, span: lowering.span(node) };
}

/** The input's columns under their new names: of an open table the binder has others, and in another order. */
function renamed(node: Kusto.Language.Syntax.ProjectRenameOperator, input: Plan): readonly ColumnSchema[] {
  const names = new Map<string | null, string | undefined>();
  for (const { names: given, node: old } of assignments(node.Expressions)) {
    if (old !== undefined && is(old, 'NameReference')) names.set(old.SimpleName, given?.[0]);
  }
  return input.columns.map(({ name, type }) => ({ name: names.get(name) ?? name, type }));
}

function readColumn(column: ColumnSchema, node: SyntaxNode, lowering: Lowering) {
  return columnExpr(column, lowering.span(node));
}
