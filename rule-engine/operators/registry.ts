import type { Plan } from '../plan/plan.ts';
import { count } from './count.ts';
import { datatable } from './datatable.ts';
import { distinct } from './distinct.ts';
import { evaluate } from './evaluate.ts';
import { extend } from './extend.ts';
import { fork } from './fork.ts';
import { getschema } from './getschema.ts';
import { graphMatch } from './graph-match.ts';
import { graphNodes } from './graph-nodes.ts';
import { join } from './join.ts';
import { makeSeries } from './make-series.ts';
import { mvApply } from './mv-apply.ts';
import { mvExpand } from './mv-expand.ts';
import type { TabularOperator } from './operator.ts';
import { parse } from './parse.ts';
import { parseKeyValues } from './parse-kv.ts';
import { partition } from './partition.ts';
import { print } from './print.ts';
import { project } from './project.ts';
import { range } from './range.ts';
import { render } from './render.ts';
import { sample, sampleDistinct } from './sample.ts';
import { scan } from './scan.ts';
import { serialize } from './serialize.ts';
import { shared } from './shared.ts';
import { sort } from './sort.ts';
import { summarize } from './summarize.ts';
import { table } from './table.ts';
import { take } from './take.ts';
import { top } from './top.ts';
import { topHitters } from './top-hitters.ts';
import { topNested } from './top-nested.ts';
import { union } from './union.ts';
import { where } from './where.ts';

type Operators = { readonly [K in Plan['kind']]?: TabularOperator<K> };

/** All tabular operators, by the kind of plan node that they execute. */
const operators: Operators = {
  count,
  datatable,
  distinct,
  evaluate,
  extend,
  fork,
  getschema,
  'graph-match': graphMatch,
  'graph-nodes': graphNodes,
  join,
  'make-series': makeSeries,
  'mv-apply': mvApply,
  'mv-expand': mvExpand,
  parse,
  'parse-kv': parseKeyValues,
  partition,
  print,
  project,
  range,
  render,
  sample,
  'sample-distinct': sampleDistinct,
  scan,
  serialize,
  shared,
  sort,
  summarize,
  table,
  take,
  top,
  'top-hitters': topHitters,
  'top-nested': topNested,
  union,
  where,
};

/** The operator of a kind, or undefined when the engine lacks it. */
export function tabularOperator<K extends Plan['kind']>(kind: K): TabularOperator<K> | undefined {
  return operators[kind] as TabularOperator<K> | undefined;
}
