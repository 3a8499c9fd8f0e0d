import { type SegmentName, segmentTitles } from '../../../rule-engine/index.ts';

/** One of the rule's texts, or the query that they make. */
export type RuleTab = SegmentName | 'whole';

/** The tabs of the rule's texts, in the order in which they stand: those that are tuned come first. */
export const ruleTabs: readonly { readonly id: RuleTab; readonly title: string }[] = [
  ...(['patterns', 'exclusions', 'detection', 'output'] as const).map((id) => ({ id, title: segmentTitles[id] })),
  { id: 'whole', title: 'Whole query' },
];
