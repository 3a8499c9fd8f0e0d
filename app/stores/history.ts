import { type LabelChange, type SegmentName, type Segments, segmentNames } from '../../rule-engine/index.ts';
import type { RuleDescription } from './rule-description.ts';
import type { SignOffsChange } from './sign-offs.ts';
import type { VersionsChange } from './versions.ts';

/** Something that was done and can be undone. */
export type HistoryEntry =
  | {
      readonly kind: 'text';
      readonly title: string;
      readonly before: Segments;
      readonly after: Segments;
      /** When it was last added to, in milliseconds; undefined for an edit that nothing is added to. */
      readonly typedAt: number | undefined;
    }
  | { readonly kind: 'labels'; readonly title: string; readonly changes: readonly LabelChange[] }
  | ({ readonly kind: 'versions'; readonly title: string } & VersionsChange)
  | ({ readonly kind: 'sign-offs'; readonly title: string } & SignOffsChange)
  /** Another rule was opened. */
  | { readonly kind: 'rule'; readonly title: string; readonly before: OpenRule; readonly after: OpenRule };

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

/** Milliseconds without a keystroke after which typing begins another entry. */
const pause = 1200;
const entriesKept = 300;

const segmentTitles: Readonly<Record<SegmentName, string>> = {
  patterns: 'Patterns',
  detection: 'Detection',
  exclusions: 'Exclusions',
  output: 'Output',
};

/** The history after an action: what was undone before is gone. */
export function withEntry({ done }: History, entry: HistoryEntry): History {
  return { done: [...done, entry].slice(-entriesKept), undone: [] };
}

export interface TextStep {
  readonly before: Segments;
  readonly after: Segments;
  /** What it was, for an edit made at once; undefined for typing, which is joined while it goes on. */
  readonly title: string | undefined;
  /** True for a further part of the edit that the newest entry is of. */
  readonly isFurther?: boolean;
  readonly now: number;
}

/**
 * The history after the rule's text changed. A change that leads back to the text before the newest entry is that
 * entry's undo (the editor's own Ctrl+Z made it), one that leads on to the text of the newest undone is its redo.
 */
export function withText(history: History, { before, after, title, isFurther, now }: TextStep): History {
  const changed = segmentNames.filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return history;
  const last = history.done.at(-1);
  const next = history.undone.at(-1);
  if (isFurther && last?.kind === 'text') {
    return { done: [...history.done.slice(0, -1), { ...last, after }], undone: [] };
  }
  if (last?.kind === 'text' && sameText(last.before, after)) return undone(history);
  if (next?.kind === 'text' && sameText(next.after, after)) return redone(history);
  if (title === undefined && last?.kind === 'text' && continues(last, changed, now)) {
    return { done: [...history.done.slice(0, -1), { ...last, after, typedAt: now }], undone: [] };
  }
  const typed = `Edit of ${changed.map((name) => segmentTitles[name]).join(', ')}`;
  const typedAt = title === undefined ? now : undefined;
  return withEntry(history, { kind: 'text', title: title ?? typed, before, after, typedAt });
}

/** True for what one segment's editor can't undo by itself: another rule, an edit of several segments. */
export function isOfSeveralSegments(entry: HistoryEntry | undefined): boolean {
  if (entry?.kind !== 'text') return entry?.kind === 'rule';
  return segmentNames.filter((name) => entry.before[name] !== entry.after[name]).length > 1;
}

function continues(last: HistoryEntry & { kind: 'text' }, changed: readonly SegmentName[], now: number): boolean {
  if (last.typedAt === undefined || now - last.typedAt > pause || changed.length !== 1) return false;
  return segmentNames.every((name) => last.before[name] === last.after[name] || name === changed[0]);
}

function sameText(a: Segments, b: Segments): boolean {
  return segmentNames.every((name) => a[name] === b[name]);
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
