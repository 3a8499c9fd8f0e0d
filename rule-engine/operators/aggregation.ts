import type { Accumulator, AggregateSite, GroupedState } from '../aggregates/aggregate.ts';
import { aggregateFunction } from '../aggregates/registry.ts';
import type { Column } from '../columnar/column.ts';
import { columnBuilder } from '../columnar/column-builder.ts';
import { unsupported } from '../diagnostics/diagnostic.ts';
import type { AggregateExpr } from '../plan/plan.ts';
import type { Scalar } from '../schema/value.ts';
import type { OperatorContext } from './operator.ts';
import type { Relation } from './relation.ts';

/** Rows between two checks for cancellation. */
const BLOCK = 1 << 15;

/** Rows of a relation and the group of each. */
export interface GroupedRows {
  readonly rows: Uint32Array;
  readonly groups: Uint32Array;
  readonly groupCount: number;
}

/** Computes aggregates over groups of rows: for each aggregate its result columns, of one row a group. */
export async function aggregateRows(
  aggregates: readonly AggregateExpr[],
  relation: Relation,
  grouped: GroupedRows,
  context: OperatorContext,
): Promise<readonly (readonly Column[])[]> {
  const states: GroupedState[] = [];
  for (const aggregate of aggregates) {
    const columns: Column[] = [];
    for (const arg of aggregate.args) columns.push(await context.column(arg, relation));
    states.push(bindAggregate(aggregate, columns));
  }
  const { rows, groups, groupCount } = grouped;
  for (let start = 0; start < rows.length; start += BLOCK) {
    const end = Math.min(rows.length, start + BLOCK);
    for (const state of states) state.addRows(rows, groups, start, end, groupCount);
    await context.checkpoint();
  }
  return states.map((state) => state.results(groupCount));
}

function bindAggregate(aggregate: AggregateExpr, columns: readonly Column[]): GroupedState {
  const entry = aggregateFunction(aggregate.aggregate);
  if (entry === undefined) throw unsupported(`The aggregate ${aggregate.aggregate}()`, aggregate.span);
  const site: AggregateSite = {
    argumentTypes: aggregate.args.map((arg) => arg.type),
    resultTypes: aggregate.columns.map((column) => column.type),
    constants: columns.map((column) => (column.kind === 'constant' ? column.value : undefined)),
    span: aggregate.span,
  };
  return entry.bindColumns?.(site, columns) ?? accumulate(entry.bind(site), columns, site);
}

/** The way that every aggregate has: an accumulator a group, a row at a time. */
function accumulate(create: () => Accumulator, columns: readonly Column[], site: AggregateSite): GroupedState {
  const accumulators: Accumulator[] = [];
  const args: Scalar[] = new Array(columns.length).fill(null);
  return {
    addRows: (rows, groups, start, end) => {
      for (let i = start; i < end; i++) {
        for (let at = 0; at < columns.length; at++) args[at] = columns[at].get(rows[i]);
        accumulators[groups[i]] ??= create();
        accumulators[groups[i]].add(args);
      }
    },
    results: (groupCount) => {
      const builders = site.resultTypes.map((type) => columnBuilder(type));
      for (let group = 0; group < groupCount; group++) {
        const values = (accumulators[group] ?? create()).result();
        for (let at = 0; at < builders.length; at++) builders[at].append(values[at]);
      }
      return builders.map((builder) => builder.finish());
    },
  };
}
