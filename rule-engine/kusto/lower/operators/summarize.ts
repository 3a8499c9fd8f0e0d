import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { NamedExpr, Plan, SummarizeItem, SummarizePlan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import type { Expression, elements } from '../../syntax.ts';
import { resultOf, summarizeItem } from '../aggregates.ts';
import type { Lowering } from '../lowering.ts';
import { assignments, resultColumns } from '../named-expressions.ts';

/** `summarize`: the binder's columns are the keys, then those of each aggregate, in order. */
export function lowerSummarize(
  node: Kusto.Language.Syntax.SummarizeOperator,
  input: Plan,
  lowering: Lowering,
): SummarizePlan {
  const inside = lowering.over(input);
  const columns = resultColumns(node, lowering);
  if (node.ByClause?.BinClause) throw unsupported("'bin=' after 'by'", lowering.span(node.ByClause));
  const by = assignments(node.ByClause?.Expressions ?? null).map(({ node: key }, i): NamedExpr => {
    if (key === undefined) throw unsupported('* as a key', lowering.span(node));
    return { name: columns[i].name, expr: inside.expr(key) };
  });
  const rest = columns.slice(by.length);
  const keys = new Set(by.map((key) => (key.expr.kind === 'column' ? key.expr.name : '')));
  const aggregates = assignments(node.Aggregates).map(({ names, node: value }): SummarizeItem => {
    if (value === undefined) throw unsupported('* as an aggregate', lowering.span(node));
    return summarizeItem(value, takeColumns(value, names, rest, keys), inside);
  });
  return { kind: 'summarize', input, aggregates, by, columns, span: lowering.span(node) };
}

/** Takes an item's columns off `rest`. Of a `*`, those are left out that are keys already. */
function takeColumns(
  node: Expression,
  names: readonly string[] | undefined,
  rest: ColumnSchema[],
  keys: ReadonlySet<string>,
): ColumnSchema[] {
  const own = resultOf(node);
  if (own.length === 1) return rest.splice(0, 1);
  if (names !== undefined && names.length >= own.length) return rest.splice(0, own.length);
  const taken: ColumnSchema[] = [];
  for (const [i, column] of own.entries()) {
    const next = rest[0];
    if (next === undefined) break;
    const named = names !== undefined && i < names.length;
    if (!named && keys.has(column.name) && !isRenamed(next.name, column.name)) continue;
    taken.push(...rest.splice(0, 1));
  }
  return taken;
}

/** Kusto numbers a name that is taken: `Key1` for `Key`. */
function isRenamed(name: string, original: string): boolean {
  return name.endsWith(original) || (name.startsWith(original) && /^\d+$/.test(name.slice(original.length)));
}

/** The keys of a `by` clause other than `summarize`'s. */
export function lowerKeys(
  list: Parameters<typeof elements<Expression>>[0],
  columns: readonly ColumnSchema[],
  lowering: Lowering,
): NamedExpr[] {
  return assignments(list).map(({ node }, i) => ({ name: columns[i].name, expr: lowering.expr(node!) }));
}
