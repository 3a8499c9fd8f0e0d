import { exclusionChanges } from './exclusion-changes.ts';
import { patternChanges } from './pattern-changes.ts';
import type { RuleChange, RuleText } from './rule-change.ts';
import { stepChanges } from './step-changes.ts';

/** The differences between two versions of a rule, each in its text's order. */
export function compareTexts(before: RuleText, now: RuleText): RuleChange {
  const lists = patternChanges(before.query, now.query);
  return {
    patterns: lists.patterns,
    exclusions: exclusionChanges(before, now),
    steps: [
      ...lists.statements,
      ...stepChanges('detection', before.query, now.query),
      ...stepChanges('output', before.query, now.query),
    ],
  };
}
