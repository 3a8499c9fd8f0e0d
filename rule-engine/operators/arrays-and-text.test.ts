import { describe, expect, test } from 'vitest';
import { answer } from '../cli/batch.ts';
import { makeGlobals } from '../kusto/globals.ts';

const globals = makeGlobals([]);

async function run(query: string): Promise<unknown> {
  const result = JSON.parse(await answer(JSON.stringify({ query }), globals));
  return result.error?.code ?? result.rows;
}

describe('mv-expand', () => {
  const ab = 'datatable(id:long, a:dynamic, b:dynamic)';
  test.each([
    [
      'a null is one row, an empty array none',
      `${ab}[1, dynamic(null), 1, 2, dynamic([]), 2] | mv-expand a | project id`,
      [[1]],
    ],
    [
      'several columns go side by side',
      `${ab}[1, dynamic([1,2,3]), dynamic(['x'])] | mv-expand a, b`,
      [
        [1, 1, 'x'],
        [1, 2, null],
        [1, 3, null],
      ],
    ],
    [
      'rows in order stay in order',
      `${ab}[1, dynamic([1,2]), 0] | serialize | mv-expand a | extend r = row_number() | project a, r`,
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'an empty array beside another gives a null',
      `${ab}[1, dynamic([]), dynamic(['p'])] | mv-expand a, b`,
      [[1, null, 'p']],
    ],
    [
      'a bag gives its properties',
      `${ab}[1, dynamic({'k': 1, 'l': 2}), 0] | mv-expand a | project a`,
      [[{ k: 1 }], [{ l: 2 }]],
    ],
    [
      'or, as an array, names and values',
      `${ab}[1, dynamic({'k': 1}), 0] | mv-expand kind=array a | project a`,
      [[['k', 1]]],
    ],
    ['a new name leaves the array', `${ab}[1, dynamic([7]), 0] | mv-expand x = a | project a, x`, [[[7], 7]]],
    [
      "the limit is a row's",
      `${ab}[1, dynamic([1,2,3]), 0, 2, dynamic([4]), 0] | mv-expand a limit 2 | project id, a`,
      [
        [1, 1],
        [1, 2],
        [2, 4],
      ],
    ],
    [
      'the index counts from 0',
      `print a = dynamic(['x','y']) | mv-expand with_itemindex=i a`,
      [
        ['x', 0],
        ['y', 1],
      ],
    ],
  ])('%s', async (_, query, expected) => {
    expect(await run(query)).toEqual(expected);
  });

  test.each([
    ['long', [1, 2, -2, null, null, null]],
    ['real', [1, 2.5, -2.5, null, null, null]],
    ['bool', [true, null, null, null, true, null]],
    ['string', ['1', '2.5', '-2.5', '2', 'true', '']],
  ])('to typeof(%s) converts by the element, and text is no number', async (type, expected) => {
    const query = `print a = dynamic([1, 2.5, -2.5, '2', true, null]) | mv-expand a to typeof(${type})`;
    expect(await run(query)).toEqual(expected.map((value) => [value]));
  });
});

describe('mv-apply', () => {
  test('the subquery sees one row at a time', async () => {
    const query = `datatable(id:long, a:dynamic)[1, dynamic([3,1,2]), 2, dynamic([9]), 3, dynamic([])]
      | mv-apply x = a to typeof(long) on (top 2 by x desc | summarize s = sum(x)) | project id, s`;
    expect(await run(query)).toEqual([
      [1, 5],
      [2, 9],
    ]); // prettier-ignore
  });
  test('where and extend keep the row they belong to', async () => {
    const query = `datatable(id:long, a:dynamic)[1, dynamic([1,2]), 2, dynamic([3])]
      | mv-apply x = a to typeof(long) on (where x > 1 | extend y = x * 10) | project id, x, y`;
    expect(await run(query)).toEqual([
      [1, 2, 20],
      [2, 3, 30],
    ]); // prettier-ignore
  });
});

