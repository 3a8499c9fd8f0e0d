import type { Plan, TablePlan } from './plan.ts';
import { walkPlan } from './walk.ts';

/** What a plan reads. */
export interface PlanReads {
  /** Its tables in the order in which they are named, each where it is named first. */
  readonly tables: ReadonlyMap<string, TablePlan>;
  /** The names of the columns that its expressions read, whatever the table. */
  readonly columns: ReadonlySet<string>;
}

const known = new WeakMap<Plan, PlanReads>();

/** The tables and columns that a plan names, subqueries included; found once a plan. */
export function planReads(plan: Plan): PlanReads {
  const found = known.get(plan);
  if (found !== undefined) return found;
  const tables = new Map<string, TablePlan>();
  const columns = new Set<string>();
  walkPlan(plan, (node) => {
    if (node.kind === 'table' && !tables.has(node.name)) tables.set(node.name, node);
    else if (node.kind === 'column') columns.add(node.name);
  });
  const reads = { tables, columns };
  known.set(plan, reads);
  return reads;
}
