import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Workspace } from '../ingest/workspace.ts';
import type { Plan, TablePlan } from '../plan/plan.ts';
import { walkPlan } from '../plan/walk.ts';
import { fileProfile } from '../schema/tables/file-profile.ts';

const NO_PROFILES =
  'FileProfile() answers from a table FileProfile (SHA1, GlobalPrevalence, …): drop such a file; its columns are null';

/** What the user should know before a count is trusted: tables without events, columns that the rule reads in vain. */
export function noticesOf(plan: Plan, workspace: Workspace): readonly Diagnostic[] {
  const tables = new Map<string, TablePlan>();
  const columns = new Set<string>();
  walkPlan(plan, (node) => {
    if (node.kind === 'table' && !tables.has(node.name)) tables.set(node.name, node);
    else if (node.kind === 'column') columns.add(node.name);
  });
  return [...tables.values()].flatMap((table) => tableNotice(table, columns, workspace) ?? []);
}

function tableNotice(table: TablePlan, read: ReadonlySet<string>, workspace: Workspace): Diagnostic | undefined {
  const { name, span } = table;
  if ((workspace.table(name)?.length ?? 0) === 0) {
    const message = name === fileProfile.name ? NO_PROFILES : `No events are loaded for the table ${name}`;
    return { code: 'no-events', severity: 'warning', span, message };
  }
  // FileProfile() reads every column of its table, whatever the rule asks of it.
  if (name === fileProfile.name) return undefined;
  const needed = table.columns.map((column) => column.name).filter((column) => read.has(column));
  const { filled, given } = coverage(name, workspace);
  const missing = needed.filter((column) => !given.has(column));
  const empty = needed.filter((column) => given.has(column) && !filled.has(column));
  if (missing.length + empty.length === 0) return undefined;
  const parts = [
    `${needed.length - missing.length - empty.length} filled`,
    ...(empty.length > 0 ? [`${empty.length} always empty (${empty.join(', ')})`] : []),
    ...(missing.length > 0 ? [`${missing.length} missing (${missing.join(', ')})`] : []),
  ];
  const message = `This rule needs ${needed.length} columns of ${name}: ${parts.join(', ')}`;
  return { code: 'columns-without-values', severity: 'warning', span, message };
}

/** The columns of a table that some source has a field for, and those that have a value in some row. */
function coverage(
  table: string,
  workspace: Workspace,
): { readonly filled: ReadonlySet<string>; readonly given: ReadonlySet<string> } {
  const filled = new Set<string>();
  const given = new Set<string>();
  for (const source of workspace.sources()) {
    for (const report of source.tables) {
      if (report.table !== table) continue;
      for (const column of report.columns) {
        given.add(column.name);
        if (column.filled > 0) filled.add(column.name);
      }
    }
  }
  return { filled, given };
}
