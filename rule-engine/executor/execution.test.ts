import { describe, expect, it } from 'vitest';
import { rowsOf } from '../operators/relation.ts';
import type { Expr } from '../plan/plan.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { isWhere } from './counts.ts';
import { evaluate } from './evaluate.ts';
import { evidenceOf } from './evidence.ts';
import { Execution } from './execution.ts';
import { ExecutionCache } from './execution-cache.ts';
import {
  call,
  column,
  contextOf,
  extend,
  list,
  literal,
  sort,
  table,
  tableOf,
  text,
  where,
} from './plans.test-helper.ts';

const schema: readonly ColumnSchema[] = [
  { name: 'Command', type: 'string' },
  { name: 'Size', type: 'long' },
];
const rows: readonly (readonly Scalar[])[] = [
  ['lua.exe -e', 3n],
  ['cmd', null],
  ['luac', 1n],
  ['x lua', 2n],
];
const source = table('T', schema);
const hasLua = () => call('has', [column('Command'), text('lua')]);

describe('a run', () => {
  it('evaluates what earlier runs did not, and nothing twice', async () => {
    const cache = new ExecutionCache();
    const data = tableOf(schema, rows);
    const first = await evaluate(where(source, hasLua()), contextOf(data, cache));
    expect(await evaluate(where(source, hasLua()), contextOf(data, cache))).toBe(first);
    const extended = await evaluate(
      where(where(source, hasLua()), call('>', [column('Size', 'long'), literal(2n, 'long')])),
      contextOf(data, cache),
    );
    expect([...rowsOf(extended)]).toEqual([0]);
  });

  it('does not take the results of one table for another', async () => {
    const cache = new ExecutionCache();
    const plan = where(source, hasLua());
    expect([...rowsOf(await evaluate(plan, contextOf(tableOf(schema, rows), cache)))]).toEqual([0, 3]);
    const other = tableOf(schema, [...rows].reverse());
    expect([...rowsOf(await evaluate(plan, contextOf(other, cache)))]).toEqual([0, 3]);
    const shorter = tableOf(schema, rows.slice(1));
    expect([...rowsOf(await evaluate(plan, contextOf(shorter, cache)))]).toEqual([2]);
  });

  it('looks for the second of two conditions among the rows that the first leaves open', async () => {
    const sizeOf = (row: number) => (row % 100 === 0 ? null : row % 7);
    const commandOf = (row: number) => (row % 20 > 0 ? 'cmd' : row % 60 === 0 ? 'lua x' : 'lua');
    const all = [...Array(12_000).keys()];
    const data = tableOf(
      schema,
      all.map((row) => [commandOf(row), sizeOf(row) === null ? null : BigInt(sizeOf(row) ?? 0)]),
    );
    const isLarge = () => call('>', [column('Size', 'long'), literal(4n, 'long')]);
    const hasX = () => call('has', [column('Command'), text('x')]);
    const kept = all.filter((row) => row % 20 === 0 && !(commandOf(row) === 'lua x' && (sizeOf(row) ?? 5) > 4));
    for (const both of [
      [isLarge(), hasX()],
      [hasX(), isLarge()],
    ]) {
      const plan = where(where(source, hasLua()), call('not', [call('and', both)]));
      expect([...rowsOf(await evaluate(plan, contextOf(data)))]).toEqual(kept);
    }
  });

  it('reads the clock of its own run', async () => {
    const cache = new ExecutionCache();
    const data = tableOf([{ name: 'Time', type: 'datetime' }], [[100n], [200n]]);
    const timed = table('T', [{ name: 'Time', type: 'datetime' }]);
    const plan = where(timed, call('>', [column('Time', 'datetime'), call('now', [], 'datetime')]));
    const keptAt = async (now: bigint) => [...rowsOf(await evaluate(plan, { ...contextOf(data, cache), now }))];
    expect([await keptAt(50n), await keptAt(150n), await keptAt(250n)]).toEqual([[0, 1], [1], []]);
  });

  it('leaves what follows a step as it was when an edit of the step leaves its rows as they were', async () => {
    const context = contextOf(tableOf(schema, rows), new ExecutionCache());
    const following = (condition: Expr) =>
      sort(extend(where(source, condition), [{ name: 'Lua', expr: hasLua() }]), 'Size', 'long');
    const first = await evaluate(following(hasLua()), context);
    const again = call('or', [hasLua(), call('has', [column('Command'), text('nowhere')])]);
    expect(await evaluate(following(again), context)).toBe(first);
    const more = call('or', [hasLua(), call('has', [column('Command'), text('cmd')])]);
    expect([...rowsOf(await evaluate(following(more), context))]).toEqual([1, 3, 0]);
  });

  it('does not take one input of a step for another', async () => {
    const context = contextOf(tableOf(schema, rows), new ExecutionCache());
    const [some, others] = [hasLua(), call('has', [column('Command'), text('cmd')])];
    const among = (kept: Expr, listed: Expr) => {
      const inTable = { ...list(column('Command'), 'in', []), list: { table: where(source, listed) } };
      return where(where(source, kept), inTable);
    };
    expect([...rowsOf(await evaluate(among(some, some), context))]).toEqual([0, 3]);
    expect([...rowsOf(await evaluate(among(some, others), context))]).toEqual([]);
  });

  it('gives evidence of a computed column in the text of its own run', async () => {
    const context = contextOf(tableOf(schema, rows), new ExecutionCache());
    const flagged = () => {
      const flag = hasLua();
      return { flag, plan: where(extend(source, [{ name: 'Lua', expr: flag }]), column('Lua', 'bool')) };
    };
    await evaluate(flagged().plan, context);
    const { plan, flag } = flagged();
    const execution = new Execution(context);
    await execution.run(plan);
    const [step] = await evidenceOf(0, execution.steps.filter(isWhere), execution);
    expect(step.condition.children.map(({ span }) => span)).toEqual([flag.span]);
  });

  it('stops at the next checkpoint once it is cancelled, and can be run again', async () => {
    const cache = new ExecutionCache();
    const data = tableOf(schema, rows, 20_000);
    const plan = where(
      source,
      call('==', [
        call('strcat', [column('Command'), call('tostring', [column('Size', 'long')], 'string')], 'string'),
        text('luac1'),
      ]),
    );
    let left = 3;
    const cancelled = evaluate(
      plan,
      contextOf(data, cache, async () => {
        if (left-- === 0) throw new DOMException('cancelled', 'AbortError');
      }),
    );
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect((await evaluate(plan, contextOf(data, cache))).rows?.length).toBe(20_000);
  });

  it('positions the error of a function that the engine lacks', async () => {
    const missing = call('no_such_function', [column('Command')]);
    const error = await evaluate(
      extend(source, [{ name: 'X', expr: missing }]),
      contextOf(tableOf(schema, rows)),
    ).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ diagnostic: { code: 'unsupported', span: missing.span } });
  });

  it('keeps the order of sorted rows through later steps', async () => {
    const plan = where(sort(source, 'Size', 'long', 'desc'), call('contains', [column('Command'), text('lua')]));
    expect([...rowsOf(await evaluate(plan, contextOf(tableOf(schema, rows))))]).toEqual([0, 3, 2]);
  });

  it('gives a value of chance once a row', async () => {
    const plan = extend(source, [{ name: 'Chance', expr: call('rand', [], 'real') }]);
    const { columns } = await evaluate(plan, contextOf(tableOf(schema, rows)));
    const read = () => rows.map((_, row) => columns[2].get(row));
    expect(read()).toEqual(read());
  });

  it('reads the first column of a table on the right of in', async () => {
    const small = call('<', [column('Size', 'long'), literal(3n, 'long')]);
    const inTable = { ...list(column('Command'), 'in', []), list: { table: where(source, small) } };
    const plan = where(source, inTable);
    const execution = new Execution(contextOf(tableOf(schema, rows)));
    expect([...rowsOf(await execution.run(plan))]).toEqual([2, 3]);
  });
});
