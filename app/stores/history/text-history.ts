import { type SegmentName, type Segments, segmentNames, segmentTitles } from '../../../rule-engine/index.ts';
import type { EditorMove } from './editor-move.ts';
import { withEditorStep } from './editor-step.ts';
import { type ChangedTexts, type History, type TextEntry, withEntry } from './history.ts';

/** Milliseconds without a keystroke after which typing begins another entry. */
export const typingPause = 1200;

/** A change of the rule's text. */
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
