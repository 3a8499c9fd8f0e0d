import { type ExclusionConcern, exclusionConcerns } from '../../rule/exclusion-concerns.ts';
import { numberOf } from './change-words.ts';
import type { ReviewFacts } from './review-facts.ts';

/** Something that speaks for the text (`good`), wants a look (`notable`), or speaks against it (`bad`). */
export interface ReviewCheck {
  readonly state: 'good' | 'notable' | 'bad';
  readonly text: string;
  /** What it is about, one by one. */
  readonly items: readonly string[];
}

/** What is to be said for and against signing a text off, in the order in which a reviewer asks. */
export function reviewChecks(facts: ReviewFacts): readonly ReviewCheck[] {
  return [
    textCheck(facts),
    testCheck(facts),
    ...truePositiveChecks(facts),
    ...gainedChecks(facts),
    ...exclusionChecks(facts),
    ...deadChecks(facts),
    ...noticeChecks(facts),
  ];
}

function check(state: ReviewCheck['state'], text: string, items: readonly string[] = []): ReviewCheck {
  return { state, text, items };
}

function textCheck({ diagnostics }: ReviewFacts): ReviewCheck {
  if (diagnostics === undefined) return check('notable', 'The text could not be checked: it may have errors');
  const said = diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const isFaulty = said.some(({ severity }) => severity === 'error');
  const items = said.map(({ message }) => message);
  if (isFaulty) return check('bad', 'The text has an error', items);
  return items.length > 0
    ? check('notable', `The text has ${numberOf(items.length, 'warning')}`, items)
    : check('good', 'The text has no error and no warning');
}

function testCheck({ tests }: ReviewFacts): ReviewCheck {
  if (tests === undefined) return check('notable', 'No test of the rule was run');
  const { passed, total, failed } = tests;
  return check(passed === total ? 'good' : 'bad', `${passed} of ${numberOf(total, 'test')} pass`, failed);
}

function truePositiveChecks({ evaluated }: ReviewFacts): readonly ReviewCheck[] {
  const { metrics, difference, incomparable } = evaluated;
  const { all, tpHidden } = metrics;
  if (all.TP === 0) return [check('notable', 'No row is labelled TP: that none is lost is not known')];
  const lost = difference?.lost.labels.TP ?? 0;
  const checks = [
    ...(lost > 0 ? [check('bad', `${numberOf(lost, 'row')} labelled TP ${lost === 1 ? 'is' : 'are'} lost`)] : []),
    ...(tpHidden.part > 0
      ? [check('bad', `Exclusions hide ${tpHidden.part} of ${numberOf(tpHidden.whole, 'row')} labelled TP`)]
      : []),
  ];
  if (incomparable !== undefined) {
    return [...checks, check('notable', `That no row is lost is not known: ${incomparable}`)];
  }
  if (checks.length > 0) return checks;
  return [check('good', `None of ${numberOf(all.TP, 'row')} labelled TP is lost or hidden by an exclusion`)];
}

function gainedChecks({ evaluated: { difference } }: ReviewFacts): readonly ReviewCheck[] {
  if (difference === undefined) return [];
  const { FP, unsure, unlabelled } = difference.gained.labels;
  const unknown = unsure + unlabelled;
  return [
    ...(FP > 0 ? [check('notable', `${numberOf(FP, 'gained row')} labelled FP`)] : []),
    ...(unknown > 0 ? [check('notable', `${numberOf(unknown, 'gained row')} without a verdict: look at them`)] : []),
  ];
}

const concernWords: readonly (readonly [ExclusionConcern, ReviewCheck['state'], string])[] = [
  ['expired', 'bad', 'Exclusions that have expired'],
  ['no date', 'bad', 'Exclusions whose @expires is no date'],
  ['no reason', 'notable', 'Exclusions without @reason'],
  ['no owner', 'notable', 'Exclusions without @owner'],
  ['expires soon', 'notable', 'Exclusions that expire within 30 days'],
];

function exclusionChecks({ evaluated: { exclusions, now } }: ReviewFacts): readonly ReviewCheck[] {
  const live = exclusions.filter(({ exclusion }) => exclusion.enabled);
  const concerns = live.map(({ exclusion }) => ({
    name: exclusion.name,
    until: exclusion.tags.expires ?? '',
    found: exclusionConcerns(exclusion, Date.parse(now)),
  }));
  const checks = concernWords.flatMap(([concern, state, text]): readonly ReviewCheck[] => {
    const about = concerns.filter(({ found }) => found.includes(concern));
    const withDate = concern === 'expired' || concern === 'no date' || concern === 'expires soon';
    const items = about.map(({ name, until }) => (withDate ? `${name} (${until})` : name));
    return items.length > 0 ? [check(state, text, items)] : [];
  });
  if (checks.length > 0 || live.length === 0) return checks;
  return [check('good', `${numberOf(live.length, 'exclusion')}, each with owner and reason, none expired`)];
}

function deadChecks({ evaluated: { exclusions, deadPatterns } }: ReviewFacts): readonly ReviewCheck[] {
  const dead = exclusions.flatMap(({ exclusion, takes }) => (takes?.dead ? [exclusion.name] : []));
  return [
    ...(deadPatterns.length > 0 ? [check('notable', 'Patterns that match no row', deadPatterns)] : []),
    ...(dead.length > 0 ? [check('notable', 'Exclusions that take no row', dead)] : []),
  ];
}

function noticeChecks({ evaluated: { notices } }: ReviewFacts): readonly ReviewCheck[] {
  const items = notices.filter(({ severity }) => severity !== 'information').map(({ message }) => message);
  return items.length > 0 ? [check('notable', 'What the events leave open', items)] : [];
}
