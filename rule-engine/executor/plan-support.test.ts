import { expect, test } from 'vitest';
import { aggregateFunctions } from '../aggregates/registry.ts';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { checkSupport, unsupportedFeatures } from './plan-support.ts';
import { call, column, extend, table, text, where } from './plans.test-helper.ts';

const source = table('T', [{ name: 'a', type: 'string' }]);

test('what the executor evaluates itself is no missing function', () => {
  const names = ['and', 'or', 'not', '!=', '!has', '!between', 'isnotempty', 'iff', 'case', 'row_number', 'prev'];
  const plan = extend(source, [
    {
      name: 'x',
      expr: call(
        'strcat',
        names.map((name) => call(name, [])),
      ),
    },
  ]);
  expect(unsupportedFeatures(plan)).toEqual([]);
});

test('a missing function is named at its place, once, in the order of the text', () => {
  const missing = call('no_such', [column('a')]);
  const other = call('!nope', [column('a'), text('x')]);
  const plan = where(where(source, other), call('and', [missing, missing]));
  expect(unsupportedFeatures(plan)).toMatchObject(
    [missing, other]
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ span }) => ({ code: 'unsupported', severity: 'error', span })),
  );
  expect(unsupportedFeatures(plan).map(({ message }) => message)).toContain(
    'no_such() is not supported by this engine',
  );
});

test('a text that asks what the engine lacks has no plan, whether rows come so far or not', async () => {
  const query = 'datatable(a:string)[] | evaluate python(typeof(*), "x") | where 1 == 2 | summarize count() by a';
  const { plan, diagnostics } = await checkSupport(compile(query, makeGlobals([])));
  expect(plan).toBeUndefined();
  expect(diagnostics).toMatchObject([
    {
      code: 'unsupported',
      message: 'The plugin python is not supported by this engine',
      span: { start: query.indexOf('evaluate') },
    },
  ]);
});

test('all aggregates of the registry are known', () => {
  for (const { name } of aggregateFunctions) {
    const span = { start: 0, length: 1 };
    const item = { aggregates: [{ aggregate: name, args: [], columns: [], span }], items: [] };
    const plan = { kind: 'summarize', input: source, aggregates: [item], by: [], columns: [], span } as const;
    expect(unsupportedFeatures(plan)).toEqual([]);
  }
});

test('a regular expression that is none is refused at its place, before any row is looked at', async () => {
  const globals = makeGlobals([]);
  const refused = [
    'where a matches regex "(?=x)y"',
    'extend b = extract("(", 1, a)',
    'extend b = replace_regex(a, "[", "")',
    'extend b = trim_start("(", a)',
    'extend b = trim(@"[", a)',
  ];
  for (const step of refused) {
    const { plan, diagnostics } = await checkSupport(compile(`datatable(a:string)[] | ${step}`, globals));
    expect(plan).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'invalid-regex', severity: 'error' }]);
  }
  const fine = 'datatable(a:string)[] | where a matches regex "x+" | extend b = replace_string(a, "[", "")';
  expect(await checkSupport(compile(fine, globals))).toMatchObject({ plan: {}, diagnostics: [] });
});
