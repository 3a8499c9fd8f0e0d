import { type LabelChange, type SegmentName, type Segments, segmentNames } from '../../rule-engine/index.ts';
import { type EditorMove, withEditorStep } from './editor-move.ts';
import type { RuleDescription } from './rule-description.ts';
import type { SignOffsChange } from './sign-offs.ts';
import type { VersionsChange } from './versions.ts';

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
type ChangedTexts = Partial<Segments>;

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
export const typingPause = 1200;
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
  /** Which way it went, where an editor's own undo or redo made it. */
  readonly editorMove?: EditorMove | undefined;
  readonly now: number;
}

/** The history after the rule's text changed. */
export function withText(history: History, { before, after, title, isFurther, editorMove, now }: TextStep): History {
  const changed = segmentNames.filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return history;
  const [first] = changed;
  const step = editorMove && { move: editorMove, segment: first, before: before[first], after: after[first] };
  const moved = step && withEditorStep(history, step);
  if (moved) return moved;
  const change = { before: textsOf(before, changed), after: textsOf(after, changed) };
  const { done } = history;
  const last = done.at(-1);
  if (isFurther && last?.kind === 'text') {
    return withEntry({ done: done.slice(0, -1), undone: [] }, joined(last, change));
  }
  if (title === undefined && last?.kind === 'text' && continues(last, changed, now)) {
    const rest = { done: done.slice(0, -1), undone: [] };
    return last.before[first] === after[first] ? rest : withEntry(rest, { ...joined(last, change), typedAt: now });
  }
  const typed = `Edit of ${changed.map((name) => segmentTitles[name]).join(', ')}`;
  const typedAt = title === undefined ? now : undefined;
  return withEntry(history, { kind: 'text', title: title ?? typed, ...change, typedAt });
}

/** True for what one segment's editor can't undo by itself: another rule, an edit of several segments. */
export function isOfSeveralSegments(entry: HistoryEntry | undefined): boolean {
  if (entry?.kind !== 'text') return entry?.kind === 'rule';
  return Object.keys(entry.before).length > 1;
}

function continues(last: TextEntry, changed: readonly SegmentName[], now: number): boolean {
  if (last.typedAt === undefined || now - last.typedAt > typingPause || changed.length !== 1) return false;
  return Object.keys(last.before).every((name) => name === changed[0]);
}

function joined(last: TextEntry, { before, after }: Pick<TextEntry, 'before' | 'after'>): TextEntry {
  return { ...last, before: { ...before, ...last.before }, after: { ...last.after, ...after } };
}

function textsOf(segments: Segments, names: readonly SegmentName[]): ChangedTexts {
  return Object.fromEntries(names.map((name) => [name, segments[name]]));
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
