import { unsupported } from '../../diagnostics/diagnostic.ts';
import type { Plan, TablePlan } from '../../plan/plan.ts';
import { planReads } from '../../plan/plan-reads.ts';
import { planInputs, walkPlan } from '../../plan/walk.ts';
import { builtInTable } from '../../schema/catalogue.ts';
import { readsClock } from '../reads-clock.ts';

/** The part of a rule that can be evaluated on some rows after the others. */
export interface StreamedPart {
  /** The table that the rule begins with: the one that is streamed. */
  readonly table: TablePlan;
  /** From the table on, the steps that look at one row at a time: what they drop, no later step ever sees. */
  readonly plan: Plan;
  /** True when the answer depends on the evaluation clock. */
  readonly readsClock: boolean;
}

const ROW_BY_ROW: ReadonlySet<Plan['kind']> = new Set(['where', 'extend', 'project']);

/**
 * Finds it. All the steps behind it see only rows that it lets through, so that the whole rule over these rows alone
 * answers as over all. Throws QueryError `unsupported` for a rule that needs rows which its first steps would drop.
 */
export function streamedPart(rule: Plan): StreamedPart {
  const chain = mainChain(rule);
  const table = chain[0];
  if (table.kind !== 'table') {
    throw unsupported(
      'A rule that does not begin with a table, over a file larger than the memory for it,',
      table.span,
    );
  }
  let end = 1;
  while (end < chain.length && ROW_BY_ROW.has(chain[end].kind)) end++;
  const plan = chain[end - 1];
  if (!chain.slice(1, end).some(({ kind }) => kind === 'where')) {
    const step = chain[end] ?? table;
    throw unsupported('A rule that needs every row at once, over a file larger than the memory for it,', step.span);
  }
  checkReads(rule, table);
  return { table, plan, readsClock: readsClock(plan) };
}

/** A plan's nodes from its first table on; of several inputs, the first is followed. */
function mainChain(rule: Plan): readonly [Plan, ...Plan[]] {
  const chain: [Plan, ...Plan[]] = [rule];
  for (let [node] = planInputs(rule); node !== undefined; [node] = planInputs(node)) chain.unshift(node);
  return chain;
}

/** The table may be read in one place only, and only its known columns: those that a file adds are typed by all its rows. */
function checkReads(rule: Plan, table: TablePlan): void {
  walkPlan(rule, (node) => {
    if (node.kind === 'table' && node !== table && node.name === table.name) {
      throw unsupported(`A rule that reads ${table.name} twice, over a file larger than the memory for it,`, node.span);
    }
  });
  const known = builtInTable(table.name)?.columns;
  if (known === undefined) {
    throw unsupported(`A file of the table ${table.name} that is larger than the memory for it`, table.span);
  }
  const { columns } = planReads(rule);
  for (const { name } of table.columns) {
    if (!columns.has(name) || known.some((column) => column.name === name)) continue;
    throw unsupported(`The column ${name} of a file that is larger than the memory for it`, table.span);
  }
}
