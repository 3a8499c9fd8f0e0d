import type { Span } from '../base/span.ts';
import { className } from './load.ts';
import { children, is, type SyntaxElement } from './syntax.ts';
import { scalarTypeOf } from './types.ts';

/**
 * Where in a query the keys of a join are of types that can't be compared: the first such `$left.x == $right.y`. The
 * service says so without a place (KS242).
 */
export function unlikeJoinKeys(node: SyntaxElement | null): Span | undefined {
  if (node === null) return undefined;
  if (is(node, 'JoinOnClause')) return unlikeKeys(node);
  for (const child of children(node)) {
    const found = unlikeJoinKeys(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unlikeKeys(node: SyntaxElement): Span | undefined {
  if (className(node) === 'BinaryExpression' && areUnlike(node as Kusto.Language.Syntax.BinaryExpression)) {
    return { start: node.TextStart, length: node.Width };
  }
  for (const child of children(node)) {
    const found = unlikeKeys(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function areUnlike({ Left: left, Right: right }: Kusto.Language.Syntax.BinaryExpression): boolean {
  if (!is(left, 'PathExpression') || !is(right, 'PathExpression')) return false;
  return keyType(left) !== keyType(right);
}

function keyType({ ResultType: type }: Kusto.Language.Syntax.Expression): string {
  const name = scalarTypeOf(type);
  return name === 'int' ? 'long' : name;
}
