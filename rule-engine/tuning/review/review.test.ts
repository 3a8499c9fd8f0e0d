import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../rule/change/compare-texts.ts';
import { parseExclusions } from '../../rule/exclusions.ts';
import { composeQuery, type Segments } from '../../rule/segments.ts';
import type { LabelCounts } from '../label.ts';
import type { TuningMetrics } from '../metrics.ts';
import { lineDiff } from './line-diff.ts';
import { codeBlock, codeText, plainText } from './markdown.ts';
import { reviewChecks } from './review-checks.ts';
import type { EvaluatedFacts, ReviewFacts, SignOff } from './review-facts.ts';
import { reviewRecord } from './review-record.ts';

const before: Segments = {
  patterns: 'let P = dynamic(["a"]);\n',
  detection: 'T\n| where x has_any (P)\n',
  exclusions: '// Games\n// @owner Ana @reason Allowed\n| where n != "game"\n',
  output: '| take 5\n',
};

const labels = (counts: Partial<LabelCounts> = {}): LabelCounts => ({
  TP: 0,
  FP: 0,
  unsure: 0,
  unlabelled: 0,
  ...counts,
});

const rows = (count: number, counts: Partial<LabelCounts> = {}) => ({ rows: count, labels: labels(counts) });

const metrics: TuningMetrics = {
  before: { hits: 9, labels: labels(), precision: { part: 3, whole: 9 }, recall: { part: 3, whole: 4 } },
  after: { hits: 5, labels: labels(), precision: { part: 3, whole: 5 }, recall: { part: 3, whole: 4 } },
  fpRemoved: { part: 4, whole: 6 },
  tpHidden: { part: 0, whole: 3 },
  all: labels({ TP: 4, FP: 8 }),
};

function factsOf(now: Partial<Segments>, evaluated: Partial<EvaluatedFacts> = {}): ReviewFacts {
  const segments = { ...before, ...now };
  return {
    rule: { id: 'r-1', title: 'Games | more', version: '1.2.0', techniques: ['T1059'] },
    digest: 'd1',
    against: { name: 'As shipped', digest: 'd0' },
    change: compareTexts(
      { query: composeQuery(before), plan: undefined },
      { query: composeQuery(segments), plan: undefined },
    ),
    diagnostics: [],
    tests: { passed: 2, total: 2, failed: [] },
    evaluated: {
      now: '2026-03-12T14:05:00.0000001Z',
      clock: 'newest',
      sources: [{ name: 'a.csv', rows: 1200 }],
      notices: [],
      metrics,
      difference: undefined,
      incomparable: undefined,
      exclusions: parseExclusions(segments.exclusions).map((exclusion) => ({
        exclusion,
        takes: exclusion.enabled ? { ...rows(4, { FP: 4 }), dead: false } : undefined,
      })),
      deadPatterns: [],
      ...evaluated,
    },
  };
}

const difference = {
  gained: rows(3, { FP: 1, unlabelled: 2 }),
  lost: rows(2, { TP: 2 }),
  same: rows(3),
  edits: [
    { title: 'Literal `b|c` added', span: undefined, otherSpan: undefined, gained: rows(3, { FP: 1 }), lost: rows(0) },
    { title: 'Of no row', span: undefined, otherSpan: undefined, gained: rows(0), lost: rows(0) },
  ],
  metrics: { ...metrics, after: { ...metrics.after, hits: 4 } },
};

const states = (facts: ReviewFacts) => reviewChecks(facts).map(({ state, text, items }) => [state, text, ...items]);

describe('reviewChecks', () => {
  it('finds nothing against a text that is in order', () => {
    expect(states(factsOf({}))).toEqual([
      ['good', 'The text has no error and no warning'],
      ['good', '2 of 2 tests pass'],
      ['good', 'None of 4 rows labelled TP is lost or hidden by an exclusion'],
      ['good', '1 exclusion, each with owner and reason, none expired'],
    ]);
  });

  it('names errors, warnings, failed tests', () => {
    const span = { start: 0, length: 0 };
    const said = (severity: 'error' | 'warning') => ({ code: 'x', severity, span, message: `an ${severity}` });
    const tests = { passed: 1, total: 2, failed: ['Noise'] };
    expect(states({ ...factsOf({}), diagnostics: [said('warning'), said('error')], tests }).slice(0, 2)).toEqual([
      ['bad', 'The text has an error', 'an warning', 'an error'],
      ['bad', '1 of 2 tests pass', 'Noise'],
    ]);
    expect(states({ ...factsOf({}), diagnostics: [said('warning')], tests: undefined }).slice(0, 2)).toEqual([
      ['notable', 'The text has 1 warning', 'an warning'],
      ['notable', 'No test of the rule was run'],
    ]);
  });

  it('says of a text that could not be checked neither that it has an error nor that it has none', () => {
    expect(states({ ...factsOf({}), diagnostics: undefined })[0]).toEqual([
      'notable',
      'The text could not be checked: it may have errors',
    ]);
  });

  it('speaks against true positives that are lost or hidden, and for a look at what is gained', () => {
    const hidden = { ...metrics, tpHidden: { part: 1, whole: 3 } };
    const found = states(factsOf({}, { difference, metrics: hidden })).slice(2, 6);
    expect(found).toEqual([
      ['bad', '2 rows labelled TP are lost'],
      ['bad', 'Exclusions hide 1 of 3 rows labelled TP'],
      ['notable', '1 gained row labelled FP'],
      ['notable', '2 gained rows without a verdict: look at them'],
    ]);
  });

  it('does not say that nothing is lost where that is not known', () => {
    expect(states(factsOf({}, { incomparable: 'another table' }))[2]).toEqual([
      'notable',
      'That no row is lost is not known: another table',
    ]);
    expect(states(factsOf({}, { metrics: { ...metrics, all: labels() } }))[2][0]).toBe('notable');
  });

  it('asks exclusions for owner, reason and time, and names what is dead', () => {
    const exclusions = '// A\n// @owner Ana @expires 2026-03-11\n| where n != "a"\n// B\n// | where n != "b"\n';
    const facts = factsOf({ exclusions }, { deadPatterns: ['a'] });
    const [first] = facts.evaluated.exclusions;
    const takes = { ...rows(0), dead: true };
    const dead = { ...facts, evaluated: { ...facts.evaluated, exclusions: [{ ...first, takes }] } };
    expect(states(dead).slice(3)).toEqual([
      ['bad', 'Exclusions that have expired', 'A (2026-03-11)'],
      ['notable', 'Exclusions without @reason', 'A'],
      ['notable', 'Patterns that match no row', 'a'],
      ['notable', 'Exclusions that take no row', 'A'],
    ]);
  });
});

