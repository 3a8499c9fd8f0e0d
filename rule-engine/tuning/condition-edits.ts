import { type Bound, boundChildren } from '../executor/expression/bound.ts';

/** How two versions of a condition differ, as small as it can be said. */
export type ConditionEdit =
  /** A part of an `and`, `or` or list that the new version has and the old has not. */
  | { readonly kind: 'added'; readonly part: Bound; readonly oldParent: Bound; readonly joined: Joined }
  | { readonly kind: 'removed'; readonly part: Bound; readonly newParent: Bound; readonly joined: Joined }
  | { readonly kind: 'changed'; readonly old: Bound; readonly new: Bound };

/** How the parts of a condition are joined. */
type Joined = 'and' | 'or';

/** The edits between two conditions that are not the same. */
export function conditionEdits(old: Bound, now: Bound): readonly ConditionEdit[] {
  if (old.key !== undefined && old.key === now.key) return [];
  const joined = joinedBy(old);
  if (joined !== undefined && joined === joinedBy(now) && old.kind === now.kind) return partEdits(old, now, joined);
  if (isNot(old) && isNot(now)) return conditionEdits(boundChildren(old)[0], boundChildren(now)[0]);
  return [{ kind: 'changed', old, new: now }];
}

function partEdits(old: Bound, now: Bound, joined: Joined): readonly ConditionEdit[] {
  const { removed, added } = unmatched(boundChildren(old), boundChildren(now));
  const inList = old.kind === 'list';
  const { pairs, rest, other } = inList ? { pairs: [], rest: removed, other: added } : similarPairs(removed, added);
  return [
    ...pairs.flatMap(([before, after]) => conditionEdits(before, after)),
    ...rest.map((part): ConditionEdit => ({ kind: 'removed', part, newParent: now, joined })),
    ...other.map((part): ConditionEdit => ({ kind: 'added', part, oldParent: old, joined })),
  ];
}

/** What is left of two lists when equal conditions are taken from both, in any order. */
export function unmatched<T extends { readonly key: string | undefined }>(
  old: readonly T[],
  now: readonly T[],
): { readonly removed: readonly T[]; readonly added: readonly T[] } {
  const counts = new Map<string, number>();
  for (const { key } of now) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  const removed = old.filter(({ key }) => key === undefined || !take(counts, key));
  const again = new Map<string, number>();
  for (const { key } of old) if (key !== undefined) again.set(key, (again.get(key) ?? 0) + 1);
  const added = now.filter(({ key }) => key === undefined || !take(again, key));
  return { removed, added };
}

function take(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  if (left === 0) return false;
  counts.set(key, left - 1);
  return true;
}

/** Pairs what has parts in common, in order: those are one condition that was edited, the rest was added or removed. */
function similarPairs(
  removed: readonly Bound[],
  added: readonly Bound[],
): {
  readonly pairs: readonly (readonly [Bound, Bound])[];
  readonly rest: readonly Bound[];
  readonly other: readonly Bound[];
} {
  const pairs: (readonly [Bound, Bound])[] = [];
  const free = new Set(added);
  const rest: Bound[] = [];
  for (const before of removed) {
    const after = [...free].find((candidate) => areSimilar(before, candidate));
    if (after === undefined) rest.push(before);
    else {
      pairs.push([before, after]);
      free.delete(after);
    }
  }
  return { pairs, rest, other: [...free] };
}

/** True where two conditions share a part, or test the same thing with another operator, value or list. */
export function areSimilar(a: Bound, b: Bound): boolean {
  if (a.kind === 'call' && b.kind === 'call')
    return a.args[0]?.key === b.args[0]?.key && a.args.length === b.args.length;
  if (a.kind === 'list' && b.kind === 'list') {
    return a.quantifier === b.quantifier && a.tests.length * b.tests.length > 0 && areSimilar(a.tests[0], b.tests[0]);
  }
  const keys = new Set(partKeys(a));
  return partKeys(b).some((key) => keys.has(key));
}

/** The keys of the smallest conditions. */
function partKeys(bound: Bound): readonly string[] {
  if (bound.kind === 'logic' || bound.kind === 'list' || bound.kind === 'choice') {
    return boundChildren(bound).flatMap(partKeys);
  }
  return bound.key === undefined || bound.kind === 'constant' ? [] : [bound.key];
}

function joinedBy(bound: Bound): Joined | undefined {
  if (bound.kind === 'list') return bound.quantifier === 'any' ? 'or' : 'and';
  return bound.kind === 'logic' && bound.operator !== 'not' ? bound.operator : undefined;
}

function isNot(bound: Bound): boolean {
  return bound.kind === 'logic' && bound.operator === 'not';
}
