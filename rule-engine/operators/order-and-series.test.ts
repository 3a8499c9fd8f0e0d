import { describe, expect, test } from 'vitest';
import { answer } from '../cli/batch.ts';
import { makeGlobals } from '../kusto/globals.ts';

const globals = makeGlobals([]);

async function run(query: string): Promise<unknown> {
  const result = JSON.parse(await answer(JSON.stringify({ query }), globals));
  return result.error?.code ?? result.rows;
}

describe('window functions', () => {
  const rows = `datatable(g:string, x:long)['a',3,'a',long(null),'b',5,'b',7] | serialize`;
  test.each([
    [
      'prev and next',
      'p = prev(x), n = next(x, 1, -1)',
      [
        [null, null],
        [3, 5],
        [null, 7],
        [5, -1],
      ],
    ],
    [
      'neighbours further away',
      'p = prev(x, 2), n = next(g, 3)',
      [
        [null, 'b'],
        [null, ''],
        [3, ''],
        [null, ''],
      ],
    ],
    [
      'row_number',
      'p = row_number(10), n = row_number(1, g != prev(g))',
      [
        [10, 1],
        [11, 2],
        [12, 1],
        [13, 2],
      ],
    ],
    [
      'row_cumsum',
      'p = row_cumsum(x), n = row_cumsum(x, g != prev(g))',
      [
        [3, 3],
        [3, 3],
        [8, 5],
        [15, 12],
      ],
    ],
    [
      'ranks',
      'p = row_rank_dense(g), n = row_rank_min(g)',
      [
        [1, 1],
        [1, 1],
        [2, 3],
        [2, 3],
      ],
    ],
  ])('%s', async (_, items, expected) => {
    expect(await run(`${rows} | extend ${items} | project p, n`)).toEqual(expected);
  });

  test('a session ends at its length, at a gap, and where it is told', async () => {
    const query = `datatable(i:string, t:datetime)[
        '1', datetime(2024-04-11 10:00), '2', datetime(2024-04-11 10:00), '2', datetime(2024-04-11 10:04),
        '2', datetime(2024-04-11 10:09)]
      | serialize | extend s = row_window_session(t, 1h, 5m, i != prev(i)) | project format_datetime(s, 'HH:mm')`;
    expect(await run(query)).toEqual([['10:00'], ['10:00'], ['10:00'], ['10:09']]);
  });

  test('need rows in a fixed order', async () => {
    expect(await run('datatable(x:long)[1] | extend p = prev(x)')).not.toEqual([[1, null]]);
  });
});

describe('make-series', () => {
  const data = 'datatable(t:long, v:long, g:string)[0,1,"a", 2,3,"a", 4,5,"b", 9,9,"b"]';
  test.each([
    [
      'fills empty bins with 0; the end is exclusive',
      'make-series s = sum(v) on t from 0 to 6 step 2 by g',
      [
        ['a', [1, 3, 0], [0, 2, 4]],
        ['b', [0, 0, 5], [0, 2, 4]],
      ],
    ],
    [
      'or with what is asked for',
      'make-series s = sum(v) default = -1 on t from 0 to 4 step 1',
      [
        [
          [1, -1, 3, -1],
          [0, 1, 2, 3],
        ],
      ],
    ],
    [
      'without bounds spans the values',
      'where g == "a" | make-series c = count() on t step 1',
      [
        [
          [1, 0, 1],
          [0, 1, 2],
        ],
      ],
    ],
    [
      'in range() includes its end',
      'make-series s = sum(v) on t in range(0, 4, 2)',
      [
        [
          [1, 3, 5],
          [0, 2, 4],
        ],
      ],
    ],
    [
      'gives a series of an aggregate that names its column',
      'make-series percentile(v, 50) on t from 0 to 4 step 2 | mv-expand percentile_v_50 to typeof(long), t to typeof(long)',
      [
        [1, 0],
        [3, 2],
      ],
    ],
    ['of no rows gives none', 'where v > 99 | make-series s = sum(v) on t from 0 to 2 step 1', []],
    [
      'but one with nonempty',
      'where v > 99 | make-series kind=nonempty s = sum(v) on t from 0 to 2 step 1',
      [
        [
          [0, 0],
          [0, 1],
        ],
      ],
    ],
  ])('%s', async (_, step, expected) => {
    expect(await run(`${data} | ${step}`)).toEqual(expected);
  });

  test.each([
    ['from v to g step 1', [[1, 0]]],
    ['in range(v, g, 1)', [[1, 0, 0]]],
  ])('takes the lets for its bounds, not columns of their names: %s', async (range, counts) => {
    const query = `let v = 9; let g = 11; ${data} | make-series c = count() on t ${range} | project c`;
    expect(await run(query)).toEqual([counts]);
  });

  test('refuses an aggregate of several values', async () => {
    expect(await run(`${data} | make-series arg_max(v, g) on t from 0 to 6 step 1`)).toBe('unsupported');
  });

  test('refuses a step that goes nowhere', async () => {
    expect(await run(`${data} | make-series s = sum(v) on t from 0 to 6 step 0`)).toBe('make-series-step');
  });
});

