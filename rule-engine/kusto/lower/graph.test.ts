import { expect, test } from 'vitest';
import { evaluate } from '../../executor/evaluate.ts';
import { rowsOf } from '../../operators/relation.ts';
import { compile } from '../compile.ts';
import { makeGlobals } from '../globals.ts';

const globals = makeGlobals([]);

async function rowsFor(query: string) {
  const { plan, diagnostics } = compile(query, globals);
  if (plan === undefined) return diagnostics.map(({ code }) => code);
  const relation = await evaluate(plan, { catalogue: { table: () => undefined }, now: 0n, checkpoint: async () => {} });
  return Array.from(rowsOf(relation), (row) => relation.columns.map((column) => column.get(row)));
}

/** a → b → c → a, c → d, and a loop at d. */
const graph = `
  let edges = datatable(s: string, t: string, w: long)
    ["a", "b", 1, "b", "c", 2, "c", "a", 3, "c", "d", 4, "d", "d", long(null)];
  let people = datatable(id: string, age: long)["a", 10, "b", 20, "c", 30];
  let G = edges | make-graph s --> t with people on id;
  let H = edges | make-graph s --> t with_node_id = name;`;

test.each([
  [
    'every edge is a match',
    'G | graph-match (x)-[e]->(y) project e.w | sort by e_w asc',
    [[null], [1n], [2n], [3n], [4n]],
  ],
  ['an edge backwards', 'H | graph-match (x)<-[e]-(y) where x.name == "d" project y.name', [['c'], ['d']]],
  ['a loop is one way, whatever the direction', 'H | graph-match (x)-[e]-(y) where isnull(e.w) project e.w', [[null]]],
  [
    'nodes of edges alone have no values',
    'G | graph-match (x)-->(y) where y.age > 0 project x.age, y.age | count',
    [[3n]],
  ],
  [
    'a path of several lengths, with what is asked along it',
    'H | graph-match (x)-[e*1..3]->(y) where x.name == "a" and y.name == "c" project map(e, w), y.name',
    [[[1n, 2n], 'c']],
  ],
  [
    'how long a path is',
    'H | graph-match (x)-[e*1..3]->(y) where x.name == "a" and array_length(e) > 1 project y.name, n = array_length(e), array_length(dynamic([7])) | sort by n asc, y_name asc',
    [
      ['c', 2n, 1n],
      ['a', 3n, 1n],
      ['d', 3n, 1n],
    ],
  ],
  [
    'all and any',
    'H | graph-match (x)-[e*2..2]->(y) where x.name == "a" project l = all(e, w > 1), n = any(e, w > 1)',
    [[false, true]],
  ],
  [
    'what is asked of a path is a condition',
    'H | graph-match (x)-[e*2..2]->(y) where x.name == "a" project l = all(e, w > 1), n = any(e, w > 1) | where n and not(l)',
    [[false, true]],
  ],
  [
    'no cycles',
    'H | graph-match cycles=none (x)-[e*1..5]->(y) where x.name == "a" project y.name | sort by y_name asc',
    [['b'], ['c'], ['d']],
  ],
  ['each edge once', 'H | graph-match (x)-[e*4..9]->(y) where x.name == "c" project y.name', [['d'], ['d']]],
  [
    'patterns share their named nodes',
    'H | graph-match (x)-->(y), (y)-->(z), (z)-->(x) where x.name == "a" project y.name, z.name',
    [['b', 'c']],
  ],
  ['no match', 'H | graph-match (x)-->(y) where x.name == "zz" project y.name', []],
  ['the edges as a table', 'G | graph-to-table edges | count', [[5n]]],
  ['the nodes as a table', 'H | graph-to-table nodes | sort by name asc', [['a'], ['b'], ['c'], ['d']]],
  [
    'the nodes of a table, and those that only edges name',
    'G | graph-to-table nodes',
    [
      ['a', 10n],
      ['b', 20n],
      ['c', 30n],
      ['d', null],
    ],
  ],
  [
    'ids of nodes are the hashes of their names',
    `datatable(s: string, t: string)['Alice', 'Bob'] | make-graph s --> t with_node_id = n
      | graph-to-table edges with_source_id=From with_target_id=To`,
    [[-3122868243544336885n, -7133945255344544237n, 'Alice', 'Bob']],
  ],
  [
    'the number of edges at a node, and its name',
    'G | graph-match (x)-->(y) where node_degree_in(y) == 2 project name = node_id(x), node_degree_out(x) | sort by name asc',
    [
      ['c', 2n],
      ['d', 1n],
    ],
  ],
  [
    'the number of edges of the nodes along a path',
    'H | graph-match (x)-[e*2..2]->(y) where x.name == "a" project map(inner_nodes(e), node_degree_in())',
    [[[1n]]],
  ],
  [
    'components of nodes that edges connect in any direction',
    'H | graph-mark-components | graph-to-table nodes | summarize count() by ComponentId',
    [[0n, 4n]],
  ],
  [
    'components of nodes that can be reached from each other',
    'H | graph-mark-components kind=strong with_component_id=part | graph-to-table nodes | sort by name asc',
    [
      ['a', 0n],
      ['b', 0n],
      ['c', 0n],
      ['d', 1n],
    ],
  ],
  [
    'a pattern reads the component of a node',
    'H | graph-mark-components kind=strong | graph-match (x)-->(y) where x.ComponentId != y.ComponentId project x.name, y.name',
    [['c', 'd']],
  ],
  [
    'a shortest path between two nodes',
    'H | graph-shortest-paths (x)-[e*1..9]->(y) where x.name == "b" and y.name == "d" project map(e, w)',
    [[[2n, 4n]]],
  ],
  [
    'all shortest paths',
    `datatable(s: string, t: string)['a', 'b', 'a', 'c', 'b', 'd', 'c', 'd', 'a', 'd1', 'd1', 'd2', 'd2', 'd']
      | make-graph s --> t with_node_id = n
      | graph-shortest-paths output=all (x)-[e*1..5]->(y) where x.n == 'a' and y.n == 'd' project map(e, t)`,
    [[['b', 'd']], [['c', 'd']]],
  ],
])('%s', async (_, query, expected) => {
  expect(await rowsFor(`${graph} ${query}`)).toEqual(expected);
});

