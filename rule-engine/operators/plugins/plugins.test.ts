import { expect, test } from 'vitest';
import { answer } from '../../cli/batch.ts';
import { makeGlobals } from '../../kusto/globals.ts';

const globals = makeGlobals([]);

async function run(query: string): Promise<unknown> {
  const result = JSON.parse(await answer(JSON.stringify({ query }), globals));
  if (result.error !== undefined) return result.error.code;
  return [
    result.columns.map(({ name, type }: { name: string; type: string }) => `${name}:${type}`).join(),
    ...result.rows,
  ];
}

const bags = `datatable(n:string, d:dynamic)['x', dynamic({'b': 1, 'a': 'é'}), 'y', dynamic(null), 'z', dynamic({'b': 2.5, 'c': [1]})]`;
const visits = `datatable(u:string, t:datetime)['A', datetime(2024-01-01), 'B', datetime(2024-01-01), 'A', datetime(2024-01-02),
  'C', datetime(2024-01-02), 'C', datetime(2024-01-02), 'A', datetime(2024-01-04)]`;
const time = (day: number) => `2024-01-0${day}T00:00:00.0000000Z`;

test.each([
  [
    'bag_unpack makes a column for each property',
    `${bags} | evaluate bag_unpack(d)`,
    ['n:string,a:string,b:real,c:dynamic', ['x', 'é', 1, null], ['y', '', null, null], ['z', '', 2.5, [1]]],
  ],
  ['with a prefix', `print d = dynamic({'a': 1}) | evaluate bag_unpack(d, 'p_')`, ['p_a:long', [1]]],
  [
    'a name that is taken is an error',
    `print a = 1, d = dynamic({'a': 2}) | evaluate bag_unpack(d)`,
    'bag-unpack-conflict',
  ],
  [
    'or replaced',
    `print a = 1, d = dynamic({'a': 'two'}) | evaluate bag_unpack(d, columnsConflict='replace_source')`,
    ['a:string', ['two']],
  ],
  [
    'or kept',
    `print a = 1, d = dynamic({'a': 'two'}) | evaluate bag_unpack(d, columnsConflict='keep_source')`,
    ['a:long', [1]],
  ],
  [
    'pivot counts',
    `datatable(g:string, p:string)['x','b','x','a','y','b','x','b'] | evaluate pivot(p)`,
    ['g:string,a:long,b:long', ['x', 1, 2], ['y', 0, 1]],
  ],
  [
    'pivot sums',
    `datatable(g:string, p:string, v:long)['x','b',1,'x','a',2,'y','b',3] | evaluate pivot(p, sum(v), g)`,
    ['g:string,a:long,b:long', ['x', 2, 1], ['y', 0, 3]],
  ],
  [
    'narrow gives a row a cell',
    `datatable(a:long, s:string)[1, 'x'] | evaluate narrow()`,
    ['Row:long,Column:string,Value:string', [0, 'a', '1'], [0, 's', 'x']],
  ],
  [
    'ipv4_lookup finds the network',
    `datatable(ip:string)['10.1.2.3', '9.9.9.9', 'x'] | evaluate ipv4_lookup(datatable(net:string, w:string)['10.1.0.0/16', 'lab'], ip, net)`,
    ['ip:string,net:string,w:string', ['10.1.2.3', '10.1.0.0/16', 'lab']],
  ],
  [
    'ipv6_lookup finds the network of either kind of address, the table first',
    `datatable(ip:string)['2001:db8:85a3::8a2e:370:7334', '10.1.2.3', 'x']
     | evaluate ipv6_lookup(datatable(net:string)['2001:db8:85a3::/48', '10.1.0.0/16'], ip, net)`,
    ['net:string,ip:string', ['2001:db8:85a3::/48', '2001:db8:85a3::8a2e:370:7334'], ['10.1.0.0/16', '10.1.2.3']],
  ],
  [
    'activity_counts_metrics',
    `${visits} | evaluate activity_counts_metrics(u, t, datetime(2024-01-01), datetime(2024-01-04), 1d)`,
    [
      't:datetime,count:long,dcount:long,new_dcount:long,aggregated_dcount:long',
      [time(1), 2, 2, 2, 2],
      [time(2), 3, 2, 1, 3],
      [time(4), 1, 1, 0, 3],
    ],
  ],
  [
    'sliding_window_counts',
    `${visits} | evaluate sliding_window_counts(u, t, datetime(2024-01-01), datetime(2024-01-04), 2d, 1d)`,
    ['t:datetime,Count:long,Dcount:long', [time(1), 2, 2], [time(2), 5, 3], [time(3), 3, 2], [time(4), 1, 1]],
  ],
  [
    'rolling_percentile',
    `range i from 1 to 6 step 1 | evaluate rolling_percentile(i, 50, i, 2, 2)`,
    ['i:long,rolling_2_percentile_i_50:long', [0, 1], [2, 2], [4, 3], [6, 5]],
  ],
  [
    'rolling_percentile of each dimension',
    `range i from 1 to 4 step 1 | extend d = iff(i % 2 == 0, 'even', 'odd') | evaluate rolling_percentile(i, 50, i, 2, 2, d)`,
    ['i:long,d:string,rolling_2_percentile_i_50:long', [0, 'odd', 1], [2, 'odd', 1], [2, 'even', 2], [4, 'even', 2]],
  ],
  [
    'session_count',
    `datatable(u:string, t:long)['A', 1, 'A', 5, 'A', 30, 'B', 12] | evaluate session_count(u, t, 0, 100, 10, 10)`,
    ['t:long,count_sessions:long', [0, 1], [10, 1], [30, 1]],
  ],
  [
    'dimensions come before the numbers',
    `${visits} | extend d = 'é' | evaluate activity_counts_metrics(u, t, datetime(2024-01-04), datetime(2024-01-04), 1d, d)`,
    ['t:datetime,d:string,count:long,dcount:long,new_dcount:long,aggregated_dcount:long', [time(4), 'é', 1, 1, 1, 1]],
  ],
  [
    'session_count of a dimension',
    `print u = 'A', t = 5, d = 'x' | evaluate session_count(u, t, 0, 100, 10, 10, d)`,
    ['t:long,d:string,count_sessions:long', [0, 'x', 1]],
  ],
  [
    'activity_engagement',
    `${visits} | evaluate activity_engagement(u, t, datetime(2024-01-01), datetime(2024-01-04), 1d, 2d)`,
    [
      't:datetime,dcount_activities_inner:long,dcount_activities_outer:long,activity_ratio:real',
      [time(1), 2, 2, 1],
      [time(2), 2, 3, 2 / 3],
      [time(4), 1, 1, 1],
    ],
  ],
  [
    'new_activity_metrics of one cohort',
    `${visits} | evaluate new_activity_metrics(u, t, datetime(2024-01-01), datetime(2024-01-04), 1d, datetime(2024-01-01))
      | project to_t, dcount_new_values, dcount_retained_values, dcount_churn_values, retention_rate, churn_rate`,
    [
      'to_t:datetime,dcount_new_values:long,dcount_retained_values:long,dcount_churn_values:long,retention_rate:real,churn_rate:real',
      [time(1), 2, 2, 0, 1, 0],
      [time(2), 1, 1, 1, 0.5, 0.5],
      [time(3), 0, 0, 2, 0, 1],
      [time(4), 0, 1, 1, 0.5, 0.5],
    ],
  ],
  [
    'new_activity_metrics of a dimension, without ids that were there before',
    `let before = datatable(x:long, u:string)[1, 'A'];
      ${visits} | extend d = 'é' | evaluate new_activity_metrics(u, t, datetime(2024-01-01), datetime(2024-01-01), 1d, d, before)`,
    [
      'from_t:datetime,to_t:datetime,d:string,dcount_new_values:long,dcount_retained_values:long,dcount_churn_values:long,retention_rate:real,churn_rate:real',
      [time(1), time(1), 'é', 1, 1, 0, 1, 0],
    ],
  ],
  [
    'sequence_detect finds each pair of times once',
    `datatable(s:string, t:datetime, e:string)['x', datetime(2024-01-01), 'a', 'x', datetime(2024-01-01), 'a',
      'x', datetime(2024-01-02), 'b', 'x', datetime(2024-01-04), 'b', 'y', datetime(2024-01-02), 'b', 'x', datetime(null), 'b']
      | evaluate sequence_detect(t, 1d, 2d, one=(e == 'a'), two=(e == 'b'), s)`,
    ['s:string,one_t:datetime,two_t:datetime,Duration:timespan', ['x', time(1), time(2), '1.00:00:00']],
  ],
  [
    'sequence_detect of three steps within a span',
    `datatable(t:long, e:string)[1, 'a', 2, 'b', 3, 'c', 9, 'c'] | extend t = datetime(2024-01-01) + (t - 1) * 1d
      | evaluate sequence_detect(t, 7d, 7d, a=(e == 'a'), b=(e == 'b'), c=(e == 'c')) | project c_t`,
    ['c_t:datetime', [time(3)]],
  ],
  [
    'rows_near keeps the rows around',
    `range n from 1 to 9 step 1 | evaluate rows_near(n in (2, 3, 8), 1)`,
    ['n:long', [1], [2], [3], [4], [7], [8], [9]],
  ],
  [
    'rows_near with other rows after',
    `range n from 1 to 9 step 1 | evaluate rows_near(n == 4, 0, 2)`,
    ['n:long', [4], [5], [6]],
  ],
  ['rows_near of no row', `range n from 1 to 9 step 1 | evaluate rows_near(n > 9, 100)`, ['n:long']],
  ['preview gives rows', `range n from 1 to 9 step 1 | evaluate preview(2)`, ['n:long', [1], [2]]],
])('%s', async (_, query, expected) => {
  expect(await run(query)).toEqual(expected);
});

test('what the engine lacks it names', async () => {
  expect(await run('print x = 1 | evaluate autocluster()')).toBe('unsupported');
});
