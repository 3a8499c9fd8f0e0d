import { invalid } from '../diagnostics/diagnostic.ts';
import { parseDatetime } from '../functions/datetime-text.ts';
import type { Workspace } from '../ingest/workspace.ts';
import type { Plan } from '../plan/plan.ts';
import { tablesOf } from '../plan/walk.ts';
import type { EvaluationClock } from './protocol.ts';

const UNIX_EPOCH = 621_355_968_000_000_000n;
const TICKS_PER_MILLISECOND = 10_000n;

/**
 * What `now()` answers in a run, in datetime ticks: one tick past the newest event of the tables that the plan reads, the
 * wall clock, or a given time. Without any event the wall clock serves.
 */
export function clockTicks(clock: EvaluationClock, plan: Plan, workspace: Workspace): bigint {
  switch (clock.kind) {
    case 'at': {
      const ticks = parseDatetime(clock.iso);
      if (ticks === undefined) throw invalid('clock', `'${clock.iso}' is not a time`, { start: 0, length: 0 });
      return ticks;
    }
    case 'wall':
      return wallClock();
    case 'newest': {
      let newest: bigint | undefined;
      for (const name of tablesOf(plan)) {
        const time = workspace.newestEvent(name);
        if (time !== undefined && (newest === undefined || time > newest)) newest = time;
      }
      return newest === undefined ? wallClock() : newest + 1n;
    }
  }
}

function wallClock(): bigint {
  return UNIX_EPOCH + BigInt(Date.now()) * TICKS_PER_MILLISECOND;
}
