import { className, type Expression, is, type SyntaxElement } from './syntax.ts';

/**
 * Columns that hold JSON as text in Defender XDR and as dynamic values in Sentinel, whose types the catalogue has. Rules
 * for Defender group by them.
 * @see https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceinfo-table
 */
const JSON_COLUMNS: ReadonlySet<string> = new Set([
  'AdditionalFields',
  'ConnectedNetworks',
  'DefaultGateways',
  'DnsAddresses',
  'IPAddresses',
  'LoggedOnUsers',
]);

/** True for such a column where rows are grouped by it, in `summarize … by` and `distinct`. */
export function isGroupedJson(node: Expression | undefined): boolean {
  const key = is(node, 'SimpleNamedExpression') ? node.Expression : node;
  if (!is(key, 'NameReference') || !JSON_COLUMNS.has(key.SimpleName ?? '')) return false;
  let around: SyntaxElement | null = key.Parent;
  while (around !== null && !/(Operator|ByClause)$/.test(className(around))) around = around.Parent;
  return is(around, 'SummarizeByClause') || is(around, 'DistinctOperator');
}
