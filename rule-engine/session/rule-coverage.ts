import { columnCoverage, type TableCoverage } from '../ingest/column-coverage.ts';
import type { Workspace } from '../ingest/workspace.ts';
import type { Plan, TablePlan } from '../plan/plan.ts';
import { planReads } from '../plan/plan-reads.ts';
import { fileProfile } from '../schema/tables/file-profile.ts';

/** A table that a rule reads and, unless it is FileProfile, what the sources hold of the columns that the rule needs. */
export interface ReadTable {
  /** Where the rule first names it. */
  readonly table: TablePlan;
  /** Undefined for FileProfile: the function reads every column of it, whatever the rule asks for. */
  readonly coverage: TableCoverage | undefined;
}

/** The tables that a rule reads, in the order in which it names them. */
export function readTables(plan: Plan, workspace: Pick<Workspace, 'sources'>): readonly ReadTable[] {
  const { tables, columns } = planReads(plan);
  return [...tables.values()].map((table) => {
    const needed = table.columns.map(({ name }) => name).filter((name) => columns.has(name));
    const isProfile = table.name === fileProfile.name;
    return { table, coverage: isProfile ? undefined : columnCoverage(workspace.sources(), table.name, needed) };
  });
}
