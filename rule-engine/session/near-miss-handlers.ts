import { Bitmap } from '../columnar/bitmap.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { countLabels } from '../tuning/label-rows.ts';
import type { NearMissReport } from '../tuning/near-miss-report.ts';
import { type NearMiss, nearMissesOf } from '../tuning/near-misses.ts';
import type { Run } from './run.ts';
import type { Handlers } from './serve.ts';
import type { TuningHost } from './tuning-host.ts';
import type { TuningMethods } from './tuning-protocol.ts';
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
      const groups = misses.map(({ kind, span, literal, exclusion, rows, fixes, explain }) => {
        const [example] = rows.toRows();
        const rowSet = host.rowSets.add(rows, run.base);
        const counts = countLabels(rows, labels);
        const { message } = explain(example);
        return { kind, message, span, literal, exclusion, rows: rows.count(), labels: counts, rowSet, fixes };
      });
      const all = misses.reduce((sum, { rows }) => sum.or(rows), new Bitmap(run.base.physicalLength));
      return { groups, rows: all.count(), rowSet: host.rowSets.add(all, run.base) };
    },
    'near-miss-reasons': ({ run: id, rows }) => {
      const misses = found.get(host.evaluatedRun(id).run);
      if (misses === undefined) {
        throw invalid('no-near-misses', 'The near misses of this run were not asked for', { start: 0, length: 0 });
      }
      return rows.map((row) =>
        misses.flatMap((miss, group) => (miss.rows.has(row) ? [{ group, ...miss.explain(row) }] : [])),
      );
    },
  };
}
