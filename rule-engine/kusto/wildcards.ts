import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { children, is, parametersOf, type SyntaxElement, textOf } from './syntax.ts';

/**
 * True for a wildcard that matches nothing where Kusto forgives it, which the service does not: a table's in
 * `union isfuzzy=true`, columns' in `project-away` and its like.
 */
export function isWildcardForNothing(
  { code, span }: Diagnostic,
  { Syntax: root, Text: text }: Kusto.Language.KustoCode,
): boolean {
  const written = text?.slice(span.start, span.start + span.length) ?? '';
  if (!/^[\w*]*\*[\w*]*$/.test(written) || root === null) return false;
  if (code !== 'KS142' && code !== 'KS109') return false;
  return isWithin(root, span.start, (node) => isFuzzyUnion(node) || isChoiceOfColumns(node));
}

function isFuzzyUnion(node: SyntaxElement): boolean {
  if (!is(node, 'UnionOperator')) return false;
  const fuzzy = parametersOf(node.Parameters).get('isfuzzy');
  return fuzzy !== undefined && textOf(fuzzy) === 'true';
}

function isChoiceOfColumns(node: SyntaxElement): boolean {
  return is(node, 'ProjectAwayOperator') || is(node, 'ProjectKeepOperator') || is(node, 'ProjectReorderOperator');
}

function isWithin(node: SyntaxElement, at: number, holds: (node: SyntaxElement) => boolean): boolean {
  if (node.TextStart > at || node.End <= at) return false;
  return holds(node) || children(node).some((child) => isWithin(child, at, holds));
}
