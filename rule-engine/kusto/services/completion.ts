import type { Span } from '../../base/span.ts';
import { items, language } from '../load.ts';
import { scalarTypeOf } from '../types.ts';
import { type Code, codeService } from './code-service.ts';
import { operatorHelp } from './operator-help.ts';

/** A text that can stand at the caret. */
export interface CompletionItem {
  /** What the list shows and what typing is matched with: the bare name. */
  readonly label: string;
  readonly kind:
    | 'table'
    | 'column'
    | 'function'
    | 'aggregate'
    | 'operator'
    | 'keyword'
    | 'variable'
    | 'literal'
    | 'plugin'
    | 'other';
  /** The text before and after the caret once inserted. */
  readonly before: string;
  readonly after: string;
  /** A function's parameters, a column's type, what an operator does; may be empty. */
  readonly detail: string;
  /** The items' order, by code unit. */
  readonly sortText: string;
  /** The part of the query's text that it replaces. */
  readonly replace: Span;
}

const kinds: Readonly<Record<string, CompletionItem['kind']>> = {
  Keyword: 'keyword',
  Syntax: 'keyword',
  Example: 'literal',
  ScalarPrefix: 'keyword',
  TabularPrefix: 'keyword',
  TabularSuffix: 'keyword',
  QueryPrefix: 'operator',
  ScalarInfix: 'operator',
  RenderChart: 'keyword',
  Column: 'column',
  Table: 'table',
  BuiltInFunction: 'function',
  LocalFunction: 'function',
  DatabaseFunction: 'function',
  AggregateFunction: 'aggregate',
  Parameter: 'variable',
  Variable: 'variable',
  MaterialiedView: 'table',
  ScalarType: 'keyword',
  Option: 'keyword',
};

const CLUSTER_FUNCTIONS = new Set([
  'cluster',
  'database',
  'entity_group',
  'external_table',
  'graph',
  'macro-expand',
  'materialized_view',
  'stored_query_result',
]);

/** What can stand at a position of the query, with the names that the query and the schema declare. */
export function completionsAt(code: Code, position: number): CompletionItem[] {
  const options = language.Editor.CompletionOptions.Default?.WithAutoAppendWhitespace(false) ?? null;
  const found = codeService(code).GetCompletionItems(position, options);
  if (found === null) return [];
  const replace = { start: found.EditStart, length: found.EditLength };
  const columns = columnTypes(code, position);
  return items<Kusto.Language.Editor.CompletionItem>(found.Items)
    .filter((item) => !CLUSTER_FUNCTIONS.has(item.MatchText ?? ''))
    .map((item) => {
      const label = item.MatchText || item.DisplayText || '';
      const kind = kinds[kindNames.get(item.Kind) ?? ''] ?? 'other';
      return {
        label,
        kind,
        before: item.BeforeText ?? label,
        after: item.AfterText ?? '',
        detail: detailOf(item, label, kind, columns),
        sortText: item.OrderText ?? label,
        replace,
      };
    });
}

function detailOf(
  item: Kusto.Language.Editor.CompletionItem,
  label: string,
  kind: CompletionItem['kind'],
  columns: ReadonlyMap<string, string>,
): string {
  if (kind === 'column') return columns.get(label) ?? '';
  if (kind === 'operator') return operatorHelp(label) ?? '';
  const shown = item.DisplayText ?? '';
  return shown.startsWith(label) ? shown.slice(label.length) : '';
}

function columnTypes(code: Code, position: number): ReadonlyMap<string, string> {
  const columns = items<Kusto.Language.Symbols.ColumnSymbol>(code.GetColumnsInScope(position)?.Columns);
  return new Map(columns.map((column) => [column.Name ?? '', scalarTypeOf(column.Type)]));
}

/** Microsoft's enums map names to numbers at run time, and not back. */
const kindNames: ReadonlyMap<number, string> = new Map(
  Object.entries(language.Editor.CompletionKind as unknown as Record<string, unknown>).flatMap(([name, value]) =>
    typeof value === 'number' ? [[value, name] as const] : [],
  ),
);
