import { describe, expect, it } from 'vitest';
import type { Segments } from '../../../rule-engine/index.ts';
import { type History, isOfSeveralSegments, noHistory, redone, undone, withEntry } from './history.ts';
import { withText } from './text-history.ts';

const empty: Segments = { patterns: '', detection: '', exclusions: '', output: '' };
const patterns = (text: string): Segments => ({ ...empty, patterns: text });

function typed(history: History, texts: readonly string[], from = 0): History {
  return texts.slice(1).reduce(
    (so, text, index) =>
      withText(so, {
        before: patterns(texts[index]),
        after: patterns(text),
        title: undefined,
        now: from + index * 100,
      }),
    history,
  );
}

const labelled = {
  kind: 'labels',
  title: 'Label TP',
  changes: [{ fingerprint: '00', before: null, after: { verdict: 'TP', note: '' } }],
} as const;

describe('history of text and labels', () => {
  it('joins what is typed without a pause', () => {
    const history = typed(noHistory, ['', 'l', 'lu', 'lua']);
    expect(history.done).toHaveLength(1);
    expect(history.done[0]).toMatchObject({
      title: 'Edit of Patterns',
      before: { patterns: '' },
      after: { patterns: 'lua' },
    });
  });

  it('has one entry for an edit of several segments, which no editor can undo by itself', () => {
    const renamed = { ...patterns('b'), detection: 'T | where b' };
    const [before, between] = [
      { ...patterns('a'), detection: 'T | where a' },
      { ...renamed, detection: 'T | where a' },
    ];
    const title = 'Rename to b';
    const first = withText(noHistory, { before, after: between, title, now: 0 });
    const both = withText(first, { before: between, after: renamed, title, isFurther: true, now: 0 });
    const changed = ({ patterns, detection }: Segments) => ({ patterns, detection });
    expect(both.done).toMatchObject([{ title, before: changed(before), after: changed(renamed) }]);
    expect([first, both].map(({ done }) => isOfSeveralSegments(done.at(-1)))).toEqual([false, true]);
    expect(isOfSeveralSegments(undefined)).toBe(false);
    expect(isOfSeveralSegments(labelled)).toBe(false);
  });

  it('has no entry for what was typed and taken back without a pause', () => {
    expect(typed(noHistory, ['', 'l', ''])).toEqual(noHistory);
  });

  it('begins another entry after a pause, in another segment, and after an action', () => {
    const first = typed(noHistory, ['', 'l']);
    const later = withText(first, { before: patterns('l'), after: patterns('lu'), title: undefined, now: 9000 });
    expect(later.done).toHaveLength(2);
    const elsewhere = { ...patterns('l'), output: '| take 1' };
    expect(withText(first, { before: patterns('l'), after: elsewhere, title: undefined, now: 10 }).done).toHaveLength(
      2,
    );
    const action = withText(noHistory, { before: empty, after: patterns('l'), title: 'Restore', now: 0 });
    expect(typed(action, ['l', 'lu']).done.map(({ title }) => title)).toEqual(['Restore', 'Edit of Patterns']);
  });

  it('undoes in the order in which things were done, and forgets the undone on a new action', () => {
    const history = withEntry(typed(noHistory, ['', 'l']), labelled);
    const back = undone(history);
    expect(back.undone).toEqual([labelled]);
    expect(redone(back).done).toHaveLength(2);
    expect(withEntry(undone(back), labelled)).toEqual({ done: [labelled], undone: [] });
  });

  it('has nothing to undo when nothing was done', () => {
    expect(undone(noHistory)).toEqual(noHistory);
    expect(redone(noHistory)).toEqual(noHistory);
  });
});
