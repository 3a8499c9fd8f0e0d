import type { Segments } from '../../../rule-engine/index.ts';
import { asOneEdit, useHistoryStore } from '../history/history-store.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import {
  type KeptVersion,
  useVersionsStore,
  type Versions,
  withName,
  withoutVersion,
  withVersion,
} from '../rule/versions-store.ts';

/** Keeps the text as it stands, and compares with it from now on. */
export function pinText(name: string): void {
  pinSegments(name, useRuleStore.getState().segments);
}

/** Keeps a text, and compares with it from now on. */
export function pinSegments(name: string, segments: Segments): void {
  setVersions(`Pin “${name}”`, withVersion(useVersionsStore.getState(), newVersion(name, segments)));
}

/** A text as a version of the rule, kept now. */
export function newVersion(name: string, segments: Segments): KeptVersion {
  const savedAt = new Date().toISOString();
  return { id: `${savedAt} ${name}`, name, savedAt, segments };
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