describe('reviewRecord', () => {
  const word: SignOff = {
    reviewer: 'Ana *Ruiz*',
    verdict: 'approved',
    comment: 'Fine.\n# Not a heading',
    at: '2026-11-29T01:40:12.000Z',
  };

  it('says whose word it is, on which text, compared with which', () => {
    const record = reviewRecord(factsOf({}), word);
    expect(record).toContain(
      '# Review: Games \\| more (T1059)\n\n**Approved** by Ana \\*Ruiz\\*, 2026-11-29 01:40 UTC',
    );
    expect(record).toContain('> Fine.\n> \\# Not a heading\n');
    expect(record).toContain('| Text | SHA-256 `d1` of the whole query |');
    expect(record).toContain('| Compared with | As shipped, SHA-256 `d0` |');
    expect(record).toContain('| Evaluated over | 1,200 events: a.csv (1,200) |');
    expect(record).toContain('| `now()` | 2026-03-12 14:05 UTC, the newest event |');
    expect(record).toContain('The query is the same.');
    expect(record).toContain('- ✓ 2 of 2 tests pass\n');
    expect(reviewRecord(factsOf({}), undefined)).toContain('\n\nNot signed off.\n\n');
  });

  it('lists what changed with its text, and what that did to the rows', () => {
    const exclusions = '// Games\n// @owner Ben @ticket S-1\n| where n != "games"\n';
    const facts = factsOf({ patterns: 'let P = dynamic(["a", "b|c"]);\n', exclusions, output: '' }, { difference });
    const record = reviewRecord(facts, { ...word, verdict: 'changes requested', comment: ' ' });
    expect(record).toContain('**Changes requested** by Ana');
    expect(record).not.toContain('\n> ');
    expect(record).toContain('### Patterns\n\n- added `b|c` in `P`\n');
    expect(record).toContain(
      '**Games**: condition changed, comment changed; takes 4 rows (4 FP); ' +
        'owner Ana → Ben · ticket S-1 · no reason any more (was Allowed)\n\n' +
        '```diff\n- | where n != "game"\n+ | where n != "games"\n```',
    );
    expect(record).toContain('### Output\n\n```diff\n- | take 5\n```');
    expect(record).toContain('| Gained | 3 | 0 | 1 | 0 | 2 |\n| Lost | 2 | 2 | 0 | 0 | 0 |');
    expect(record).toContain('- Literal `b|c` added: gains 3 rows (1 FP)\n');
    expect(record).not.toContain('Of no row');
    expect(record).toContain('|  | Before | Now |\n| --- | --- | --- |\n| Hits | 4 | 5 |');
  });

  it('has no difference of an exclusion that only went off', () => {
    const exclusions = before.exclusions.replace('| where', '// | where');
    expect(reviewRecord(factsOf({ exclusions }), word)).toContain(
      '**Games**: switched off; owner Ana · reason Allowed\n\n## What it does',
    );
  });
});

describe('Markdown', () => {
  it('keeps any text as it is', () => {
    expect(codeText('a`b')).toBe('``a`b``');
    expect(codeText('`')).toBe('`` ` ``');
    expect(codeBlock('kql', 'x = ```a```')).toBe('````kql\nx = ```a```\n````');
    expect(plainText('a_b <c>\n[d](e) | `f`')).toBe('a\\_b \\<c\\> \\[d\\](e) \\| \\`f\\`');
  });

  it('has a difference line by line', () => {
    expect(lineDiff('a\nb\nc', 'a\nx\ny\nc')).toEqual(['  a', '- b', '+ x', '+ y', '  c']);
    expect(lineDiff(undefined, 'a')).toEqual(['+ a']);
    expect(lineDiff('a\na', 'a')).toEqual(['  a', '- a']);
  });
});
