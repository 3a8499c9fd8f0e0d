import { changeBetween, type TextChange } from './text-change.ts';

/** So many edits can happen between a keystroke and its evaluation before positions are guessed from the two texts. */
const LONGEST = 200;

/** The newest edits of the query, so that the answer to an older text can be shown at its place in the newest. */
export class EditLog {
  private readonly entries: { readonly before: string; readonly changes: readonly TextChange[] }[] = [];

  /** Takes an edit of the text `before`; the changes are in an order in which each can be made after the other. */
  record(before: string, changes: readonly TextChange[]): void {
    this.entries.push({ before, changes });
    if (this.entries.length > LONGEST) this.entries.shift();
  }

  /** The changes that lead from an older text to the newest one. */
  changesSince(text: string, newest: string): readonly TextChange[] {
    if (text === newest) return [];
    const from = this.entries.findLastIndex((entry) => entry.before === text);
    if (from >= 0) return this.entries.slice(from).flatMap((entry) => entry.changes);
    const change = changeBetween(text, newest);
    return change === undefined ? [] : [change];
  }
}
