import { describe, expect, it } from 'vitest';
import { usableLabels } from '../labels/kept-labels.ts';
import { usablePreferences } from '../preferences/preferences.ts';
import { usableSignOffs } from '../rule/sign-offs-store.ts';
import { noVersions, usableVersions } from '../rule/versions-store.ts';
import { usableView } from '../view/kept-view.ts';

const segments = { patterns: '', detection: 'T', exclusions: '', output: '' };

describe('what the browser kept', () => {
  const version = { id: 'one', name: 'Monday', savedAt: '2026-01-01T00:00:00Z', segments };
  const label = { fingerprint: '0123456789abcdef', verdict: 'TP', note: '' };
  const signOff = {
    ...{ id: 'one', reviewer: 'Ana Ruiz', verdict: 'approved', comment: '', at: '2026-01-01T00:00:00Z' },
    ...{ digest: '00', segments, record: '# Review' },
  };

  it('is used as it is where all of it can be', () => {
    const versions = { versions: [version], pinned: 'one' };
    expect(usableVersions(versions)).toEqual({ kept: versions, isDamaged: false });
    const labels = { labels: [label], samples: ['/labels 12'] };
    expect(usableLabels(labels)).toEqual({ kept: labels, isDamaged: false });
    expect(usableSignOffs({ signOffs: [signOff] })).toEqual({ kept: { signOffs: [signOff] }, isDamaged: false });
    const preferences = { theme: 'dark', density: 'compact', facetsOpen: true, dockTab: 'review', owner: 'Ana' };
    const all = { ...preferences, layouts: { main: { rule: 40, results: 60 } } };
    expect(usablePreferences(all)).toEqual({ kept: all, isDamaged: false });
    const layout = { order: ['FileName'], widths: { FileName: 90 }, pins: { FileName: 'left' }, hidden: [] };
    const view = { ruleTab: 'whole', tab: 'near-misses', layout };
    expect(usableView(view)).toEqual({ kept: view, isDamaged: false });
  });

  it('is no damage where nothing was kept', () => {
    expect(usableVersions(undefined)).toEqual({ kept: noVersions, isDamaged: false });
    expect(usableLabels(undefined)).toEqual({ kept: { labels: [], samples: [] }, isDamaged: false });
    expect(usableSignOffs(undefined)).toEqual({ kept: { signOffs: [] }, isDamaged: false });
    expect(usablePreferences(undefined)).toEqual({ kept: {}, isDamaged: false });
  });

  it('is used without what can’t be', () => {
    const versions = { versions: [{ ...version, segments: 'T' }, version, null], pinned: 7 };
    expect(usableVersions(versions)).toEqual({ kept: { versions: [version], pinned: 'shipped' }, isDamaged: true });
    const labels = { labels: [{ ...label, verdict: 'true' }, 5, label], samples: null };
    expect(usableLabels(labels)).toEqual({ kept: { labels: [label], samples: [] }, isDamaged: true });
    expect(usableSignOffs({ signOffs: [{ ...signOff, verdict: 'perhaps' }, signOff] })).toEqual({
      kept: { signOffs: [signOff] },
      isDamaged: true,
    });
    const preferences = { theme: 'dark', density: 3, dockTab: 'gone', layouts: { main: { rule: 'half' } } };
    expect(usablePreferences(preferences)).toEqual({ kept: { theme: 'dark' }, isDamaged: true });
    const layout = { order: ['FileName'], widths: { FileName: 'wide' }, pins: {}, hidden: [] };
    expect(usableView({ ruleTab: 'patterns', tab: 'gone', layout, older: 1 })).toEqual({
      kept: { ruleTab: 'patterns' },
      isDamaged: true,
    });
  });

  it('may be anything at all', () => {
    for (const value of [null, 5, 'text', []]) {
      expect(usableVersions(value)).toEqual({ kept: noVersions, isDamaged: true });
      expect(usableLabels(value)).toEqual({ kept: { labels: [], samples: [] }, isDamaged: true });
      expect(usableSignOffs(value)).toEqual({ kept: { signOffs: [] }, isDamaged: true });
    }
    for (const value of [null, 5, 'text']) expect(usablePreferences(value)).toEqual({ kept: {}, isDamaged: true });
  });
});
