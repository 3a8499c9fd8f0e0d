import { get, set as keep } from 'idb-keyval';
import { composeQuery, type Plan, type Segments, segmentNames } from '../../../rule-engine/index.ts';
import { asOneEdit, useHistoryStore } from '../history/history-store.ts';
import { compileText } from '../rule/compile-text.ts';
import { isShipped, type RuleDescription, ruleKey } from '../rule/rule-description.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import {
  type KeptVersion,
  shippedVersion,
  usableVersions,
  type Versions,
  withName,
  withoutVersion,
  withVersion,
} from '../rule/versions.ts';
import { useVersionsStore } from '../rule/versions-store.ts';
import { keepByRule } from './keep-by-rule.ts';

/** Keeps the text as it stands, and compares with it from now on. */
export function pinText(name: string): void {
  pinSegments(name, useRuleStore.getState().segments);
}

/** Keeps a text, and compares with it from now on. */
export function pinSegments(name: string, segments: Segments): void {
  setVersions(`Pin “${name}”`, withVersion(useVersionsStore.getState(), newVersion(name, segments)));
}

function newVersion(name: string, segments: Segments): KeptVersion {
  const savedAt = new Date().toISOString();
  return { id: `${savedAt} ${name}`, name, savedAt, segments };
}

/** Compares with a version from now on. How the reader looks at the rule is no change to undo. */
export function chooseVersion(pinned: string): void {
  useVersionsStore.setState({ pinned });
}

export function renameVersion({ id, name }: KeptVersion, to: string): void {
  setVersions(`Rename “${name}”`, withName(useVersionsStore.getState(), id, to));
}

export function dropVersion({ id, name }: KeptVersion): void {
  setVersions(`Drop “${name}”`, withoutVersion(useVersionsStore.getState(), id));
}

function setVersions(title: string, after: Versions): void {
  useHistoryStore.getState().actions.setVersions(title, after);
}

/** Puts a version's text into the editors, to be undone at will. */
export function restoreVersion({ name, segments }: KeptVersion): void {
  asOneEdit(`Restore “${name}”`, () => useRuleStore.getState().actions.setSegments(segments));
}

/** The kept versions and, last, the one that the rule was shipped as. */
export function allVersions({ versions }: Pick<Versions, 'versions'>): readonly KeptVersion[] {
  const { rule } = useRuleStore.getState();
  if (!rule) return versions;
  const { shippedSegments: segments } = rule;
  const name = isShipped(rule) ? 'As shipped' : 'As opened';
  return [...versions, { id: shippedVersion, name, savedAt: '', segments }];
}

/** The version that the text is compared with. */
export function pinnedVersion(state: Versions): KeptVersion | undefined {
  const all = allVersions(state);
  return all.find(({ id }) => id === state.pinned) ?? all.at(-1);
}

/**
 * Keeps the text of a rule that another one takes the place of among the versions of both, unless the first has it already:
 * nothing is lost, and the two can be compared.
 */
export async function keepFormerText(
  name: string,
  rule: RuleDescription,
  segments: Segments,
  next: RuleDescription,
): Promise<void> {
  const own = useVersionsStore.getState();
  const former = newVersion(name, segments);
  const isKept = allVersions(own).some((version) => sameSegments(version.segments, segments));
  if (!isKept) useVersionsStore.setState({ versions: [former, ...own.versions] });
  if (ruleKey(rule) === ruleKey(next)) return;
  const key = versionsKey(ruleKey(next));
  const { versions, pinned } = usableVersions(await get<unknown>(key).catch(() => undefined)).kept;
  const others = versions.filter((version) => !sameSegments(version.segments, segments));
  await keep(key, { versions: [former, ...others], pinned }).catch(() => undefined);
}

function versionsKey(rule: string): string {
  return `penumbra:versions:${rule}`;
}

export function sameSegments(a: Segments, b: Segments): boolean {
  return segmentNames.every((name) => a[name] === b[name]);
}

const plans = new Map<string, Promise<Plan | undefined>>();

/** A version's plan, compiled once; undefined where its text has an error. */
export function planOfVersion({ segments }: KeptVersion): Promise<Plan | undefined> {
  const { text } = composeQuery(segments);
  const known = plans.get(text);
  if (known) return known;
  const plan = compileText(text);
  plan.catch(() => plans.delete(text));
  plans.set(text, plan);
  return plan;
}

/** Keeps the versions of each rule between visits. Without storage they last as long as the page. */
export function keepVersions(): Promise<void> {
  return keepByRule(useVersionsStore, versionsKey, usableVersions, 'versions');
}
