import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindList } from '../functions/list-membership.ts';
import { scalarFunction } from '../functions/registry.ts';
import { rowsOf } from '../operators/relation.ts';
import type { Expr } from '../plan/plan.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { isWhere } from './counts.ts';
import { evaluate } from './evaluate.ts';
import { evidenceOf } from './evidence.ts';
import { Execution } from './execution.ts';
import { ExecutionCache } from './execution-cache.ts';
import { NumberedLiterals } from './numbered-literals.ts';
import { call, column, contextOf, extend, list, literal, table, tableOf, text, where } from './plans.test-helper.ts';

const loaded: readonly ColumnSchema[] = [
  { name: 'Command', type: 'string' },
  { name: 'File', type: 'string' },
  { name: 'Size', type: 'long' },
  { name: 'Number', type: 'int' },
  { name: 'Elevated', type: 'bool' },
  { name: 'Score', type: 'real' },
];

/** A query may name a column that no loaded file has: it holds no text. */
const schema: readonly ColumnSchema[] = [...loaded, { name: 'Absent', type: 'string' }];

/** Evaluates an expression for one row by the functions themselves, with no column, mask or dictionary in between. */
function naive(expr: Expr, row: readonly Scalar[]): Scalar {
  switch (expr.kind) {
    case 'literal':
      return expr.value;
    case 'column':
      return expr.name === 'Absent' ? '' : row[schema.findIndex(({ name }) => name === expr.name)];
    case 'call': {
      const entry = scalarFunction(expr.name);
      if (entry === undefined) throw new Error(expr.name);
      const kernel = entry.bind({
        argumentTypes: expr.args.map((arg) => arg.type),
        resultType: expr.type,
        constants: expr.args.map(() => undefined),
        now: 0n,
        span: expr.span,
      });
      const args = expr.args.map((arg) => naive(arg, row));
      return entry.nulls === 'propagate' && args.includes(null) ? null : kernel(args);
    }
    case 'list': {
      if ('table' in expr.list) throw new Error('no tables here');
      const elements = expr.list.map((element) => ({ value: naive(element, row), type: element.type }));
      return bindList(expr.operator, expr.left.type, elements)(naive(expr.left, row));
    }
    default:
      throw new Error(expr.kind);
  }
}

const word = fc.constantFrom('lua', 'LUA.exe', 'luac', '.lua', 'os.execute(', 'id', '_', ' ', 'É', 'tmp', 'a_b', '');
const sentence = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const textual = fc.oneof(
  sentence,
  fc.array(word, { maxLength: 3 }).map((words) => words.join('')),
);

const rowOf = fc.tuple(
  textual,
  fc.constantFrom('lua', 'cmd.exe', '', 'luac'),
  fc.option(fc.constantFrom(-5_000_000_000n, -1n, 0n, 1n, 4_294_967_296n, 5_000_000_001n)),
  fc.option(fc.integer({ min: -3, max: 3 })),
  fc.option(fc.boolean()),
  fc.option(fc.constantFrom(-1.5, 0, 2.5, Number.NaN, Number.POSITIVE_INFINITY)),
);

const stringColumn = fc.constantFrom('Command', 'File', 'Absent').map((name) => column(name));
const needle = fc.oneof(word, fc.constantFrom('lua cmd', 'execute', 'é', 'LUA')).map(text);

const stringTest = fc
  .tuple(
    fc.constantFrom(
      'has',
      '!has',
      'has_cs',
      'contains',
      '!contains',
      'contains_cs',
      'startswith',
      '!startswith',
      'endswith',
      'hasprefix',
      'hassuffix',
      '!hassuffix_cs',
      '==',
      '!=',
      '=~',
      '!~',
    ),
    stringColumn,
    needle,
  )
  .map(([operator, left, right]) => call(operator, [left, right]));

const emptyTest = fc
  .tuple(fc.constantFrom('isempty', 'isnotempty', 'isnull', 'isnotnull'), stringColumn)
  .map(([name, subject]) => call(name, [subject]));

