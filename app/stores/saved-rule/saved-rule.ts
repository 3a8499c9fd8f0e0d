import { del, set } from 'idb-keyval';
import type { Segments } from '../../../rule-engine/index.ts';
import { keptKeys, leftByLastVisit } from '../kept/last-visit.ts';
import { tellNotKept } from '../kept/not-kept.ts';
import { isShipped, type RuleDescription, ruleKey } from '../rule/rule-description.ts';
import { type CompiledQuery, useRuleStore } from '../rule/rule-store.ts';
import { sameSegments } from '../rule/same-segments.ts';
import { type KeptPlan, keptPlan } from './kept-plan.ts';
import { isKeptRule, type KeptRule } from './kept-rule.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { keepSpoilt, recallSpoilt } from './spoilt-rule.ts';

/** The rule as the reader left it, by its key. The plan lets the engine answer before the language service has loaded. */
export interface SavedRule extends KeptRule {
  /** Of `segments`, not yet looked at; missing when their text had an error. */
  readonly plan: KeptPlan | undefined;
}

/**
 * The text that was left. Never rejects: without storage there is none. What is left of one that can't be opened is
 * kept apart.
 */
export async function savedRule(): Promise<SavedRule | undefined> {
  const kept = await leftByLastVisit<SavedRule>('rule');
  const saved = isKeptRule(kept) ? kept : undefined;
  const left = leftTexts();
  if (isKeptRule(left)) return { ...left, plan: isSameText(left, saved) ? saved?.plan : undefined };
  if (left !== undefined) await keepSpoilt(left).then(forgetLeft, () => undefined);
  else if (kept !== saved) await setApart(kept);
  else void recallSpoilt();
  return saved;
}

/** Moves what was left of a rule that can't be opened to where the next save doesn't write over it. Never rejects. */
export async function setApart(left: unknown): Promise<void> {
  try {
    await keepSpoilt(left);
    await del(keptKeys.rule);
    forgetLeft();
  } catch {
    // It stays where it was.
  }
}

/** Milliseconds without a change before the text is saved. */
const quiet = 400;

/** Saves the text after each change, at the latest when the page is left or hidden. Returns how to stop. */
export function keepRule(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    timer = undefined;
    const { rule, segments, query, compiled } = useRuleStore.getState();
    if (!rule) return;
    const saved: SavedRule = { ...textsOf(rule, segments), plan: planOf(compiled, query.text) };
    const onKept = (): void => {
      forgetLeft();
      tellOtherTabs();
    };
    const onRefused = (): void => {
      if (!keepLeft()) tellNotKept('rule’s text');
    };
    set(keptKeys.rule, saved).then(onKept, onRefused);
  };
  const stop = useRuleStore.subscribe((now, before) => {
    if (now.query === before.query && now.compiled === before.compiled) return;
    clearTimeout(timer);
    timer = setTimeout(save, quiet);
  });
  const saveNow = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    keepLeft();
    save();
  };
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') saveNow();
  };
  addEventListener('pagehide', saveNow);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    clearTimeout(timer);
    removeEventListener('pagehide', saveNow);
    document.removeEventListener('visibilitychange', onVisibility);
    stop();
  };
}

function planOf(compiled: CompiledQuery | undefined, text: string): KeptPlan | undefined {
  return compiled?.query.text === text ? keptPlan(compiled.plan, text) : undefined;
}

function textsOf(rule: RuleDescription, segments: Segments): KeptRule {
  return { rule: ruleKey(rule), segments, opened: isShipped(rule) ? undefined : rule };
}

const leftKey = 'penumbra:workspace-left';

/**
 * Leaves the texts behind at the page's very end, when no transaction of the database may come to pass any more, and where
 * the database takes nothing. False where this is refused too.
 */
function keepLeft(): boolean {
  const { rule, segments } = useRuleStore.getState();
  if (!rule) return true;
  const left = textsOf(rule, segments);
  try {
    localStorage.setItem(leftKey, JSON.stringify(left));
    return true;
  } catch {
    return false;
  }
}

function forgetLeft(): void {
  localStorage.removeItem(leftKey);
}

function leftTexts(): unknown {
  let text: string | null = null;
  try {
    text = localStorage.getItem(leftKey);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return text ?? undefined;
  }
}

function isSameText(left: KeptRule, saved: SavedRule | undefined): boolean {
  return saved?.rule === left.rule && sameSegments(saved.segments, left.segments);
}
