import type { Scalar } from '../../schema/value.ts';
import { groupRows } from '../grouping.ts';
import { relationFromRows } from '../new-relation.ts';
import { splitRows } from '../partition.ts';
import { rowsOf } from '../relation.ts';
import type { Plugin, PluginCall } from './plugin.ts';
import { asTicks, fromTicks } from './timeline.ts';

/**
 * `sequence_detect(timeline, stepWindow, span, step = condition …, dimension …)`: the times of all rows that meet the
 * conditions one after another, at most `stepWindow` apart and `span` in all, each combination of times once.
 */
export const sequenceDetect: Plugin = {
  name: 'sequence_detect',
  evaluate: async (call) => {
    const { node, input, context } = call;
    const times = await call.column(0, 'TimelineColumn');
    const [step, span] = [await call.ticks(1, 'MaxSequenceStepWindow'), await call.ticks(2, 'MaxSequenceSpan')];
    const { conditions, dimensions } = await stepsOf(call);
    const rows = rowsOf(input).filter((row) => times.get(row) !== null);
    const { groups, groupCount, firstRows } = groupRows(dimensions, rows);
    const result: Scalar[][] = [];
    for (const [group, part] of splitRows(rows, groups, groupCount).entries()) {
      const timesOf = conditions.map((meets) =>
        distinctTimes(
          [...part].filter((row) => meets.has(row)),
          times,
        ),
      );
      const own = firstRows.length === 0 ? [] : dimensions.map((column) => column.get(firstRows[group]));
      for (const found of sequences(timesOf, step, span)) {
        const shown = found.map((at) => fromTicks(at, times.type));
        result.push([...own, ...shown, found[found.length - 1] - found[0]]);
        context.reserve(found.length * 32, node.span);
      }
      await context.checkpoint();
    }
    return relationFromRows(node.columns, result, context);
  },
};

/** Arguments that are conditions are steps; those after them are dimensions. */
async function stepsOf(call: PluginCall) {
  const given = call.node.arguments.slice(3).flatMap((argument) => (argument.kind === 'scalar' ? [argument] : []));
  const firstDimension = given.findIndex(({ name, expr }) => name === undefined && expr.kind === 'column');
  const steps = firstDimension < 0 ? given : given.slice(0, firstDimension);
  const conditions: ReadonlySet<number>[] = [];
  for (const { expr } of steps) conditions.push(new Set(await call.context.select(expr, call.input)));
  const dimensions = [];
  for (const { expr } of given.slice(steps.length)) dimensions.push(await call.context.column(expr, call.input));
  return { conditions, dimensions };
}

function distinctTimes(rows: readonly number[], times: { get(row: number): Scalar }): readonly bigint[] {
  const distinct = new Set(rows.map((row) => asTicks(times.get(row))));
  return [...distinct].sort((a, b) => (a < b ? -1 : 1));
}

function* sequences(
  timesOf: readonly (readonly bigint[])[],
  step: bigint,
  span: bigint,
  before: readonly bigint[] = [],
): Generator<readonly bigint[]> {
  if (before.length === timesOf.length) {
    if (before.length > 0) yield before;
    return;
  }
  for (const at of timesOf[before.length]) {
    const last = before.at(-1);
    if (last !== undefined && (at < last || at - last > step || at - before[0] > span)) continue;
    yield* sequences(timesOf, step, span, [...before, at]);
  }
}