const stringList = fc
  .tuple(
    fc.constantFrom<'in' | 'in~' | '!in' | '!in~' | 'has_any' | 'has_all'>(
      'in',
      'in~',
      '!in',
      '!in~',
      'has_any',
      'has_all',
    ),
    stringColumn,
    fc.array(needle, { maxLength: 20 }),
  )
  .map(([operator, left, elements]) => list(left, operator, elements));

const comparison = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');
const numberTest = fc.oneof(
  fc
    .tuple(comparison, fc.option(fc.constantFrom(-5_000_000_000n, -1n, 0n, 1n, 4_294_967_297n)), fc.boolean())
    .map(([name, value, swapped]) => {
      const args = [column('Size', 'long'), literal(value, 'long')];
      return call(name, swapped ? args.reverse() : args);
    }),
  fc
    .tuple(comparison, fc.option(fc.constantFrom(-1n, 0n, 2n)))
    .map(([name, value]) => call(name, [column('Number', 'int'), literal(value, 'long')])),
  fc
    .tuple(comparison, fc.constantFrom(0, 2.5, Number.NaN))
    .map(([name, value]) => call(name, [column('Score', 'real'), literal(value, 'real')])),
  fc
    .tuple(fc.constantFrom('between', '!between'), fc.constantFrom(-1n, 0n), fc.constantFrom(1n, 4_294_967_296n))
    .map(([name, from, to]) => call(name, [column('Size', 'long'), literal(from, 'long'), literal(to, 'long')])),
  fc.tuple(comparison).map(([name]) => call(name, [column('Size', 'long'), column('Number', 'int')])),
  fc.array(fc.option(fc.constantFrom(-1n, 0n, 1n)), { maxLength: 18 }).map((values) =>
    list(
      column('Size', 'long'),
      'in',
      values.map((value) => literal(value, 'long')),
    ),
  ),
);

const leaf = fc.oneof(
  stringTest,
  stringList,
  numberTest,
  emptyTest,
  fc.constant(0).map(() => column('Elevated', 'bool')),
  fc.constantFrom(true, false, null).map((value) => literal(value, 'bool')),
  fc.tuple(stringColumn, needle).map(([subject, right]) => call('==', [call('tostring', [subject], 'string'), right])),
);

const { predicate } = fc.letrec<{ predicate: Expr }>((tie) => ({
  predicate: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.tuple(tie('predicate'), tie('predicate')).map((args) => call('and', args)),
    fc.tuple(tie('predicate'), tie('predicate')).map((args) => call('or', args)),
    tie('predicate').map((arg) => call('not', [arg])),
    fc.tuple(tie('predicate'), tie('predicate'), tie('predicate')).map((args) => call('iff', args)),
  ),
}));

const tables = fc.tuple(fc.array(rowOf, { maxLength: 25 }), fc.constantFrom(1, 3));

/** A rare row among many others, so that the steps after it work on a short list of rows. */
function withFiller(rows: readonly (readonly Scalar[])[]): readonly (readonly Scalar[])[] {
  return [...rows, ...Array.from({ length: rows.length * 40 }, () => ['filler', 'none', null, null, null, null])];
}

