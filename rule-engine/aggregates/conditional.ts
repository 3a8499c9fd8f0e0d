import type { Column } from '../columnar/column.ts';
import type { Scalar } from '../schema/value.ts';
import type { AggregateFunction, AggregateSite, GroupedState } from './aggregate.ts';

/** The `…if` form of an aggregate: only rows where the argument at `predicateIndex` is true reach it. */
export function conditional(
  name: string,
  base: AggregateFunction,
  predicateIndex: number,
  aliases: readonly string[] = [],
): AggregateFunction {
  return {
    name,
    aliases,
    bind: (site) => {
      const create = base.bind(withoutPredicate(site, predicateIndex));
      return () => {
        const inner = create();
        const rest: Scalar[] = [];
        return {
          add: (args) => {
            if (args[predicateIndex] !== true) return;
            rest.length = 0;
            for (let i = 0; i < args.length; i++) if (i !== predicateIndex) rest.push(args[i]);
            inner.add(rest);
          },
          result: () => inner.result(),
        };
      };
    },
    bindColumns: (site, columns) => {
      const inner = base.bindColumns?.(withoutPredicate(site, predicateIndex), without(columns, predicateIndex));
      return inner && filtered(inner, columns[predicateIndex]);
    },
  };
}

function filtered(inner: GroupedState, predicate: Column): GroupedState {
  const holds =
    predicate.kind === 'mask' ? (row: number) => predicate.true.has(row) : (row: number) => predicate.get(row) === true;
  return {
    addRows: (rows, groups, start, end, groupCount) => {
      const keptRows = new Uint32Array(end - start);
      const keptGroups = new Uint32Array(end - start);
      let kept = 0;
      for (let i = start; i < end; i++) {
        if (!holds(rows[i])) continue;
        keptRows[kept] = rows[i];
        keptGroups[kept++] = groups[i];
      }
      inner.addRows(keptRows, keptGroups, 0, kept, groupCount);
    },
    results: (groupCount) => inner.results(groupCount),
  };
}

function withoutPredicate(site: AggregateSite, predicateIndex: number): AggregateSite {
  return {
    ...site,
    argumentTypes: without(site.argumentTypes, predicateIndex),
    constants: without(site.constants, predicateIndex),
  };
}

function without<T>(items: readonly T[], index: number): readonly T[] {
  return items.filter((_, i) => i !== index);
}
