import { get, set as keep } from 'idb-keyval';
import type { Segments } from '../../../rule-engine/index.ts';
import { type RuleDescription, ruleKey } from '../rule/rule-description.ts';
import { sameSegments } from '../rule/same-segments.ts';
import { usableVersions, useVersionsStore } from '../rule/versions-store.ts';
import { newVersion } from './edit-versions.ts';
import { keepByRule } from './keep-by-rule.ts';
import { allVersions } from './pinned-version.ts';

/** Keeps the versions of each rule between visits. Without storage they last as long as the page. */
export function keepVersions(): Promise<void> {
  return keepByRule(useVersionsStore, versionsKey, usableVersions, 'versions');
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
