import type { ExclusionAlteration, ExclusionChange } from '../../rule/change/rule-change.ts';
import { type ExclusionTags, exclusionTagNames } from '../../rule/exclusion-comment.ts';
import type { LabelCounts } from '../label.ts';
import type { RowCounts } from './review-facts.ts';

const alterationWords: Readonly<Record<ExclusionAlteration, string>> = {
  added: 'added',
  removed: 'removed',
  'switched on': 'switched on',
  'switched off': 'switched off',
  narrowed: 'narrowed',
  widened: 'widened',
  rewritten: 'written otherwise, the same rows',
  condition: 'condition changed',
  comment: 'comment changed',
};

/** `narrowed, comment changed`. */
export function alterationText({ alterations, now }: ExclusionChange): string {
  const words = alterations.map((alteration) => alterationWords[alteration]);
  const isAddedOff = alterations.includes('added') && now?.enabled === false;
  return [...words, ...(isAddedOff ? ['off'] : [])].join(', ');
}

/** True where an exclusion's KQL is another one, and not only its switch, its comment or its layout. */
export function changesCondition({ alterations }: ExclusionChange): boolean {
  const others: readonly ExclusionAlteration[] = ['switched on', 'switched off', 'comment'];
  return alterations.some((alteration) => !others.includes(alteration));
}

/** `owner Ana · ticket SEC-41 · reason Games`; empty without tags. */
function tagText(tags: ExclusionTags): string {
  return exclusionTagNames.flatMap((name) => (tags[name] ? [`${name} ${tags[name]}`] : [])).join(' · ');
}

/** The tags that differ: `owner Ana → Ben · no reason any more`. */
function tagChangeText(before: ExclusionTags, now: ExclusionTags): string {
  const changes = exclusionTagNames.flatMap((name) => {
    const [was, is] = [before[name] ?? '', now[name] ?? ''];
    if (was === is) return [];
    if (is === '') return [`no ${name} any more (was ${was})`];
    return [was === '' ? `${name} ${is}` : `${name} ${was} → ${is}`];
  });
  return changes.join(' · ');
}

/** The tags of an exclusion, or how they differ where its comment changed. */
export function tagsOfChange({ before, now, alterations }: ExclusionChange): string {
  if (before && now && alterations.includes('comment')) return tagChangeText(before.tags, now.tags);
  return tagText((now ?? before)?.tags ?? {});
}

/** `1 row`, `12,345 rows`. */
export function numberOf(value: number, one: string, many = `${one}s`): string {
  return `${value.toLocaleString('en-US')} ${value === 1 ? one : many}`;
}

/** `12 rows (9 FP, 3 unlabelled)`. */
export function rowsText({ rows, labels }: RowCounts): string {
  const labelled = labelText(labels);
  return `${numberOf(rows, 'row')}${labelled && ` (${labelled})`}`;
}

/** `9 FP, 3 unlabelled`. */
function labelText(labels: LabelCounts): string {
  return (['TP', 'FP', 'unsure', 'unlabelled'] as const)
    .flatMap((name) => (labels[name] > 0 ? [`${labels[name].toLocaleString('en-US')} ${name}`] : []))
    .join(', ');
}
