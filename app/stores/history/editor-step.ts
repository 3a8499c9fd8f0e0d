import type { SegmentName } from '../../../rule-engine/index.ts';
import type { EditorMove } from './editor-move.ts';
import type { History, HistoryEntry, TextEntry } from './history.ts';

/** What an editor's own undo or redo did to the text of its segment. */
export interface EditorStep {
  readonly move: EditorMove;
  readonly segment: SegmentName;
  readonly before: string;
  readonly after: string;
}

/**
 * The history after an editor's own undo or redo. An editor goes by steps of its own: past several entries at a time, past
 * entries of other segments, or to a place within an entry, which is split there. What the history undid is a further edit
 * to the editor, whose undo leads on in the history. Undefined where no entry leads that way.
 */
export function withEditorStep(history: History, step: EditorStep): History | undefined {
  const opposite = step.move === 'undo' ? 'redo' : 'undo';
  return (
    pastEntries(history, step.move, step) ??
    pastEntries(history, opposite, step) ??
    withinEntry(history, step.move, step)
  );
}

/** The entries that a move takes from, the newest last, and the text at either end of each. */
function sideOf({ done, undone }: History, move: EditorMove) {
  return move === 'undo'
    ? ({ entries: done, others: undone, near: 'after', far: 'before' } as const)
    : ({ entries: undone, others: done, near: 'before', far: 'after' } as const);
}

function historyOf(move: EditorMove, entries: readonly HistoryEntry[], others: readonly HistoryEntry[]): History {
  return move === 'undo' ? { done: entries, undone: others } : { done: others, undone: entries };
}

/** Moves as many entries as lead from the text before to the text after. */
function pastEntries(history: History, move: EditorMove, { segment, before, after }: EditorStep): History | undefined {
  const { entries, others, near, far } = sideOf(history, move);
  const left: HistoryEntry[] = [];
  const moved: HistoryEntry[] = [];
  let text: string | undefined = before;
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at];
    if (entry.kind === 'rule') return undefined;
    if (!isOf(entry, segment)) {
      left.unshift(entry);
      continue;
    }
    if (entry[near][segment] !== text) return undefined;
    const { part, rest } = apart(entry, segment);
    moved.push(part);
    if (rest) left.unshift(rest);
    text = entry[far][segment];
    if (text === after) return historyOf(move, [...entries.slice(0, at), ...left], [...others, ...moved]);
  }
  return undefined;
}

/** Splits the newest entry of the segment where the editor's step ended. */
function withinEntry(history: History, move: EditorMove, { segment, before, after }: EditorStep): History | undefined {
  const { entries, others, near, far } = sideOf(history, move);
  const at = entries.findLastIndex((entry) => entry.kind === 'rule' || isOf(entry, segment));
  const entry = entries[at];
  if (!entry || !isOf(entry, segment) || entry[near][segment] !== before) return undefined;
  const { part, rest } = apart(entry, segment);
  const left = { ...part, [near]: { [segment]: after } };
  const moved = { ...part, [far]: { [segment]: after } };
  const kept = rest ? [rest, left] : [left];
  return historyOf(move, [...entries.slice(0, at), ...kept, ...entries.slice(at + 1)], [...others, moved]);
}

function isOf(entry: HistoryEntry, segment: SegmentName): entry is TextEntry {
  return entry.kind === 'text' && entry.before[segment] !== undefined;
}

/** What an entry did to one segment, which nothing typed later joins, and what it did to others. */
function apart(
  entry: TextEntry,
  segment: SegmentName,
): { readonly part: TextEntry; readonly rest: TextEntry | undefined } {
  const { [segment]: before, ...otherBefore } = entry.before;
  const { [segment]: after, ...otherAfter } = entry.after;
  const part = { ...entry, before: { [segment]: before }, after: { [segment]: after }, typedAt: undefined };
  const rest = { ...entry, before: otherBefore, after: otherAfter };
  return { part, rest: Object.keys(otherBefore).length > 0 ? rest : undefined };
}