test('a graph without edges or with nodes alone has no matches', async () => {
  const none = 'datatable(s: string, t: string)[] | make-graph s --> t with_node_id = n';
  expect(await rowsFor(`${none} | graph-match (a)-->(b) project a.n`)).toEqual([]);
  expect(await rowsFor(`${none} | graph-match (a) project a.n`)).toEqual([]);
});

test.each([['G | graph-match (x)-[e]->(y)'], ['H | graph-match (x)-[e*1..100000]->(y) project x.name']])(
  '%s is refused by name',
  async (query) => {
    expect(await rowsFor(`${graph} ${query}`)).toContain('unsupported');
  },
);

/** Two tenants whose people have the same names. */
const tenants = `
  let edges = datatable(s: string, t: string, tenant: string)
    ["a", "b", "X", "b", "c", "X", "b", "c", "Y", "c", "d", "é", "d", "e", ""];
  let people = datatable(id: string, tenant: string, age: long)["a", "X", 1, "b", "X", 2, "c", "X", 3, "b", "Y", 20, "c", "Y", 30];
  edges | make-graph s --> t with people on id partitioned-by tenant`;

test.each([
  [
    'a match for each partition, by its own nodes',
    '(graph-match (x)-[e]->(y) project e.tenant, x.id, x.age, y.age)',
    [
      ['X', 'a', 1n, 2n],
      ['X', 'b', 2n, 3n],
      ['Y', 'b', 20n, 30n],
      ['é', 'c', null, null],
      ['', 'd', null, null],
    ],
  ],
  ['no path leads into another partition', '(graph-match (x)-[e*2..3]->(y) project x.id, y.id) | count', [[1n]]],
])('make-graph partitioned-by: %s', async (_, operator, expected) => {
  expect(await rowsFor(`${tenants} ${operator}`)).toEqual(expected);
});

test.each([
  [
    'datatable(s: string, t: string, n: long)[] | make-graph s --> t with_node_id = i partitioned-by n (graph-match (x)-->(y) project x.i)',
    'unsupported',
  ],
  [
    'let N = datatable(id: string)[]; datatable(s: string, t: string, n: string)[] | make-graph s --> t with N on id partitioned-by n (graph-match (x)-->(y) project x.id)',
    'unknown-column',
  ],
])('make-graph partitioned-by is refused: %s', async (query, code) => {
  expect(await rowsFor(query)).toEqual([code]);
});
