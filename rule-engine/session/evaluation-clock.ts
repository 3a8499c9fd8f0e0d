import type { Table } from '../columnar/table.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { parseDatetime } from '../functions/datetime-text.ts';
import type { Workspace } from '../ingest/workspace.ts';
import type { Plan } from '../plan/plan.ts';
import { planReads } from '../plan/plan-reads.ts';
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
      for (const name of planReads(plan).tables.keys()) {
        const time = newestEvent(name, workspace);
        if (time !== undefined && (newest === undefined || time > newest)) newest = time;
      }
      return newest === undefined ? wallClock() : newest + 1n;
    }
  }
}

const newestOf = new WeakMap<Table, bigint>();

/** The time of a table's newest event, looked for once a table. */
function newestEvent(name: string, workspace: Workspace): bigint | undefined {
  const table = workspace.table(name);
  if (table === undefined) return undefined;
  const known = newestOf.get(table);
  if (known !== undefined) return known;
  const newest = workspace.newestEvent(name);
  if (newest !== undefined) newestOf.set(table, newest);
  return newest;
}

function wallClock(): bigint {
  return UNIX_EPOCH + BigInt(Date.now()) * TICKS_PER_MILLISECOND;
}
