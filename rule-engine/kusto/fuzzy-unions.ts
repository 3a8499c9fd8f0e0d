import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { children, is, parametersOf, type SyntaxElement, textOf } from './syntax.ts';

/** True for a wildcard that matches no table where `union isfuzzy=true` forgives it: the service does not. */
export function isForgiven(
  { code, span }: Diagnostic,
  { Syntax: root, Text: text }: Kusto.Language.KustoCode,
): boolean {
  const written = text?.slice(span.start, span.start + span.length) ?? '';
  return code === 'KS142' && written.includes('*') && root !== null && isInFuzzyUnion(root, span.start);
}

function isInFuzzyUnion(node: SyntaxElement, at: number): boolean {
  if (node.TextStart > at || node.End <= at) return false;
  if (is(node, 'UnionOperator')) {
    const fuzzy = parametersOf(node.Parameters).get('isfuzzy');
    if (fuzzy !== undefined && textOf(fuzzy) === 'true') return true;
  }
  return children(node).some((child) => isInFuzzyUnion(child, at));
}
