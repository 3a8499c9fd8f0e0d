import { makeCheckpoint } from '../base/checkpoint.ts';
import { NOWHERE } from '../base/span.ts';
import { Bitmap } from '../columnar/bitmap.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { breakdownOf } from '../tuning/breakdown.ts';
import { exclusionCandidates } from '../tuning/candidates.ts';
import { countedRows } from '../tuning/counted-rows.ts';
import type { ExclusionCondition } from '../tuning/exclusion-condition.ts';
import { exclusionKql } from '../tuning/exclusion-kql.ts';
import { exclusionPlace } from '../tuning/exclusion-place.ts';
import { HitFrame } from '../tuning/hit-frame.ts';
import { impactOf, patternOverlap } from '../tuning/impact.ts';
import { measure } from '../tuning/measure.ts';
import { suggestExclusions } from '../tuning/suggest.ts';
import { trendOf } from '../tuning/trend.ts';
import { writeExclusion } from '../tuning/write-exclusion.ts';
import { comparisonHandlers } from './comparison-handlers.ts';
import { labelHandlers } from './label-handlers.ts';
import { nearMissHandlers } from './near-miss-handlers.ts';
import { processTreeHandler } from './process-tree-handler.ts';
import type { TuningMethods } from './protocol/tuning-methods.ts';
import type { Handlers } from './serve.ts';
import type { TuningHost } from './tuning-host.ts';
import type { TuningWork, Work } from './tuning-work.ts';

/** The methods of the tuning loop, over the runs of an engine session. */
export function createTuningSession(host: TuningHost): Handlers<TuningMethods> {
  const { labels } = host;

  const workOn: TuningWork = async (id, signal) => {
    const checkpoint = makeCheckpoint(signal);
    const { run } = host.evaluatedRun(id);
    return { run, labels: await labels.rowsOf(run, checkpoint), execution: run.execution.with({ checkpoint }) };
  };

  return {
    ...labelHandlers(labels, host),
    ...nearMissHandlers(workOn, host),
    ...comparisonHandlers(workOn, host),
    ...processTreeHandler(labels, host),
    metrics: async ({ run }, { signal }) => {
      const work = await workOn(run, signal);
      return measure(work.run, work.labels);
    },
    impact: async ({ run }, { signal }) => {
      const work = await workOn(run, signal);
      return impactOf(work.run, work.labels, work.execution);
    },
    'counted-rows': async ({ run: id, count, verdict }, { signal }) => {
      const { run, labels, execution } = await workOn(id, signal);
      const rows = await countedRows(count, run, labels, execution, verdict);
      return { rows: rows.count(), rowSet: host.rowSets.add(rows, run.base) };
    },
    overlap: async ({ run, limit }, { signal }) => {
      const work = await workOn(run, signal);
      return patternOverlap(work.run, limit, work.execution);
    },
    trend: async ({ run, bins }, { signal }) => {
      const work = await workOn(run, signal);
      return trendOf(work.run, bins, work.execution);
    },
    breakdown: async ({ run, columns, limit }, { signal }) => {
      const work = await workOn(run, signal);
      return breakdownOf(work.run, columns, limit, work.labels);
    },
    'exclusion-candidates': async ({ run, rows, column, limit }, { signal }) => {
      const work = await workOn(run, signal);
      const place = exclusionPlace(work.run);
      const frame = new HitFrame(place, work.labels, work.execution);
      const strange = rows.find((row) => !(row >= 0 && row < place.physicalLength));
      if (strange !== undefined) throw noSuchRow(strange);
      return exclusionCandidates({ rows, column, limit }, place, frame, () => work.execution.checkpoint());
    },
    'preview-exclusion': async ({ run, conditions }, { signal }) => {
      const work = await workOn(run, signal);
      const { frame, taken } = await takenBy(conditions, work);
      const rows = Bitmap.fromRows(
        work.run.base.physicalLength,
        taken.toRows().map((hit) => frame.rows[hit]),
      );
      const effect = frame.effect(taken);
      return { kql: exclusionKql(conditions), effect, rowSet: host.rowSets.add(rows, work.run.base) };
    },
    'write-exclusion': async ({ run, conditions, comment, text }, { signal }) => {
      const { frame, taken } = await takenBy(conditions, await workOn(run, signal));
      return writeExclusion(conditions, comment, frame.effect(taken), text);
    },
    'suggest-exclusions': async ({ run }, { signal, progress }) => {
      const work = await workOn(run, signal);
      const place = exclusionPlace(work.run);
      const frame = new HitFrame(place, work.labels, work.execution);
      return suggestExclusions(place, frame, () => work.execution.checkpoint(), progress);
    },
  };
}

async function takenBy(
  conditions: readonly ExclusionCondition[],
  { run, labels, execution }: Work,
): Promise<{ readonly frame: HitFrame; readonly taken: Bitmap }> {
  if (conditions.length === 0) throw invalid('no-conditions', 'An exclusion needs a condition', NOWHERE);
  const frame = new HitFrame(exclusionPlace(run), labels, execution);
  return { frame, taken: await frame.matchingAll(conditions) };
}

function noSuchRow(row: number): Error {
  return invalid('no-such-row', `There is no row ${row}`, NOWHERE);
}
