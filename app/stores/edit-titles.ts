import { type ComposedQuery, parseExclusions, type RuleEdit, type Span } from '../../rule-engine/index.ts';

/** What the edits between two versions of a rule are called: those of exclusions by the exclusion's name. */
export function editTitles(
  edits: readonly Pick<RuleEdit, 'kind' | 'what' | 'exclusion' | 'title' | 'span' | 'otherSpan'>[],
  now: ComposedQuery,
  then: ComposedQuery,
): readonly string[] {
  const nowAt = namesIn(now);
  const thenAt = namesIn(then);
  return edits.map(({ kind, what, exclusion, title, span, otherSpan }) => {
    const name = exclusion ? (nowAt(span) ?? thenAt(otherSpan)) : undefined;
    if (name === undefined) return title;
    return what === 'step' ? `Exclusion ${kind}: “${name}”` : `${title}, in “${name}”`;
  });
}

/** The name of the exclusion that a span of a query is in. */
function namesIn({ text, spans }: ComposedQuery): (span: Span | undefined) => string | undefined {
  const { start, length } = spans.exclusions;
  const exclusions = parseExclusions(text.slice(start, start + length));
  return (span) => {
    if (span === undefined) return undefined;
    const at = span.start - start;
    return exclusions.find(({ span: own, enabled }) => enabled && at >= own.start && at < own.start + own.length)?.name;
  };
}
