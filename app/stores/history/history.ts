import type { LabelChange, Segments } from '../../../rule-engine/index.ts';
import type { RuleDescription } from '../rule/rule-description.ts';
import type { SignOffsChange } from '../rule/sign-offs-store.ts';
import type { VersionsChange } from '../rule/versions-store.ts';

/** Something that was done and can be undone. */
export type HistoryEntry =
  | {
      readonly kind: 'text';
      readonly title: string;
      /** The segments that it changed. */
      readonly before: ChangedTexts;
      readonly after: ChangedTexts;
      /** When it was last added to, in milliseconds; undefined for an edit that nothing is added to. */
      readonly typedAt: number | undefined;
    }
  | { readonly kind: 'labels'; readonly title: string; readonly changes: readonly LabelChange[] }
  | ({ readonly kind: 'versions'; readonly title: string } & VersionsChange)
  | ({ readonly kind: 'sign-offs'; readonly title: string } & SignOffsChange)
  /** Another rule was opened. */
  | { readonly kind: 'rule'; readonly title: string; readonly before: OpenRule; readonly after: OpenRule };

/** An edit of the rule's text. */
export type TextEntry = HistoryEntry & { readonly kind: 'text' };

/** Texts of the segments that an edit changed: another edit, of other segments, can be undone before it. */
export type ChangedTexts = Partial<Segments>;

/** A rule and its texts. */
export interface OpenRule {
  readonly rule: RuleDescription;
  readonly segments: Segments;
}

/** What was done, oldest first, and what was undone, the next to redo last. */
export interface History {
  readonly done: readonly HistoryEntry[];
  readonly undone: readonly HistoryEntry[];
}

export const noHistory: History = { done: [], undone: [] };

/** The oldest are forgotten. */
const entriesKept = 300;

/** The history after an action: what was undone before is gone. */
export function withEntry({ done }: History, entry: HistoryEntry): History {
  return { done: [...done, entry].slice(-entriesKept), undone: [] };
}

/** True for what one segment's editor can't undo by itself: another rule, an edit of several segments. */
export function isOfSeveralSegments(entry: HistoryEntry | undefined): boolean {
  if (entry?.kind !== 'text') return entry?.kind === 'rule';
  return Object.keys(entry.before).length > 1;
}

/** The history after its newest entry was undone. */
export function undone({ done, undone }: History): History {
  const last = done.at(-1);
  return last ? { done: done.slice(0, -1), undone: [...undone, last] } : { done, undone };
}

/** The history after its newest undone entry was done again. Nothing typed later joins it. */
export function redone({ done, undone }: History): History {
  const next = undone.at(-1);
  if (!next) return { done, undone };
  const entry = next.kind === 'text' ? { ...next, typedAt: undefined } : next;
  return { done: [...done, entry], undone: undone.slice(0, -1) };
}
