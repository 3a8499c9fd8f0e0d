import { describe, expect, it } from 'vitest';
import { noVersions, replayed, shippedVersion, withName, withoutVersion, withVersion } from './versions-store.ts';

const segments = { patterns: '', detection: '', exclusions: '', output: '' };
const version = (id: string, name = id) => ({ id, name, savedAt: '2026-03-01T00:00:00Z', segments });
const two = withVersion(withVersion(noVersions, version('a')), version('b'));

describe('kept versions', () => {
  it('have the newest first, and the text is compared with it', () => {
    expect([two.versions.map(({ id }) => id), two.pinned]).toEqual([['b', 'a'], 'b']);
  });

  it('are renamed, but not to nothing', () => {
    expect(withName(two, 'a', ' Monday ').versions.map(({ name }) => name)).toEqual(['b', 'Monday']);
    expect(withName(two, 'a', ' ')).toBe(two);
    expect(withName(two, 'a', 'a')).toBe(two);
    expect(withName(two, shippedVersion, 'Monday')).toBe(two);
  });

  it('are dropped, and the shipped one takes the place of the one compared with', () => {
    expect(withoutVersion(two, 'b')).toEqual({ versions: [version('a')], pinned: shippedVersion });
    expect(withoutVersion(two, 'a').pinned).toBe('b');
  });

  it('come back by undo, without a change of what was chosen to compare with since', () => {
    const renamed = { before: two, after: withName(two, 'b', 'Monday') };
    const chosen = { ...renamed.after, pinned: 'a' };
    expect(replayed(chosen, renamed, 'before')).toEqual({ ...two, pinned: 'a' });
    const dropped = { before: two, after: withoutVersion(two, 'b') };
    expect(replayed(dropped.after, dropped, 'before')).toEqual(two);
    expect(replayed(two, dropped, 'after')).toEqual(dropped.after);
  });
});
