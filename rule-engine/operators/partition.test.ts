import { describe, expect, test } from 'vitest';
import { answer } from '../cli/batch.ts';
import { makeGlobals } from '../kusto/globals.ts';

const globals = makeGlobals([]);

async function run(query: string): Promise<unknown> {
  const result = JSON.parse(await answer(JSON.stringify({ query }), globals));
  return result.error === undefined ? result.rows : result.error.message;
}

/** A table of a key, one of its own keys and one without the key's name. */
const lets = `let K = datatable(k:long, g:string)[2,'b', long(null),'', 1,'a', 2,'b'];
let T = datatable(k:long, v:string)[1,'x', 2,'y', 2,'z', long(null),'n'];
let U = datatable(n:long)[1, 2, 3, long(null)];
`;

describe('partition with a query in braces', () => {
  test.each([
    ['its own source, by the value of the key', 'K | partition by k {U | where n == toscalar(k)}', [[2], [1]]],
    ['once for every value, null among them', 'K | partition by k {print value = toscalar(k)}', [[2], [null], [1]]],
    [
      'an empty text is a value',
      "K | partition by g {print value = strcat('<', toscalar(g), '>')}",
      [['<b>'], ['<>'], ['<a>']],
    ],
    ['the key need not be in toscalar', 'K | partition by k {U | where n == k}', [[2], [1]]],
    [
      'a column of the source goes before it',
      'K | partition by k {T | where k == toscalar(k) | project v}',
      [['y'], ['z'], ['x']],
    ],
    [
      'also where it is the same column',
      'T | partition by k {T | where k == k and k != toscalar(k) | count}',
      [[2], [1], [3]],
    ],
    ['a value computed of the key', 'K | partition by k {U | where n == toscalar(k + 1)}', [[3], [2]]],
    [
      'the key where a number is asked',
      'K | where k > 0 | partition by k {range i from 1 to toscalar(k) step 1}',
      [[1], [2], [1]],
    ],
    ['the key does not choose', 'K | partition by k {U | count}', [[4], [4], [4]]],
    ['a partition without rows adds none', 'K | partition by k {U | where n > 1 and n == toscalar(k)}', [[2]]],
    ['an empty input', 'K | where k > 9 | partition by k {U} | count', [[0]]],
    [
      'a join with a second source',
      'K | partition by k {U | join kind=inner (T | where k == toscalar(k)) on $left.n == $right.k | project v}',
      [['y'], ['z'], ['x']],
    ],
    [
      'within the subquery of mv-apply',
      'K | partition by k {print a = dynamic([1,2,3]) | mv-apply a to typeof(long) on (where a > toscalar(k)) | project a}',
      [[3], [2], [3]],
    ],
    [
      'in a table of toscalar',
      'K | partition by k {print v = toscalar(T | where k == toscalar(k) | count)}',
      [[2], [0], [1]],
    ],
    [
      'a name of a table within',
      'K | partition by k {T | where k <= toscalar(k) | as S | where k == toscalar(S | summarize max(k)) | project v}',
      [['y'], ['z'], ['x']],
    ],
    [
      'one partition in another',
      'K | partition by k {U | where n < 3 | partition by n {print outer = toscalar(k), inner = toscalar(n)}} | where isnotnull(outer)',
      [
        [2, 1],
        [2, 2],
        [1, 1],
        [1, 2],
      ],
    ],
    ['more operators after it', 'K | partition by k {U | where n == toscalar(k)} | summarize sum(n)', [[3]]],
    ['the native strategy', 'K | partition hint.strategy=native by k {U | where n == toscalar(k)}', [[2], [1]]],
    ['the legacy strategy by name', 'K | partition hint.strategy=legacy by k {U | where n == toscalar(k)}', [[2], [1]]],
  ])('%s', async (_, query, expected) => {
    expect(await run(lets + query)).toEqual(expected);
  });

  test('a table that is shared by all partitions is computed once', async () => {
    const table = 'let R = materialize(print r = new_guid());';
    const query = 'range k from 1 to 5 step 1 | partition by k {R | extend k = toscalar(k)} | summarize dcount(r)';
    expect(await run(table + query)).toEqual([[1]]);
  });

  test('as many values as the legacy strategy takes, and no more', async () => {
    const partitions = (count: number) =>
      run(`range x from 1 to ${count} step 1 | partition by x {print y = toscalar(x)} | count`);
    expect(await partitions(64)).toEqual([[64]]);
    expect(await partitions(65)).toBe(
      'The key has 65 values: partition takes 64 at most without hint.strategy=native or shuffle',
    );
    const rows = (hint: string) =>
      run(`range x from 1 to 65 step 1 | partition ${hint} by x (summarize n = count()) | count`);
    expect(await rows('')).toContain('65 values');
    expect(await rows('hint.strategy=legacy')).toContain('65 values');
    for (const hint of ['hint.strategy=native', 'hint.strategy=shuffle', 'hint.shufflekey=x']) {
      expect(await rows(hint)).toEqual([[65]]);
    }
  });

  test.each([
    [
      'K | partition hint.strategy=shuffle by k {U}',
      'A query in braces has a source of its own, which hint.strategy=legacy allows',
    ],
    [
      'K | partition hint.shufflekey=k by k {U}',
      'A query in braces has a source of its own, which hint.strategy=legacy allows',
    ],
    ['K | partition by k {U | fork (count) (take 1)}', 'The query in the braces must give one table'],
  ])('%s is refused', async (query, message) => {
    expect(await run(lets + query)).toBe(message);
  });
});
