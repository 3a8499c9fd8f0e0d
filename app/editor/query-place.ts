import { type Span, toSegmentSpans } from '../../rule-engine/index.ts';
import { useRuleStore } from '../stores/rule/rule-store.ts';
import type { RuleTab } from '../stores/rule/rule-tab.ts';
import { type editor, type IPosition, type IRange, Range } from './monaco/monaco.ts';
import { ruleModels } from './rule-models.ts';

/** A model as a part of the query that the language worker is asked about. */
export interface QueryPlace {
  readonly tab: RuleTab | undefined;
  /** The whole query; a model of no rule is a query of its own. */
  readonly text: string;
  /** The part that the model shows. */
  readonly span: Span;
}

/** Where a model stands in the whole query. */
export function placeOf(model: editor.ITextModel): QueryPlace {
  const tab = ruleModels().tabOf(model);
  const { query } = useRuleStore.getState();
  if (tab === undefined || tab === 'whole') {
    const text = model.getValue();
    return { tab, text, span: { start: 0, length: text.length } };
  }
  return { tab, text: query.text, span: query.spans[tab] };
}

/** The position in the whole query. */
export function queryPosition(model: editor.ITextModel, position: IPosition): number {
  return placeOf(model).span.start + model.getOffsetAt(position);
}

/** A span of a model's own text as monaco's range. */
export function rangeOf(model: editor.ITextModel, span: Span): Range {
  return Range.fromPositions(model.getPositionAt(span.start), model.getPositionAt(span.start + span.length));
}

/** A span of the whole query as a range of the model that shows it; undefined when another model does. */
export function rangeIn(model: editor.ITextModel, place: QueryPlace, span: Span): Range | undefined {
  const start = span.start - place.span.start;
  if (start < 0 || start + span.length > place.span.length) return undefined;
  return rangeOf(model, { start, length: span.length });
}

/** The span of the whole query that a range of a model covers. */
export function querySpan(model: editor.ITextModel, range: IRange): Span {
  const start = queryPosition(model, { lineNumber: range.startLineNumber, column: range.startColumn });
  const end = queryPosition(model, { lineNumber: range.endLineNumber, column: range.endColumn });
  return { start, length: end - start };
}

/** The segment's model and the range in it that shows a span of the whole query, or its beginning. */
export function locate(span: Span): { readonly model: editor.ITextModel; readonly range: IRange } {
  const { query } = useRuleStore.getState();
  const [part] = toSegmentSpans(query, span);
  const model = ruleModels().model(part.segment);
  return { model, range: rangeOf(model, part.span) };
}