describe('scan', () => {
  test('takes rows in the order that it is told', async () => {
    const query = `datatable(x:long, e:string)[3, 'a', 1, 'é', 2, '', long(null), 'n']
      | scan order by x asc declare (c:long=0) with (step s: true => c = s.c + 1;)`;
    expect(await run(query)).toEqual([
      [null, 'n', 1],
      [1, 'é', 2],
      [2, '', 3],
      [3, 'a', 4],
    ]);
  });
  test('carries the state of a step from row to row', async () => {
    const query = 'range x from 1 to 4 step 1 | scan declare (c:long=0) with (step s: true => c = x + s.c;)';
    expect(await run(query)).toEqual([
      [1, 1],
      [2, 3],
      [3, 6],
      [4, 10],
    ]); // prettier-ignore
  });
  test('follows steps and numbers their matches', async () => {
    const query = `datatable(t:long, e:string)[0,'A', 1,'Start', 2,'B', 4,'Stop', 6,'C', 8,'Start', 11,'E', 12,'Stop']
      | scan with_match_id=m with (
          step s1: e == 'Start';
          step s2: e != 'Start' and e != 'Stop' and t - s1.t <= 5;
          step s3: e == 'Stop' and t - s1.t <= 5;)`;
    expect(await run(query)).toEqual([
      [1, 'Start', 0],
      [2, 'B', 0],
      [4, 'Stop', 0],
      [8, 'Start', 1],
      [11, 'E', 1],
      [12, 'Stop', 1],
    ]);
  });
  test('a step assigns to a column of the input, and the next row sees what it assigned', async () => {
    const query = `datatable(x:long, v:real)[1,2.5, 2,real(null), 3,real(null), 4,7]
      | scan with (step s: true => v = iff(isnull(v), s.v * 2, v);)`;
    expect(await run(query)).toEqual([
      [1, 2.5],
      [2, 5],
      [3, 10],
      [4, 7],
    ]);
  });
  test('what a step assigns takes the type of its column before the next row sees it', async () => {
    const query = 'range x from 1 to 3 step 1 | scan declare (c:long=0) with (step s: true => c = s.c + 1.5;)';
    expect(await run(query)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
  test('output=last gives the last row of a step', async () => {
    const query = `datatable(t:long, e:string)[1,'a', 2,'a', 3,'b', 4,'a']
      | scan with (step s1 output=last: e == 'a'; step s2: e == 'b';)`;
    expect(await run(query)).toEqual([
      [2, 'a'],
      [3, 'b'],
      [4, 'a'],
    ]); // prettier-ignore
  });
});

describe('tops and parts', () => {
  const data = 'datatable(r:string, c:string, v:long)["n","a",10,"n","b",20,"s","a",30,"s","c",5,"s","b",15]';
  test.each([
    [
      'top-nested',
      'top-nested 1 of r by sum(v), top-nested 2 of c by sum(v)',
      [
        ['s', 50, 'a', 30],
        ['s', 50, 'b', 15],
      ],
    ],
    [
      'top-nested with others',
      'top-nested 1 of r with others="rest" by sum(v)',
      [
        ['s', 50],
        ['rest', 30],
      ],
    ],
    ['top-hitters', 'top-hitters 1 of c by v', [['a', 40]]],
    [
      'partition',
      'partition by r (top 1 by v desc) | project r, v',
      [
        ['n', 20],
        ['s', 30],
      ],
    ],
    ['sample-distinct', 'sample-distinct 2 of c', [['a'], ['b']]],
    ['sample', 'sample 99 | count', [[5]]],
    ['fork shows its first branch', 'fork (where v > 20 | project v) (count)', [[30]]],
  ])('%s', async (_, step, expected) => {
    expect(await run(`${data} | ${step}`)).toEqual(expected);
  });
});
