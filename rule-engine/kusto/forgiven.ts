import type { Span } from '../base/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isGroupedJson } from './json-columns.ts';
import { className } from './load.ts';
import { otherTypeNames } from './other-type-names.ts';
import { children, type Expression, is, type SyntaxElement } from './syntax.ts';
import { scalarTypeOf } from './types.ts';
import { isWildcardForNothing } from './wildcards.ts';

/** True for what the service finds wrong and Kusto does not. */
export function isForgiven(found: Diagnostic, code: Kusto.Language.KustoCode): boolean {
  if (code.Syntax === null) return false;
  if (found.code === 'KS005') return isOtherStrategy(code, found.span);
  if (found.code === 'KS160') return otherTypeNames.has(textAt(code, found.span));
  if (found.code === 'KS116') return isGroupedJson(expressionAt(code.Syntax, found.span));
  if (found.code === 'KS131') return isConstantName(expressionAt(code.Syntax, found.span));
  if (found.code === 'KS234' || found.code === 'KS235')
    return scalarTypeOf(expressionAt(code.Syntax, found.span)?.ResultType) === 'dynamic';
  return isWildcardForNothing(found, code);
}

function textAt({ Text: text }: Kusto.Language.KustoCode, { start, length }: Span): string {
  return text?.slice(start, start + length) ?? '';
}

/** Queries of Azure Monitor's own ask `summarize` for a strategy that is documented nowhere: it changes no result. */
function isOtherStrategy(code: Kusto.Language.KustoCode, span: Span): boolean {
  const before = code.Text?.slice(0, span.start) ?? '';
  return textAt(code, span) === 'partitioned' && /\bsummarize\s+hint\.strategy\s*=\s*$/.test(before);
}

/** A constant that a `let` names, or a function's parameter, will do where a literal is asked for. */
function isConstantName(node: Expression | undefined): boolean {
  if (!is(node, 'NameReference') || node.ReferencedSymbol === null) return false;
  return className(node.ReferencedSymbol) === 'ParameterSymbol' || node.IsConstant;
}

/** The expression at exactly the place. */
function expressionAt(node: SyntaxElement, span: Span): Expression | undefined {
  const inside = children(node).find((child) => child.TextStart <= span.start && child.End >= span.start + span.length);
  const found = inside && expressionAt(inside, span);
  if (found !== undefined) return found;
  const here = node.TextStart === span.start && node.Width === span.length;
  return here && 'ResultType' in node ? (node as Expression) : undefined;
}