describe('the vectorised evaluation against one row at a time', () => {
  it('keeps the same rows for any predicate', async () => {
    const cache = new ExecutionCache();
    await fc.assert(
      fc.asyncProperty(tables, predicate, async ([rows, repeat], condition) => {
        const data = tableOf(loaded, rows, repeat);
        const all = Array.from({ length: repeat }, () => rows).flat();
        const result = await evaluate(where(table('T', schema), condition), contextOf(data, cache));
        const expected = all.flatMap((row, i) => (naive(condition, row) === true ? [i] : []));
        expect([...rowsOf(result)]).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the same rows through two steps and a computed column, also when few rows are left', async () => {
    await fc.assert(
      fc.asyncProperty(tables, predicate, predicate, predicate, async ([rows], first, flag, second) => {
        const all = withFiller(rows);
        const source = where(table('T', schema), call('!=', [column('Command'), text('filler')]));
        const plan = where(
          where(
            extend(where(source, first), [{ name: 'Flag', expr: flag }]),
            call('or', [column('Flag', 'bool'), second]),
          ),
          call('not', [second]),
        );
        const result = await evaluate(plan, contextOf(tableOf(loaded, all)));
        const expected = all.flatMap((row, i) => {
          if (row[0] === 'filler' || naive(first, row) !== true) return [];
          const kept = naive(flag, row) === true || naive(second, row) === true;
          return kept && naive(second, row) === false ? [i] : [];
        });
        expect([...rowsOf(result)]).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('gives a computed column the same values', async () => {
    await fc.assert(
      fc.asyncProperty(tables, predicate, async ([rows, repeat], condition) => {
        const data = tableOf(loaded, rows, repeat);
        const plan = extend(table('T', schema), [{ name: 'Flag', expr: condition }]);
        const { columns } = await evaluate(plan, contextOf(data));
        const values = Array.from({ length: data.length }, (_, row) => columns[columns.length - 1].get(row));
        const all = Array.from({ length: repeat }, () => rows).flat();
        expect(values).toEqual(all.map((row) => naive(condition, row)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('evidence', () => {
  it('has the verdict of the evaluation for every row, matched or not', async () => {
    await fc.assert(
      fc.asyncProperty(tables, predicate, async ([rows], condition) => {
        const execution = new Execution(contextOf(tableOf(loaded, rows)));
        const kept = new Set(rowsOf(await execution.run(where(table('T', schema), condition))));
        const steps = execution.steps.filter(isWhere);
        for (let row = 0; row < rows.length; row++) {
          const [step] = await evidenceOf(row, steps, execution);
          expect(step.verdict).toBe(naive(condition, rows[row]));
          expect(step.verdict === true).toBe(kept.has(row));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('counts of literals', () => {
  it('are what removing the literal from the query and running it again says', async () => {
    await fc.assert(
      fc.asyncProperty(tables, predicate, async ([rows, repeat], condition) => {
        const all = Array.from({ length: repeat }, () => rows).flat();
        const execution = new Execution(contextOf(tableOf(loaded, rows, repeat)));
        await execution.run(where(table('T', schema), condition));
        for (const { span, rows: matched, unique } of await (await NumberedLiterals.of(execution)).count(execution)) {
          const isTarget = (expr: Expr): boolean => expr.span.start === span.start;
          const without = withoutLiteral(condition, isTarget);
          const changed = all.filter((row) => (naive(condition, row) === true) !== (naive(without, row) === true));
          expect(unique).toBe(changed.length);
          expect(matched).toBe(all.filter((row) => matchesLiteral(condition, isTarget, row)).length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

const POSITIVE: Readonly<Record<string, string>> = { '!=': '==', '!~': '=~' };

function positive(name: string): string {
  return POSITIVE[name] ?? name.replace(/^!/, '');
}

/** The condition as it would be without one literal: gone from its list, or matching nothing where it stands alone. */
function withoutLiteral(expr: Expr, isTarget: (expr: Expr) => boolean): Expr {
  if (expr.kind === 'list' && !('table' in expr.list)) return { ...expr, list: expr.list.filter((e) => !isTarget(e)) };
  if (expr.kind !== 'call') return expr;
  if (expr.args.some(isTarget)) return literal(positive(expr.name) !== expr.name, 'bool');
  return { ...expr, args: expr.args.map((arg) => withoutLiteral(arg, isTarget)) };
}

function matchesLiteral(expr: Expr, isTarget: (expr: Expr) => boolean, row: readonly Scalar[]): boolean {
  if (expr.kind === 'list' && !('table' in expr.list)) {
    const element = expr.list.find(isTarget);
    if (element === undefined) return false;
    const operator = expr.operator.startsWith('has') ? 'has_any' : expr.operator.includes('~') ? 'in~' : 'in';
    return naive({ ...expr, operator, list: [element] }, row) === true;
  }
  if (expr.kind !== 'call') return false;
  if (expr.args.some(isTarget)) return naive({ ...expr, name: positive(expr.name) }, row) === true;
  return expr.args.some((arg) => matchesLiteral(arg, isTarget, row));
}
