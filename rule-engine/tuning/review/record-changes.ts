import type { ExclusionChange, RuleChange, StepChange } from '../../rule/change/rule-change.ts';
import { segmentTitles } from '../../rule/segments.ts';
import { alterationText, changesCondition, rowsText, tagsOfChange } from './change-words.ts';
import { lineDiff } from './line-diff.ts';
import { codeBlock, codeText, plainText } from './markdown.ts';
import type { WeighedExclusion } from './review-facts.ts';

/** What changed, part by part, as Markdown: a heading each. Says so where nothing did. */
export function recordedChanges(
  { patterns, exclusions, steps }: RuleChange,
  weighed: readonly WeighedExclusion[],
): readonly string[] {
  if (patterns.length + exclusions.length + steps.length === 0) return ['The query is the same.'];
  const lists = patterns.map(({ kind, text, list }) =>
    [`- ${kind} ${codeText(text)}`, ...(list ? [`in ${codeText(list)}`] : [])].join(' '),
  );
  return [
    ...(lists.length > 0 ? ['### Patterns', lists.join('\n')] : []),
    ...(exclusions.length > 0 ? ['### Exclusions', ...exclusions.map((change) => exclusionText(change, weighed))] : []),
    ...steps.map(stepText),
  ];
}

function exclusionText(change: ExclusionChange, weighed: readonly WeighedExclusion[]): string {
  const { before, now } = change;
  const { name = '' } = now ?? before ?? {};
  const takes = weighed.find(({ exclusion }) => exclusion.span.start === now?.span.start)?.takes;
  const renamed = before && now && before.name !== now.name ? `was called ${before.name}` : '';
  const lines = [
    `**${plainText(name)}**: ${alterationText(change)}`,
    ...(takes ? [`takes ${rowsText(takes)}`] : []),
    ...[renamed, tagsOfChange(change)].filter(Boolean).map(plainText),
  ];
  return [lines.join('; '), ...(changesCondition(change) ? [diffBlock(before?.text, now?.text)] : [])].join('\n\n');
}

function stepText({ segment, before, now }: StepChange): string {
  return `### ${segmentTitles[segment]}\n\n${diffBlock(before, now)}`;
}

function diffBlock(before: string | undefined, now: string | undefined): string {
  return codeBlock('diff', lineDiff(before, now).join('\n'));
}
