import { spanContains } from '../../base/span.ts';
import type { Expr } from '../../plan/plan.ts';
import { walkPlan } from '../../plan/walk.ts';
import { type Exclusion, parseExclusions } from '../exclusions.ts';
import { segmentText, toQuerySpan } from '../segments.ts';
import { comparableText, likeness } from './comparable-text.ts';
import { implies } from './implication.ts';
import type { ExclusionAlteration, ExclusionChange, RuleText } from './rule-change.ts';

/** From this likeness on, a nameless exclusion is held to be another one changed. */
const alike = 0.6;

interface Pair {
  readonly before: Exclusion | undefined;
  readonly now: Exclusion | undefined;
}

/**
 * The exclusions that differ, in the newer text's order, then those that were removed. One is found again by its condition,
 * else by its name, else by most of its words. Their order changes nothing, so that one that moved is the same.
 */
export function exclusionChanges(before: RuleText, now: RuleText): readonly ExclusionChange[] {
  const [old, own] = [before, now].map(({ query }) => parseExclusions(segmentText(query, 'exclusions')));
  return pairsOf(old, own).flatMap((pair) => {
    const alterations = alterationsOf(pair, before, now);
    return alterations.length > 0 ? [{ ...pair, alterations }] : [];
  });
}

function pairsOf(old: readonly Exclusion[], own: readonly Exclusion[]): readonly Pair[] {
  const free = new Set(old);
  const found = new Map<Exclusion, Exclusion>();
  const pairWhere = (isSame: (a: Exclusion, b: Exclusion) => boolean): void => {
    for (const exclusion of own) {
      if (found.has(exclusion)) continue;
      const other = [...free].find((candidate) => isSame(candidate, exclusion));
      if (other === undefined) continue;
      free.delete(other);
      found.set(exclusion, other);
    }
  };
  pairWhere((a, b) => a.name === b.name && sameCondition(a, b));
  pairWhere(sameCondition);
  pairWhere((a, b) => a.name === b.name);
  pairWhere((a, b) => isNameless(a) && isNameless(b) && likeness(a.text, b.text) >= alike);
  return [
    ...own.map((exclusion) => ({ before: found.get(exclusion), now: exclusion })),
    ...[...free].map((exclusion) => ({ before: exclusion, now: undefined })),
  ];
}

function sameCondition(a: Exclusion, b: Exclusion): boolean {
  return comparableText(a.text) === comparableText(b.text);
}

function isNameless({ name, text }: Exclusion): boolean {
  return name === text.replace(/\s+/g, ' ');
}

function alterationsOf(pair: Pair, before: RuleText, now: RuleText): readonly ExclusionAlteration[] {
  const { before: was, now: is } = pair;
  if (was === undefined) return ['added'];
  if (is === undefined) return ['removed'];
  const alterations: ExclusionAlteration[] = [];
  if (was.enabled !== is.enabled) alterations.push(is.enabled ? 'switched on' : 'switched off');
  if (!sameCondition(was, is)) alterations.push(conditionChange(conditionOf(before, was), conditionOf(now, is)));
  if (!sameComment(was, is)) alterations.push('comment');
  return alterations;
}

function sameComment(a: Exclusion, b: Exclusion): boolean {
  const said = ({ name, description, tags }: Exclusion): string =>
    JSON.stringify([description, tags.owner, tags.ticket, tags.expires, tags.reason, name]);
  return (isNameless(a) && isNameless(b)) || said(a) === said(b);
}

/** An exclusion keeps the rows for which its condition is true: it takes fewer where it keeps all that it kept. */
function conditionChange(was: Expr | undefined, is: Expr | undefined): ExclusionAlteration {
  if (was === undefined || is === undefined) return 'condition';
  const [keepsAll, keepsNoMore] = [implies(was, is), implies(is, was)];
  if (keepsAll && keepsNoMore) return 'rewritten';
  if (keepsAll) return 'narrowed';
  return keepsNoMore ? 'widened' : 'condition';
}

/** The condition of a live exclusion, as its version's plan has it. */
function conditionOf({ query, plan }: RuleText, { span, enabled }: Exclusion): Expr | undefined {
  if (plan === undefined || !enabled) return undefined;
  const own = toQuerySpan(query, { segment: 'exclusions', span });
  let condition: Expr | undefined;
  walkPlan(plan, (node) => {
    if (node.kind === 'where' && spanContains(own, node.span)) condition ??= node.predicate;
  });
  return condition;
}
