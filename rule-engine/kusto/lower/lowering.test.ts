import { expect, test } from 'vitest';
import type { Expr, Plan } from '../../plan/plan.ts';
import { printExpr, printPlan } from '../../plan/print.ts';
import { walkPlan } from '../../plan/walk.ts';
import { compile } from '../compile.ts';
import { makeGlobals } from '../globals.ts';

const globals = makeGlobals([
  {
    name: 'T',
    columns: [
      { name: 's', type: 'string' },
      { name: 'n', type: 'long' },
      { name: 'd', type: 'dynamic' },
      { name: 'at', type: 'datetime' },
    ],
  },
  {
    name: 'U',
    columns: [
      { name: 's', type: 'string' },
      { name: 'm', type: 'long' },
    ],
  },
]);

function planOf(query: string): Plan {
  const { plan, diagnostics } = compile(query, globals);
  if (plan === undefined) throw new Error(`${query}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return plan;
}

const cases: readonly (readonly [query: string, plan: string])[] = [
  ['T | where s has "a" and n > 1', 'T\n| where s has "a" and n > 1'],
  ['T | where (n > 1 or s == "a") and n - (1 - n) < 2', 'T\n| where (n > 1 or s == "a") and n - (1 - n) < 2'],
  ['T | filter not(s =~ "x")', 'T\n| where not(s =~ "x")'],
  ['T | where n between (1 .. 5)', 'T\n| where n between (1 .. 5)'],
  ['T | where d.a.b[0] == "x"', 'T\n| where d["a"]["b"][0] == "x"'],
  ['T | where s in~ ("a", "b")', 'T\n| where s in~ ("a", "b")'],
  ['T | where s in ((U | project s))', 'T\n| where s in (U | project s)'],
  ['T | where s <> "x"', 'T\n| where s != "x"'],
  ['T | extend k = n * 2, strlen(s)', 'T\n| extend k = n * 2, strlen_s = strlen(s)'],
  ['T | project s, x = -n', 'T\n| project s, x = -n'],
  ['T | project-away d, at', 'T\n| project-away s, n'],
  ['T | project-keep s*', 'T\n| project-keep s'],
  ['T | project-rename q = s', 'T\n| project-rename q = s, n, d, at'],
  ['T | project-reorder n, d', 'T\n| project-reorder n, d, s, at'],
  ['T | order by n, s asc nulls last', 'T\n| sort by n desc nulls last, s asc nulls last'],
  ['T | limit 3', 'T\n| take 3'],
  ['T | top 2 by n asc', 'T\n| top 2 by n asc nulls first'],
  ['T | distinct s, n', 'T\n| distinct s, n'],
  ['T | count', 'T\n| count'],
  ['T | summarize count(), x = sum(n) by s', 'T\n| summarize count_ = count(), x = sum(n) by s'],
  ['T | summarize r = sum(n) / count()', 'T\n| summarize r = $aggregate0 / $aggregate1'],
  ['T | summarize by b = bin(n, 10)', 'T\n| summarize  by b = bin(n, 10)'],
  ['T | join kind=leftouter U on s', 'T\n| join kind=leftouter on $left.s == $right.s\n  U'],
  ['T | join U on $left.n == $right.m', 'T\n| join kind=innerunique on $left.n == $right.m\n  U'],
  ['T | join kind=anti U on s', 'T\n| join kind=leftanti on $left.s == $right.s\n  U'],
  ['T | lookup U on s', 'T\n| lookup kind=leftouter on $left.s == $right.s\n  U'],
  ['union withsource=src T, U', 'T\n| union withsource=src of T, U\n  U'],
  ['T | mv-expand d to typeof(long)', 'T\n| mv-expand d to typeof(long)'],
  ['T | parse s with * "a=" x:long', 'T\n| parse kind=simple s with * "a=" x:long'],
  ['T | sample 2', 'T\n| sample 2'],
  ['print x = 1, 2', 'print x = 1, print_1 = 2'],
  ['range i from 1 to 3 step 1', 'range i from 1 to 3 step 1'],
  ['datatable(a:int)[1, 2]', 'datatable (a:int) of 2 rows'],
  ['let k = 5; T | where n > k', 'T\n| where n > 5'],
  ['let f = (x:string) { x has "q" }; T | where f(s)', 'T\n| where s has "q"'],
  ['let f = (x:long = 3) { x + 1 }; T | extend y = f()', 'T\n| extend y = 3 + 1'],
  ['let f = (X:(s:string)) { X | take 1 }; T | invoke f()', 'T\n| take 1'],
  ['let A = T | take 1; A', 'T\n| take 1'],
  ['T | as X | where n > toscalar(X | count)', 'T\n| shared 1\n| where n > toscalar(T | shared 1 | count)'],
  ['T | where n > toscalar(1)', 'T\n| where n > 1'],
  ['set notruncation; T | take 1', 'T\n| take 1'],
];

test.each(cases)('%s', (query, expected) => {
  expect(printPlan(planOf(query))).toBe(expected);
});

test('a condition on the left side alone goes before a join that keeps one row a key', () => {
  expect(printPlan(planOf('T | join kind=innerunique U on s | where n == 1'))).toBe(
    'T\n| where n == 1\n| join kind=innerunique on $left.s == $right.s\n  U',
  );
});

test('a let table that is read twice is one shared node', () => {
  const plan = planOf('let A = T | where n > 1; A | join kind=inner A on s');
  const shared = new Set<number>();
  walkPlan(plan, (node) => {
    if (node.kind === 'shared') shared.add(node.id);
  });
  expect(shared.size).toBe(1);
});

test('columns and types are the binder’s', () => {
  expect(planOf('T | summarize countif(n > 1), make_set(s), arg_max(at, s) by b = bin(n, 2)').columns).toEqual([
    { name: 'b', type: 'long' },
    { name: 'countif_', type: 'long' },
    { name: 'set_s', type: 'dynamic' },
    { name: 'at', type: 'datetime' },
    { name: 's', type: 'string' },
  ]);
});

test('arg_max(x, *) reads every column but the keys', () => {
  const plan = planOf('T | summarize arg_max(at, *) by s');
  expect(plan.columns.map(({ name }) => name)).toEqual(['s', 'at', 'n', 'd']);
  if (plan.kind !== 'summarize') throw new Error(plan.kind);
  expect(plan.aggregates[0].aggregates[0].args.map(printExpr)).toEqual(['at', 'n', 'd']);
});

function textsOfLiterals(query: string): string[] {
  const found: string[] = [];
  walkPlan(planOf(query), (node) => {
    if (node.kind === 'literal') found.push(query.slice(node.span.start, node.span.start + node.span.length));
  });
  return found;
}

test('literals keep their place, also in a let’s array, a let and a function', () => {
  expect(textsOfLiterals('let P = dynamic(["a", "bc"]); T | where s has_any (P)')).toEqual(['"a"', '"bc"']);
  expect(textsOfLiterals('let needle = "lua"; T | where s has needle')).toEqual(['"lua"']);
  expect(textsOfLiterals("let f = (x:string) { x has 'q' }; T | where f(s)")).toEqual(["'q'"]);
});

test('an operator’s span is its text without the pipe', () => {
  const query = 'T | where n > 1 | take 2';
  const { span } = planOf(query);
  expect(query.slice(span.start, span.start + span.length)).toBe('take 2');
});

test.each([
  ['T | where d == parse_json(s)', 'dynamic-comparison', 'd == parse_json(s)'],
  ['T | extend x = iff(n > 1, 1, 2.5)', 'branch-types', 'iff(n > 1, 1, 2.5)'],
  ['T | extend x = case(n > 1, s, n > 2, "a", at)', 'branch-types', 'case('],
  ['T | top 1 by d', 'dynamic-key', 'd'],
  ['T | join kind=inner T on d', 'dynamic-key', 'd'],
  ['T | lookup (T | project s, e = d) on $left.d == $right.e', 'KS241', '$left.d'],
  ['T | summarize dcount(d)', 'dynamic-key', 'd)'],
  ['T | summarize dcount(s, 5)', 'out-of-range', '5'],
  ['T | summarize percentiles(n, 50, 101)', 'out-of-range', '101'],
  ['T | summarize percentiles(n, 50, n % 2)', 'not-constant', 'n % 2'],
  ['T | summarize percentilesw(n, n, 50, n)', 'not-constant', 'n)'],
  ['T | summarize dcountif(s, n > 1, n)', 'not-constant', 'n)'],
  ['T | summarize make_set(s, n)', 'not-constant', 'n)'],
  ['T | take n', 'not-constant', 'n'],
  ['let n = 5; T | top n + 1 by s', 'not-constant', 'n + 1'],
  ['let n = 5; T | sample-distinct n of s', 'not-constant', 'n of'],
  ['let n = 5; T | top-nested n of s by count()', 'not-constant', 'n of'],
  ['let n = 5; T | mv-expand d limit n', 'not-constant', 'n'],
  ['T | evaluate bag_unpack(s)', 'not-dynamic', 's)'],
  ['T | extend x = array_length(s)', 'KS234', 's)'],
  ['T | serialize p = prev(n, 0)', 'window-offset', '0'],
  ['T | extend x = extract_all("a", s)', 'no-capture-group', '"a"'],
  ['T | extend x = format_datetime(at, "zzz")', 'bad-format', '"zzz"'],
  ['datatable(s:string)["a", "b", 1]', 'datatable-values', '1'],
  ['T | where count() > 1', 'KS', 'count'],
])('%s is refused with %s', (query, code, text) => {
  const { plan, diagnostics } = compile(query, globals);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  expect(plan).toBeUndefined();
  expect(error?.code).toContain(code);
  expect(query.slice(error?.span.start).startsWith(text)).toBe(true);
});

function literalOf(text: string): unknown {
  const plan = planOf(`print ${text}`);
  const expr: Expr | undefined = plan.kind === 'print' ? plan.items[0].expr : undefined;
  return expr?.kind === 'literal' ? expr.value : undefined;
}

test.each([
  ['0x1F', 31n],
  ['long(0xff)', 255n],
  ['int(7)', 7],
  ['1e3', 1000],
  ['real(nan)', Number.NaN],
  ['real(-inf)', Number.NEGATIVE_INFINITY],
  ['bool(1)', true],
  ['1d', 864_000_000_000n],
  ['1.5h', 54_000_000_000n],
  ['1tick', 1n],
  ['time(1.02:03:04.5)', 937_845_000_000n],
  ['datetime(1970-01-01 00:00:00.1234567)', 621_355_968_001_234_567n],
  ['datetime(2017 - 08 - 01)', 636_371_424_000_000_000n],
  ['datetime(null)', null],
  ['guid(74BE27DE-1e4e-49d9-b579-fe0b331d3642)', '74be27de-1e4e-49d9-b579-fe0b331d3642'],
  [String.raw`"a\tb\u00e9"`, 'a\tbé'],
  [String.raw`@"C:\x""y"`, String.raw`C:\x"y`],
  ["h'secret'", 'secret'],
  ["'a' 'b'", 'ab'],
  ['```a\nb```', 'a\nb'],
])('the literal %s', (text, value) => {
  expect(literalOf(text)).toEqual(value);
});

test('a dynamic literal keeps longs, reals and nested datetimes apart', () => {
  expect(literalOf('dynamic({"a": [1, 2.5, -3, null, true], "t": datetime(1970-01-01)})')).toEqual(
    new Map<string, unknown>([
      ['a', [1n, 2.5, -3n, null, true]],
      ['t', expect.objectContaining({ type: 'datetime', value: 621_355_968_000_000_000n })],
    ]),
  );
});
