import {
  type ComposedQuery,
  parseExclusions,
  type RuleEdit,
  type Span,
  segmentText,
} from '../../../rule-engine/index.ts';

/** What the edits between two versions of a rule are called: by the rule's own text, those of exclusions by the exclusion's name. */
export function editTitles(
  edits: readonly Pick<RuleEdit, 'kind' | 'what' | 'exclusion' | 'title' | 'span' | 'otherSpan'>[],
  now: ComposedQuery,
  then: ComposedQuery,
): readonly string[] {
  const nowAt = namesIn(now);
  const thenAt = namesIn(then);
  return edits.map((edit) => {
    const { kind, what, exclusion, span, otherSpan } = edit;
    const title = titleByText(edit, now, then);
    const name = exclusion ? (nowAt(span) ?? thenAt(otherSpan)) : undefined;
    if (name === undefined) return title;
    return what === 'step' ? `Exclusion ${kind}: “${name}”` : `${title}, in “${name}”`;
  });
}

/** A condition or step as it is written; a literal's title names it already. */
function titleByText(
  { kind, what, title, span, otherSpan }: Pick<RuleEdit, 'kind' | 'what' | 'title' | 'span' | 'otherSpan'>,
  now: ComposedQuery,
  then: ComposedQuery,
): string {
  if (what !== 'condition' && what !== 'step') return title;
  const is = span && shortened(now.text.slice(span.start, span.start + span.length));
  const was = otherSpan && shortened(then.text.slice(otherSpan.start, otherSpan.start + otherSpan.length));
  if (kind === 'changed') return is && was ? `Changed: ${was} → ${is}` : title;
  return `${what === 'step' ? 'Step' : 'Condition'} ${kind}: ${is ?? was}`;
}

const longest = 120;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** The name of the exclusion that a span of a query is in. */
function namesIn(query: ComposedQuery): (span: Span | undefined) => string | undefined {
  const exclusions = parseExclusions(segmentText(query, 'exclusions'));
  return (span) => {
    if (span === undefined) return undefined;
    const at = span.start - query.spans.exclusions.start;
    return exclusions.find(({ span: own, enabled }) => enabled && at >= own.start && at < own.start + own.length)?.name;
  };
}