describe('parse', () => {
  test.each([
    [
      'a text that does not match keeps its row',
      `datatable(s:string)['a=1, b=xy', 'no'] | parse s with 'a=' a ', b=' b | project a, b`,
      [
        ['1', 'xy'],
        ['', ''],
      ],
    ],
    ['parse-where drops it', `datatable(s:string)['a=1', 'no'] | parse-where s with 'a=' a:long | project a`, [[1]]],
    [
      'one bad value empties the row',
      `print s='a=1,b=2,c=zz,d=4' | parse s with 'a=' a:long ',b=' b ',c=' c:long ',d=' d | project a, b, c, d`,
      [[null, '', null, '']],
    ],
    [
      'but in relaxed only itself',
      `print s='a=1,b=2,c=zz,d=4' | parse kind=relaxed s with 'a=' a:long ',b=' b ',c=' c:long ',d=' d | project a, b, c, d`,
      [[1, '2', null, '4']],
    ],
    ['simple reaches the end', `print s='aXcYc' | parse s with 'a' v 'c' | project v`, [['XcY']]],
    ['or fails', `print s='abcbd' | parse s with 'a' v 'b' | project v`, [['']]],
    ['a star lets it end before', `print s='aXcYc' | parse s with 'a' v 'c' * | project v`, [['X']]],
    ['regex takes as much as it can', `print s='aXcYcZ' | parse kind=regex s with 'a' v 'c' | project v`, [['XcY']]],
    ['ungreedy regex does not', `print s='aXcYcZ' | parse kind=regex flags=U s with 'a' v 'c' | project v`, [['X']]],
    [
      'a number before a star ends itself',
      `print s='n=27 junk m=23' | parse s with 'n=' n:long * 'm=' m:long | project n, m`,
      [[27, 23]],
    ],
    [
      'text is text, not a pattern',
      `datatable(s:string)['a.bZ', 'axbZ'] | parse s with 'a.b' v | project v`,
      [['Z'], ['']],
    ],
    [
      "a group of the author's shifts nothing",
      `print s='foo=9,bar=8' | parse kind=regex s with '(foo)=' v ',' '(bar)=' w | project v, w`,
      [['9', '8']],
    ],
    ['flags hold', `print s='A=5' | parse kind=regex flags=i s with 'a=' v | project v`, [['5']]],
    [
      'it takes the place of a column of its name',
      `datatable(v:string, s:string)['old', 'a=1;', 'old', 'x'] | parse s with 'a=' v:long ';' | project-reorder s, *`,
      [
        ['a=1;', 1],
        ['x', null],
      ],
    ],
    [
      'which has one place in what follows',
      `datatable(n:long, s:string, v:string)[7, 'a=1;', 'old'] | parse-where s with 'a=' v ';' | summarize arg_max(n, *) by s`,
      [['a=1;', 7, '1']],
    ],
    ['letters of any script', `print s='ключ=значение' | parse s with 'ключ=' v | project v`, [['значение']]],
  ])('%s', async (_, query, expected) => {
    expect(await run(query)).toEqual(expected);
  });
});

describe('parse-kv', () => {
  const kv = (text: string, keys: string, options: string) =>
    run(`print s=${text} | parse-kv s as (${keys}) ${options} | project-away s`); // prettier-ignore
  test.each([
    [
      'delimiters',
      `'a=1, b=x y, c=3'`,
      'c:long, b:string',
      `with (pair_delimiter=',', kv_delimiter='=')`,
      [[3, 'x y']],
    ],
    ['the first of a key', `'k=1;k=2'`, 'k:int', `with (pair_delimiter=';', kv_delimiter='=')`, [[1]]],
    [
      'quotes hold delimiters',
      `"k='a;b';m=2"`,
      'k:string, m:long',
      `with (pair_delimiter=';', kv_delimiter='=', quote="'")`,
      [['a;b', 2]],
    ],
    [
      'escaped quotes',
      `'k="say \\\\"hi\\\\"" m=2'`,
      'k:string, m:long',
      `with (pair_delimiter=' ', kv_delimiter='=', quote='"', escape='\\\\')`,
      [['say "hi"', 2]],
    ],
    [
      'quotes of two characters, also of keys',
      `'f=(a b) (e t)=[2 (x]'`,
      `f:string, ['e t']:string`,
      `with (pair_delimiter=' ', kv_delimiter='=', quote='()', quote='[]')`,
      [['a b', '2 (x']],
    ],
    [
      'several characters escape',
      `'k="a^"b~"c"'`,
      'k:string',
      `with (pair_delimiter=' ', kv_delimiter='=', quote='"', escape='^', escape='~')`,
      [['a"b"c']],
    ],
    [
      'greedy values',
      `'name=John Doe phone=555 5555 city=New York'`,
      'name:string, phone:string, city:string',
      `with (pair_delimiter=' ', kv_delimiter='=', greedy=true)`,
      [['John Doe', '555 5555', 'New York']],
    ],
    [
      'no delimiters',
      `'10:34 [INFO] ThreadId:458745723, Machine:Node001, Text: Started'`,
      'Text:string, ThreadId:long',
      '',
      [['Started', 458745723]],
    ],
    ['a missing key', `'a=1'`, 'b:string, c:long', `with (pair_delimiter=',', kv_delimiter='=')`, [['', null]]],
  ])('%s', async (_, text, keys, options, expected) => {
    expect(await kv(text, keys, options)).toEqual(expected);
  });
});

describe('functions of several results', () => {
  test.each([
    ['one sorted array is itself', 'print array_sort_asc(dynamic([3, 1]))', [[[1, 3]]]],
    ['a bag has its column', "print array_sort_asc(bag_pack('a', 1)), b = 5", [[null, 5]]],
    [
      'a column each',
      "datatable(x:dynamic)[dynamic([3, 1])] | project array_sort_desc(x), array_sort_asc(x, dynamic(['a', 'b']))",
      [
        [
          [3, 1],
          [1, 3],
          ['b', 'a'],
        ],
      ],
    ],
    [
      'print gives those that are named',
      "print a = array_sort_asc(dynamic([3, 1]), dynamic(['a', 'b'])), b = 5",
      [[[1, 3], 5]],
    ],
    [
      'extend also the others',
      "print x = dynamic([3, 1]) | extend a = array_sort_asc(x, dynamic(['a', 'b'])), b = 5",
      [[[3, 1], [1, 3], ['b', 'a'], 5]],
    ],
  ])('%s', async (_, query, rows) => {
    expect(await run(query)).toEqual(rows);
  });
});
