import { NOWHERE } from '../base/span.ts';
import { Bitmap } from '../columnar/bitmap.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { addTo } from '../executor/expression/row-set.ts';
import { countLabels } from '../tuning/label-rows.ts';
import type { NearMissReport } from '../tuning/near-miss-report.ts';
import { type NearMiss, nearMissesOf } from '../tuning/near-misses.ts';
import type { TuningMethods } from './protocol/tuning-methods.ts';
import type { Run } from './run.ts';
import type { Handlers } from './serve.ts';
import type { TuningHost } from './tuning-host.ts';
import type { TuningWork } from './tuning-work.ts';

type NearMissMethod = 'near-misses' | 'near-miss-reasons';

/** The methods about near misses. What was found of a run is kept with it. */
export function nearMissHandlers(work: TuningWork, host: TuningHost): Handlers<Pick<TuningMethods, NearMissMethod>> {
  const found = new WeakMap<Run, readonly NearMiss[]>();
  return {
    'near-misses': async ({ run: id, text }, { signal }): Promise<NearMissReport> => {
      const { run, labels, execution } = await work(id, signal);
      const { exclusions } = host.evaluatedRun(id);
      const misses = await nearMissesOf(run, { text, exclusions }, execution);
      found.set(run, misses);
      const { physicalLength } = run.base;
      const all = new Bitmap(physicalLength);
      const groups = misses.map(({ kind, span, literal, exclusion, rows, fixes, explain }) => {
        const set = Bitmap.fromRows(physicalLength, rows);
        addTo(all, set);
        const rowSet = host.rowSets.add(set, run.base);
        const { message } = explain(rows[0]);
        const counts = countLabels(set, labels);
        return { kind, message, span, literal, exclusion, rows: rows.length, labels: counts, rowSet, fixes };
      });
      return { groups, rows: all.count(), rowSet: host.rowSets.add(all, run.base) };
    },
    'near-miss-reasons': ({ run: id, rows }) => {
      const misses = found.get(host.evaluatedRun(id).run);
      if (misses === undefined) {
        throw invalid('no-near-misses', 'The near misses of this run were not asked for', NOWHERE);
      }
      return rows.map((row) =>
        misses.flatMap((miss, group) => (holds(miss.rows, row) ? [{ group, ...miss.explain(row) }] : [])),
      );
    },
  };
}

/** True where an ascending list has a row. */
function holds(rows: Uint32Array, row: number): boolean {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle] < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row;
}
