import type { Span } from '../../base/span.ts';
import { items, language } from '../load.ts';
import { type Code, codeService } from './code-service.ts';

/** The places of the name at a position: where the query declares it and where it refers to it. */
export interface RelatedNames {
  /** Missing when the name comes from a table or is built in. */
  readonly declaration: Span | undefined;
  readonly references: readonly Span[];
}

/** Where the name at a position stands elsewhere in the query; undefined when there is no name there. */
export function relatedNames(code: Code, position: number): RelatedNames | undefined {
  const { RelatedElementKind } = language.Editor;
  const related = codeService(code).GetRelatedElements(position);
  const elements = items<Kusto.Language.Editor.RelatedElement>(related?.Elements);
  const spans = (kind: Kusto.Language.Editor.RelatedElementKind): Span[] =>
    elements.filter((element) => element.Kind === kind).map(({ Start, Length }) => ({ start: Start, length: Length }));
  const references = spans(RelatedElementKind.Reference);
  const [declaration] = spans(RelatedElementKind.Declaration);
  if (declaration === undefined && references.length === 0) return undefined;
  return { declaration, references };
}

/** The place that declares the name at a position: a `let`, a parameter, or a column that the query computes. */
export function definitionAt(code: Code, position: number): Span | null {
  return relatedNames(code, position)?.declaration ?? null;
}
