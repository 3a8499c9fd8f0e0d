import { type Segments, segmentNames } from '../../../rule-engine/index.ts';
import { tell } from '../notices/notice-store.ts';

/** What can be used of a value of the browser's store: another version of the page may have left it, or a fault. */
export interface Usable<Kept> {
  readonly kept: Kept;
  /** True when there was more than that. */
  readonly isDamaged: boolean;
}

export function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

export function areSegments(value: unknown): value is Segments {
  return isObject(value) && segmentNames.every((name) => typeof value[name] === 'string');
}

/** True when each of these properties is a text. */
export function hasTexts(value: { readonly [name: string]: unknown }, names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string');
}

/** The entries of a kept list that are what they should be. Where nothing was kept nothing is damaged. */
export function usableEntries<Entry>(
  value: unknown,
  isEntry: (entry: unknown) => entry is Entry,
): Usable<readonly Entry[]> {
  if (value === undefined) return { kept: [], isDamaged: false };
  if (!Array.isArray(value)) return { kept: [], isDamaged: true };
  const kept = value.filter(isEntry);
  return { kept, isDamaged: kept.length < value.length };
}

/** The members of a kept object that pass their checks; those that have none are of another version, and no damage. */
export function usableMembers<Kept extends object>(
  value: unknown,
  checks: Readonly<Record<keyof Kept & string, (value: unknown) => boolean>>,
): Usable<Partial<Kept>> {
  if (value === undefined) return { kept: {}, isDamaged: false };
  if (!isObject(value)) return { kept: {}, isDamaged: true };
  const known = Object.entries(value).filter(([name]) => Object.hasOwn(checks, name));
  const kept = known.filter(([name, member]) => checks[name as keyof Kept & string](member));
  return { kept: Object.fromEntries(kept) as Partial<Kept>, isDamaged: kept.length < known.length };
}

/** What can be used; says so where that is not all, by what it is of. */
export function usableOf<Kept>({ kept, isDamaged }: Usable<Kept>, what: string): Kept {
  if (isDamaged) tell(`Some of the ${what} that this browser kept can’t be read: they are left out`, 'error');
  return kept;
}
