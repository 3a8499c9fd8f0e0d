import { create } from 'zustand';
import type { Segments } from '../../../rule-engine/index.ts';
import { areSegments, hasTexts, isObject, type Usable, usableEntries } from '../kept/kept-value.ts';

/** A version of the rule that was kept. */
export interface KeptVersion {
  readonly id: string;
  readonly name: string;
  /** ISO 8601; empty for the version that the rule was shipped as. */
  readonly savedAt: string;
  readonly segments: Segments;
}

/** The versions that are kept of a rule, and the one that its text is compared with. */
export interface Versions {
  /** Newest first; the shipped one is not among them. */
  readonly versions: readonly KeptVersion[];
  /** The `id` of the version to compare with. */
  readonly pinned: string;
}

/** A change of the kept versions. */
export interface VersionsChange {
  readonly before: Versions;
  readonly after: Versions;
}

/** The `id` of the version that the rule was shipped as. */
export const shippedVersion = 'shipped';

export const noVersions: Versions = { versions: [], pinned: shippedVersion };

/** What can be used of the versions that the browser kept of a rule. */
export function usableVersions(value: unknown): Usable<Versions> {
  if (value === undefined) return { kept: noVersions, isDamaged: false };
  const { versions, pinned } = isObject(value) ? value : {};
  const read = usableEntries(versions ?? null, isKeptVersion);
  const isPin = typeof pinned === 'string';
  return {
    kept: { versions: read.kept, pinned: isPin ? pinned : shippedVersion },
    isDamaged: read.isDamaged || !isPin,
  };
}

function isKeptVersion(value: unknown): value is KeptVersion {
  return isObject(value) && hasTexts(value, ['id', 'name', 'savedAt']) && areSegments(value.segments);
}

/** A version more, to compare with. */
export function withVersion({ versions }: Versions, version: KeptVersion): Versions {
  return { versions: [version, ...versions], pinned: version.id };
}

/** A version under another name. A blank name or its own changes nothing. */
export function withName(all: Versions, id: string, to: string): Versions {
  const name = to.trim();
  const known = all.versions.find((version) => version.id === id);
  if (!known || name === '' || name === known.name) return all;
  return { ...all, versions: all.versions.map((version) => (version === known ? { ...known, name } : version)) };
}

/** A version fewer; the text is compared with the shipped one where it was that. */
export function withoutVersion({ versions, pinned }: Versions, id: string): Versions {
  const left = versions.filter((version) => version.id !== id);
  return { versions: left, pinned: pinned === id ? shippedVersion : pinned };
}

/** The versions once a change is undone (`before`) or made again: what was chosen since to compare with stays chosen. */
export function replayed(now: Versions, change: VersionsChange, direction: keyof VersionsChange): Versions {
  const { versions, pinned } = change[direction];
  const choseAnother = change.before.pinned !== change.after.pinned;
  return { versions, pinned: choseAnother ? pinned : now.pinned };
}

/** The kept versions of the open rule. Changes that can be undone go through the history. */
export const useVersionsStore = create<Versions>()(() => noVersions);
