import type { Segments } from '../../../rule-engine/index.ts';
import { areSegments, hasTexts, isObject } from '../kept/kept-value.ts';
import type { RuleDescription } from '../rule/rule-description.ts';

/** A rule's texts as the browser keeps them, by the rule's key, and the rule itself where the page was not built with it. */
export interface KeptRule {
  readonly rule: string;
  readonly segments: Segments;
  readonly opened: RuleDescription | undefined;
}

const texts = ['id', 'title', 'version', 'description', 'severity', 'confidence'];
const lists = [
  'tactics',
  'techniques',
  'dataSources',
  'requiredTables',
  'entities',
  'falsePositives',
  'threats',
  'references',
];

/** Whether a value of the browser's store is a rule that can be opened: another version of the page may have left it, or a fault. */
export function isKeptRule(value: unknown): value is KeptRule {
  if (!isObject(value) || typeof value.rule !== 'string' || !areSegments(value.segments)) return false;
  return value.opened === undefined || isDescription(value.opened);
}

function isDescription(value: unknown): value is RuleDescription {
  if (!isObject(value) || !isObject(value.metadata) || !isObject(value.guide)) return false;
  const { metadata, tests } = value;
  return (
    areSegments(value.shippedSegments) &&
    typeof value.folder === 'string' &&
    (tests === undefined || isObject(tests)) &&
    isObject(metadata.schedule) &&
    hasTexts(metadata, texts) &&
    lists.every((name) => Array.isArray(metadata[name]))
  );
}
