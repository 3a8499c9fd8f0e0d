import { useMemo } from 'react';
import { isShipped } from '../rule/rule-description.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { sameSegments } from '../rule/same-segments.ts';
import { type KeptVersion, shippedVersion, useVersionsStore, type Versions } from '../rule/versions-store.ts';

/** Compares with a version from now on. How the reader looks at the rule is no change to undo. */
export function chooseVersion(pinned: string): void {
  useVersionsStore.setState({ pinned });
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

/** The pinned version; the same object while it is the same. */
export function usePinnedVersion(): ReturnType<typeof pinnedVersion> {
  const versions = useVersionsStore((state) => state.versions);
  const pinned = useVersionsStore((state) => state.pinned);
  const shipped = useRuleStore((state) => state.rule?.shippedSegments);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shipped text is one of the versions.
  return useMemo(() => pinnedVersion({ versions, pinned }), [versions, pinned, shipped]);
}

/** True when the editors hold the pinned version. */
export function useIsAtBaseline(): boolean {
  const pinned = usePinnedVersion();
  const segments = useRuleStore((state) => state.segments);
  return pinned !== undefined && sameSegments(pinned.segments, segments);
}
