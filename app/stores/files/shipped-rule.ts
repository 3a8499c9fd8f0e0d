import { shippedRules } from 'virtual:shipped-rules';
import { composeQuery } from '../../../rule-engine/index.ts';
import { asOneEdit } from '../history/history-store.ts';
import { keepFormerText } from '../review/keep-versions.ts';
import { type RuleDescription, ruleKey } from '../rule/rule-description.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { usablePlan } from '../saved-rule/kept-plan.ts';
import { type SavedRule, savedRule, setApart } from '../saved-rule/saved-rule.ts';

const [shipped] = shippedRules;

/** Opens the rule that the reader left the last time, as they left it; on a first visit the one that the page was built with. */
export async function openLeftRule(): Promise<void> {
  const left = await savedRule();
  if (left?.opened) openLeft(left.opened, left);
  else if (left?.rule === ruleKey(shipped)) openLeft(shippedDescription(), left);
  else {
    if (left) await setApart(left);
    openShipped();
  }
}

/** Without a plan that can be used the language service makes one. */
function openLeft(rule: RuleDescription, { segments, plan }: SavedRule): void {
  const usable = usablePlan(plan, composeQuery(segments).text);
  useRuleStore.getState().actions.open(rule, segments, usable);
}

/** Opens the rule that the page was built with in place of the one at hand, to be undone at will. */
export async function openShippedRule(): Promise<void> {
  const { rule, segments } = useRuleStore.getState();
  if (rule) await keepFormerText(`${rule.metadata.title}, as it was`, rule, segments, shippedDescription());
  asOneEdit('Open the shipped rule', openShipped);
}

function openShipped(): void {
  useRuleStore.getState().actions.open(shippedDescription(), shipped.segments, shipped.plan);
}

function shippedDescription(): RuleDescription {
  const { metadata, guide, segments, tests, folder } = shipped;
  return { metadata, guide, shippedSegments: segments, tests, folder };
}
