import { describe, expect, it } from 'vitest';
import { junit } from './junit.ts';
import { parseTestSuite } from './test-suite.ts';

describe('parseTestSuite', () => {
  it('reads rows by name and by columns', () => {
    const { suite, diagnostics } = parseTestSuite(`labels: l.ndjson
tests:
  - id: a
    title: A
    samples: [s.csv]
    clock: 2026-03-12T18:00:00Z
    match: [lua/interpreter, {DeviceName: web-01, ReportId: 4001}]
    hits: 2
`);
    expect(diagnostics).toEqual([]);
    expect(suite.tests[0]).toMatchObject({
      clock: { kind: 'at', iso: '2026-03-12T18:00:00Z' },
      match: [
        { kind: 'named', name: 'lua/interpreter' },
        {
          kind: 'columns',
          columns: [
            ['DeviceName', 'web-01'],
            ['ReportId', '4001'],
          ],
        },
      ],
      hits: 2,
    });
  });

  it.each([
    ['tests: [{id: a, title: A, samples: [s]}]', 'empty-test'],
    ['tests: [{id: a, title: A, hits: 1}]', 'missing-field'],
    ['tests: [{id: a, title: A, samples: [s], hits: two}]', 'not-a-number'],
    ['tests: [{id: a, title: A, samples: [s], hits: 1, mach: []}]', 'unknown-field'],
    ['tests: [{id: a, title: A, samples: [s], hits: 1, clock: noon}]', 'not-a-clock'],
    ['tests: [{id: a, title: A, samples: [s], hits: 1}, {id: a, title: A, samples: [s], hits: 1}]', 'duplicate-test'],
  ])('reports a mistake in %s', (text, code) => {
    expect(parseTestSuite(text).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });
});

describe('junit', () => {
  it('counts failures and escapes their text', () => {
    const checked = { match: 1, noMatch: 0, excluded: 0 };
    const result = { id: 'a', title: 'A', checked, hits: 1, rows: 2, milliseconds: 1500 };
    const failures = [{ check: 'match', message: 'lua -e "a<b" \u0001' }];
    const text = junit([
      {
        title: 'Rule & co',
        results: [
          { ...result, passed: true, failures: [] },
          { ...result, passed: false, failures },
        ],
      },
    ]);
    expect(text).toContain('<testsuite name="Rule &amp; co" tests="2" failures="1" time="3.000">');
    expect(text).toContain('message="lua -e &quot;a&lt;b&quot; \uFFFD"');
  });
});
