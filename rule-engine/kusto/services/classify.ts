import type { Span } from '../../base/span.ts';
import { items, language } from '../load.ts';
import { type Code, codeService, textOfCode } from './code-service.ts';

/** What a part of the query is, as only its binding can tell. */
export interface ClassifiedSpan {
  readonly span: Span;
  readonly kind: SyntaxClass;
}

/** The classes that binding gives; comments, literals and punctuation need none and are left to the editor's lexer. */
export type SyntaxClass =
  | 'table'
  | 'column'
  | 'function'
  | 'parameter'
  | 'variable'
  | 'keyword'
  | 'operator'
  | 'query-operator'
  | 'type'
  | 'option';

const classes: Readonly<Record<string, SyntaxClass>> = {
  Type: 'type',
  Column: 'column',
  Table: 'table',
  MaterializedView: 'table',
  Function: 'function',
  Parameter: 'parameter',
  ClientParameter: 'parameter',
  QueryParameter: 'parameter',
  Variable: 'variable',
  ScalarOperator: 'operator',
  MathOperator: 'operator',
  QueryOperator: 'query-operator',
  Keyword: 'keyword',
  Option: 'option',
};

const byNumber: ReadonlyMap<number, SyntaxClass> = new Map(
  Object.entries(classes).map(([name, value]) => [
    (language.Editor.ClassificationKind as unknown as Record<string, number>)[name] ?? -1,
    value,
  ]),
);

/** The classified parts of the query, in order, without overlaps. */
export function classify(code: Code): ClassifiedSpan[] {
  const found = codeService(code).GetClassifications(0, textOfCode(code).length, true, true);
  return items<Kusto.Language.Editor.ClassifiedRange>(found?.Classifications).flatMap(({ Start, Length, Kind }) => {
    const kind = byNumber.get(Kind);
    return kind === undefined ? [] : [{ span: { start: Start, length: Length }, kind }];
  });
}
