import { describe, expect, it } from 'vitest';
import type { SegmentName, Segments } from '../../../rule-engine/index.ts';
import type { EditorMove } from './editor-move.ts';
import { type History, noHistory, undone, withEntry } from './history.ts';
import { withText } from './text-history.ts';

const empty: Segments = { patterns: '', detection: '', exclusions: '', output: '' };

/** What was done and undone in the editors, as a reader sees it: the texts, and the history that goes with them. */
class Session {
  texts = empty;
  history: History = noHistory;
  private now = 0;

  /** Types texts one after another, each a letter or word more, without a pause. */
  typed(segment: SegmentName, ...texts: readonly string[]): this {
    this.now += 5000;
    for (const text of texts) this.change(segment, text, undefined);
    return this;
  }

  /** Presses the editor's own undo or redo, which leads to a text. */
  moved(editorMove: EditorMove, segment: SegmentName, text: string): this {
    this.now += 5000;
    this.change(segment, text, editorMove);
    return this;
  }

  labelled(): this {
    this.history = withEntry(this.history, { kind: 'labels', title: 'Label TP', changes: [] });
    return this;
  }

  get done(): readonly string[] {
    return this.history.done.map(stepOf);
  }

  get undone(): readonly string[] {
    return this.history.undone.map(stepOf);
  }

  private change(segment: SegmentName, text: string, editorMove: EditorMove | undefined): void {
    const before = this.texts;
    this.texts = { ...before, [segment]: text };
    const step = { before, after: this.texts, title: undefined, editorMove, now: this.now++ };
    this.history = withText(this.history, step);
  }
}

function stepOf(entry: History['done'][number]): string {
  if (entry.kind !== 'text') return entry.title;
  return Object.entries(entry.before)
    .map(([name, text]) => `${name}: ${text} → ${entry.after[name as SegmentName]}`)
    .join(', ');
}

describe('an editor’s own undo and redo', () => {
  it('move an entry that it undoes as a whole', () => {
    const session = new Session().typed('patterns', 'l', 'lu').moved('undo', 'patterns', '');
    expect([session.done, session.undone]).toEqual([[], ['patterns:  → lu']]);
    session.moved('redo', 'patterns', 'lu');
    expect([session.done, session.undone]).toEqual([['patterns:  → lu'], []]);
  });

  it('split an entry that it undoes word by word, and do it again word by word', () => {
    const session = new Session().typed('patterns', 'one', 'one two', 'one two three');
    session.moved('undo', 'patterns', 'one two');
    expect([session.done, session.undone]).toEqual([['patterns:  → one two'], ['patterns: one two → one two three']]);
    session.moved('undo', 'patterns', 'one').moved('undo', 'patterns', '');
    expect(session.done).toEqual([]);
    session.moved('redo', 'patterns', 'one').moved('redo', 'patterns', 'one two three');
    expect([session.done.length, session.undone]).toEqual([3, []]);
    expect(session.done.at(-1)).toBe('patterns: one two → one two three');
  });

  it('split what is done again to a place within an entry', () => {
    const session = new Session().typed('patterns', 'one', 'one two').moved('undo', 'patterns', '');
    session.moved('redo', 'patterns', 'one');
    expect([session.done, session.undone]).toEqual([['patterns:  → one'], ['patterns: one → one two']]);
  });

  it('go past several entries at a time, and past what is of something else', () => {
    const session = new Session().typed('patterns', 'a').labelled().typed('output', 'x').typed('patterns', 'ab');
    session.moved('undo', 'patterns', '');
    expect(session.done).toEqual(['Label TP', 'output:  → x']);
    expect(session.undone).toEqual(['patterns: a → ab', 'patterns:  → a']);
    session.moved('redo', 'patterns', 'ab');
    expect(session.done.slice(2)).toEqual(['patterns:  → a', 'patterns: a → ab']);
  });

  it('take one segment’s part of an edit of several', () => {
    const session = new Session();
    const after = { ...empty, patterns: 'b', output: 'b' };
    session.history = withText(noHistory, { before: empty, after, title: 'Rename to b', now: 0 });
    session.texts = after;
    session.moved('undo', 'patterns', '');
    expect([session.done, session.undone]).toEqual([['output:  → b'], ['patterns:  → b']]);
  });

  it('lead on where they take back what the history undid', () => {
    const session = new Session().typed('patterns', 'a');
    session.history = undone(session.history);
    session.texts = empty;
    session.moved('undo', 'patterns', 'a');
    expect([session.done, session.undone]).toEqual([['patterns:  → a'], []]);
  });

  it('are an edit where the history knows of none', () => {
    const session = new Session().typed('patterns', 'a', '').moved('undo', 'patterns', 'a');
    expect([session.done, session.undone]).toEqual([['patterns:  → a'], []]);
  });
});
