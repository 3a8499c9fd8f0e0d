import { invariant } from '../../../base/assert.ts';
import type { NamedExpr } from '../../../plan/expr.ts';
import type { Plan, ProjectPlan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { type Expression, elements, is, type SyntaxNode } from '../../syntax.ts';
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
  const columns = resultColumns(node, lowering);
  const operator = is(node, 'ProjectAwayOperator')
    ? 'project-away'
    : is(node, 'ProjectKeepOperator')
      ? 'project-keep'
      : 'project-reorder';
  const items = columns.map((column) => ({ name: column.name, expr: readColumn(column, node, lowering) }));
  return { kind: 'project', operator, input, items, columns, span: lowering.span(node) };
}

/** `project-rename new = old`: every column stays in its place. */
export function lowerProjectRename(
  node: Kusto.Language.Syntax.ProjectRenameOperator,
  input: Plan,
  lowering: Lowering,
): ProjectPlan {
  const columns = resultColumns(node, lowering);
  const items = columns.map((column, i) => ({ name: column.name, expr: readColumn(input.columns[i], node, lowering) }));
  return { kind: 'project', operator: 'project-rename', input, items, columns, span: lowering.span(node) };
}

function readColumn(column: ColumnSchema, node: SyntaxNode, lowering: Lowering) {
  return { kind: 'column', name: column.name, type: column.type, span: lowering.span(node) } as const;
}
