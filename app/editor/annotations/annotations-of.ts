import { type ComposedQuery, parseExclusions, type Span, spanContains } from '../../../rule-engine/index.ts';
import type { RuleTab } from '../../stores/rule/rule-tab.ts';
import { exclusionLabel, literalLabel, shortLiteralLabel, sourceLabel } from './labels.ts';
import type { Annotation } from './layout.ts';
import type { LiveAnnotations, Placed } from './live-annotations.ts';

/** The part of the query that a tab shows. */
export function spanOfTab(query: ComposedQuery, tab: RuleTab): Span {
  return tab === 'whole' ? { start: 0, length: query.text.length } : query.spans[tab];
}

/** The counts of those whose place a tab shows, with that place in the tab's own text. */
export function within<Count>(placed: readonly Placed<Count>[], shown: Span): Placed<Count>[] {
  return placed
    .filter(({ span }) => spanContains(shown, span))
    .map((item) => ({ ...item, span: { start: item.span.start - shown.start, length: item.span.length } }));
}

/** What is to be written into a tab's text. */
export function annotationsOf(query: ComposedQuery, tab: RuleTab, live: LiveAnnotations): Annotation[] {
  const shown = spanOfTab(query, tab);
  return [
    ...within(live.literals, shown).map(({ index, count, span }) => ({
      id: `literal ${index}`,
      span,
      label: literalLabel(count),
      shortLabel: shortLiteralLabel(count),
      atLineEnd: false,
    })),
    ...exclusionAnnotations(query, live, shown),
    ...within(live.steps, shown)
      .filter(({ count }) => count.rowsIn === count.rowsOut)
      .flatMap(({ index, count, span }) => {
        const start = shown.start + span.start;
        if (!isSource(query.text, start)) return [];
        const label = sourceLabel(count);
        return [{ id: `step ${index}`, span, label, shortLabel: label, atLineEnd: true }];
      }),
  ];
}

/** An exclusion's count stands behind its name in the comment above it, which is shorter than the step. */
function exclusionAnnotations(query: ComposedQuery, live: LiveAnnotations, shown: Span): Annotation[] {
  const segment = query.spans.exclusions;
  if (!spanContains(shown, segment)) return [];
  const inTab = segment.start - shown.start;
  const named = parseExclusions(query.text.slice(segment.start, segment.start + segment.length));
  return within(live.exclusions, segment).map(({ index, count, span }) => {
    const exclusion = named.find((step) => step.enabled && spanContains(step.span, span));
    const at = (exclusion?.commentSpan ?? exclusion?.span ?? span).start;
    const label = exclusionLabel(count, live.hidden[index] ?? 0);
    const place = { start: inTab + at, length: 0 };
    return { id: `exclusion ${index}`, span: place, label, shortLabel: label, atLineEnd: true, group: 'exclusions' };
  });
}

/** True when the step at an offset is no operator behind a pipe but what a pipeline begins with. */
function isSource(text: string, start: number): boolean {
  return !text.slice(0, start).trimEnd().endsWith('|');
}
