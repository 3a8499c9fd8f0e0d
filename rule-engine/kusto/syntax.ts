import { className, items } from './load.ts';

/** Microsoft's syntax classes, under short names. */
export type SyntaxElement = Kusto.Language.Syntax.SyntaxElement;
export type SyntaxNode = Kusto.Language.Syntax.SyntaxNode;
export type Expression = Kusto.Language.Syntax.Expression;
export type QueryOperator = Kusto.Language.Syntax.QueryOperator;
export type Statement = Kusto.Language.Syntax.Statement;
export type NamedParameter = Kusto.Language.Syntax.NamedParameter;
export type FunctionCall = Kusto.Language.Syntax.FunctionCallExpression;
export type NameReference = Kusto.Language.Syntax.NameReference;
export type ExpressionList = Kusto.Language.Syntax.ExpressionList;

interface SeparatedList<T> extends Kusto.Language.Syntax.SyntaxList {
  getItem$1(index: number): Kusto.Language.Syntax.SeparatedElement$1<T> | null;
}

/** The elements of a comma-separated list, without their separators. */
export function elements<T>(list: SeparatedList<T> | null): T[] {
  const found: T[] = [];
  for (let i = 0; i < (list?.Count ?? 0); i++) {
    const element = list?.getItem$1(i)?.Element$1;
    if (element !== null && element !== undefined) found.push(element);
  }
  return found;
}

/** The nodes of a list without separators. */
export function nodes<T>(list: Kusto.Language.Syntax.SyntaxList$1<T> | null): T[] {
  const found: T[] = [];
  for (let i = 0; i < (list?.Count ?? 0); i++) {
    const node = list?.getItem$1(i);
    if (node !== null && node !== undefined) found.push(node);
  }
  return found;
}

/** True when `node` is of that syntax class. */
export function is<Name extends keyof typeof Kusto.Language.Syntax>(
  node: SyntaxElement | null | undefined,
  name: Name,
): node is (typeof Kusto.Language.Syntax)[Name] extends { prototype: infer Node extends SyntaxElement } ? Node : never {
  return node !== null && node !== undefined && className(node) === name;
}

/** The arguments of a call. */
export function argumentsOf(list: ExpressionList | null): Expression[] {
  return elements<Expression>(list?.Expressions ?? null);
}

/** The children of a node, tokens among them. */
export function children(node: SyntaxElement): SyntaxElement[] {
  const found: SyntaxElement[] = [];
  for (let i = 0; i < node.ChildCount; i++) {
    const child = node.GetChild(i);
    if (child !== null) found.push(child);
  }
  return found;
}

/** An expression without the parentheses around it. */
export function withoutParentheses(node: Expression): Expression {
  let inner = node;
  while (is(inner, 'ParenthesizedExpression') && inner.Expression !== null) inner = inner.Expression;
  return inner;
}

/** The named parameters of an operator (`kind=inner`, `hint.strategy=shuffle`), by name in lower case. */
export function parametersOf(
  list: Kusto.Language.Syntax.SyntaxList$1<NamedParameter> | null,
): ReadonlyMap<string, Expression> {
  const found = new Map<string, Expression>();
  for (const parameter of nodes(list)) {
    const name = parameter.Name?.SimpleName?.toLowerCase();
    if (name !== undefined && parameter.Expression !== null) found.set(name, parameter.Expression);
  }
  return found;
}

/** The text of a node as written, comments and white space within it included. */
export function textOf(node: SyntaxElement): string {
  return node.ToString(INTERIOR_TRIVIA) ?? '';
}

const INTERIOR_TRIVIA = 1 as Kusto.Language.Syntax.IncludeTrivia;

export { className, items };
