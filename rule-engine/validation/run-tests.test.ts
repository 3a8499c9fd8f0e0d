import { describe, expect, it } from 'vitest';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import type { Segments } from '../rule/segments.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { runTests } from './run-tests.ts';
import { SampleFiles } from './sample-files.ts';
import { parseTestSuite } from './test-suite.ts';

const globals = makeGlobals(builtInTables);

const segments: Segments = {
  patterns: '',
  detection: 'DeviceProcessEvents\n| where Timestamp > ago(1h) and FileName has "lua"\n',
  exclusions: '// build servers\n| where not(DeviceName == "ci" and FileName == "lua")\n',
  output: '| extend Inline = ProcessCommandLine has "-e"\n| sort by Timestamp desc\n',
};

const samples: Readonly<Record<string, string>> = {
  'events.csv': `Timestamp,DeviceName,ReportId,FileName,ProcessCommandLine
2026-03-12T10:00:00Z,old,1,lua,lua -e 1
2026-03-12T17:30:00Z,web,2,lua,lua -e 2
2026-03-12T17:40:00Z,ci,3,lua,lua build
2026-03-12T17:50:00Z,web,4,bash,bash
`,
  'bad.csv': 'Timestamp,FileName\nyesterday,lua\n',
  'labels.ndjson': [
    '{"ReportId":2,"DeviceName":"web","Timestamp":"2026-03-12T17:30:00.0000000Z","scenario":"attack","event":"lua"}',
    '{"ReportId":3,"DeviceName":"ci","Timestamp":"2026-03-12T17:40:00.0000000Z","scenario":"build","event":"lua"}',
    '{"ReportId":4,"DeviceName":"web","Timestamp":"2026-03-12T17:50:00.0000000Z","scenario":"shell","event":"bash"}',
  ].join('\n'),
};

async function run(test: string, changed: Partial<Segments> = {}) {
  const { suite } = parseTestSuite(`labels: labels.ndjson\ntests:\n  - {id: t, title: T, ${test}}`);
  const results = await runTests({ ...segments, ...changed }, suite, {
    samples: new SampleFiles(async (path) => {
      if (!Object.hasOwn(samples, path)) throw new Error(`${path} is missing`);
      return new File([samples[path]], path);
    }),
    compile: (text) => compile(text, globals),
  });
  return results[0];
}

async function failures(test: string, changed?: Partial<Segments>) {
  return (await run(test, changed)).failures.map(({ check, message }) => `${check}: ${message}`);
}

describe('runTests', () => {
  it('passes when every row is what it should be', async () => {
    const result = await run(
      'samples: [events.csv], match: [attack/lua], noMatch: [shell/bash], excluded: [{by: build servers, rows: [build/lua]}], hits: 1, assert: summarize Ok = countif(Inline) == 1',
    );
    expect(result.failures).toEqual([]);
    expect(result).toMatchObject({ passed: true, hits: 1, rows: 4 });
  });

  it('says what became of a row that should match', async () => {
    expect(await failures('samples: [events.csv], match: [build/lua]')).toEqual([
      "match: 1 of 1 rows build/lua are excluded by 'build servers': lua build",
    ]);
    expect(await failures('samples: [events.csv], match: [shell/bash]')).toEqual([
      'match: 1 of 1 rows shell/bash do not match: bash',
    ]);
  });

  it('does not take an excluded row for one that does not match', async () => {
    expect(await failures('samples: [events.csv], noMatch: [build/lua]')).toHaveLength(1);
  });

  it('fails on the wrong exclusion, the wrong count, a false assertion', async () => {
    expect(await failures('samples: [events.csv], excluded: [{by: other, rows: [build/lua]}]')).toHaveLength(1);
    expect(await failures('samples: [events.csv], hits: 2')).toEqual([
      'hits: 1 rows are in the result; 2 were expected',
    ]);
    expect(await failures('samples: [events.csv], assert: summarize Ok = count() == 9')).toEqual([
      'assert: Ok is not true: Ok = false',
    ]);
    expect(await failures('samples: [events.csv], assert: where false')).toEqual(['assert: The assertion gave no row']);
  });

  it('fails when it would check nothing', async () => {
    expect(await failures('samples: [events.csv], match: [no/such]')).toEqual([
      'match: No row of the samples is no/such',
    ]);
    expect(await failures('samples: [events.csv], assert: count')).toEqual([
      'assert: The assertion gave no bool column',
    ]);
  });

  it('reads the clock that the test names', async () => {
    expect((await run('samples: [events.csv], clock: "2026-03-12T10:30:00Z", hits: 3')).hits).toBe(2);
    expect((await run('samples: [events.csv], clock: wall, hits: 0')).hits).toBeLessThanOrEqual(1);
  });

  it('finds rows by their columns', async () => {
    expect(await failures('samples: [events.csv], match: [{DeviceName: web, ReportId: 2}]')).toEqual([]);
  });

  it('reports samples that are missing or have errors, and a query that does not bind', async () => {
    expect(await failures('samples: [none.csv], hits: 0')).toEqual(['query: none.csv is missing']);
    expect((await failures('samples: [bad.csv], hits: 0'))[0]).toContain('samples: bad.csv: 1 errors');
    expect((await failures('samples: [events.csv], hits: 0', { output: '| project Nowhere' }))[0]).toContain('KS142');
  });

  it('asks for other checks where rows are summarized away', async () => {
    const summarized = { output: '| summarize count()' };
    expect((await failures('samples: [events.csv], match: [attack/lua]', summarized))[0]).toContain('hits and assert');
  });
});
