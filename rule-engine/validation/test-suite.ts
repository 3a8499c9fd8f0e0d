import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EvaluationClock } from '../ingest/evaluation-clock.ts';
import { type YamlFields, yamlFields } from '../rule/yaml-fields.ts';

/** Rows of the samples: by scenario and event as the labels name them, or by the text of columns. */
export type RowReference =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'columns'; readonly columns: readonly (readonly [string, string])[] };

/** How to do by hand what the test's samples show. */
interface TestProcedure {
  readonly platform: string;
  readonly run: string;
}

export interface RuleTest {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly technique: string | undefined;
  readonly procedure: readonly TestProcedure[];
  /** Paths within the rule's folder. */
  readonly samples: readonly string[];
  readonly clock: EvaluationClock;
  /** Must be in the result. */
  readonly match: readonly RowReference[];
  /** Must not be found by the detection, so that no exclusion is needed. */
  readonly noMatch: readonly RowReference[];
  readonly excluded: readonly { readonly by: string; readonly rows: readonly RowReference[] }[];
  /** The number of rows of the result. */
  readonly hits: number | undefined;
  /** KQL operators over the result: every bool column of every row must be true. */
  readonly assertion: string | undefined;
}

/** tests.yaml. */
export interface TestSuite {
  readonly labels: string | undefined;
  readonly tests: readonly RuleTest[];
}

/** Reads tests.yaml. Spans are of its text; a test that checks nothing is an error. */
export function parseTestSuite(text: string): { suite: TestSuite; diagnostics: readonly Diagnostic[] } {
  const fields = yamlFields(text);
  const labels = fields.optionalText('labels');
  const tests = fields.mappings('tests').map(parseTest);
  fields.rejectOthers();
  const ids = new Set<string>();
  for (const { id } of tests) {
    if (ids.has(id)) fields.problems.report('duplicate-test', `There are two tests ${id}`, fields.spanOf('tests'));
    ids.add(id);
  }
  return { suite: { labels, tests }, diagnostics: fields.problems.diagnostics };
}

function parseTest(fields: YamlFields): RuleTest {
  const test: RuleTest = {
    id: fields.text('id'),
    title: fields.text('title'),
    description: fields.optionalText('description') ?? '',
    technique: fields.optionalText('technique'),
    procedure: fields.mappings('procedure').map((step) => ({ platform: step.text('platform'), run: step.text('run') })),
    samples: fields.texts('samples'),
    clock: clock(fields),
    match: references(fields, 'match'),
    noMatch: references(fields, 'noMatch'),
    excluded: fields.mappings('excluded').map((item) => ({ by: item.text('by'), rows: references(item, 'rows') })),
    hits: fields.number('hits'),
    assertion: fields.optionalText('assert'),
  };
  fields.rejectOthers();
  if (test.samples.length === 0) fields.missing('samples', undefined);
  const checks = test.match.length + test.noMatch.length + test.excluded.length;
  if (checks === 0 && !fields.has('hits') && test.assertion === undefined) {
    fields.problems.report('empty-test', `The test ${test.id} checks nothing`, fields.span);
  }
  return test;
}

function references(fields: YamlFields, name: string): readonly RowReference[] {
  return fields
    .textsOrMappings(name)
    .map((item) =>
      typeof item === 'string' ? { kind: 'named', name: item } : { kind: 'columns', columns: item.entries() },
    );
}

function clock(fields: YamlFields): EvaluationClock {
  const text = fields.optionalText('clock') ?? 'newest';
  if (text === 'newest' || text === 'wall') return { kind: text };
  if (Number.isNaN(Date.parse(text))) {
    fields.problems.report('not-a-clock', 'clock must be newest, wall or an ISO 8601 time', fields.spanOf('clock'));
  }
  return { kind: 'at', iso: text };
}
