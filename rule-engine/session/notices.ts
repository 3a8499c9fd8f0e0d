import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ColumnCoverage } from '../ingest/column-coverage.ts';
import type { Workspace } from '../ingest/workspace.ts';
import { fileProfile } from '../schema/tables/file-profile.ts';
import type { ReadTable } from './rule-coverage.ts';

const NO_PROFILES =
  'FileProfile() answers from a table FileProfile (SHA1, GlobalPrevalence, …): drop such a file; its columns are null';

/** What the user should know before a count is trusted: tables without events, columns that the rule reads in vain. */
export function noticesOf(reads: readonly ReadTable[], workspace: Pick<Workspace, 'table'>): readonly Diagnostic[] {
  return reads.flatMap((read) => tableNotice(read, workspace) ?? []);
}

function tableNotice({ table, coverage }: ReadTable, workspace: Pick<Workspace, 'table'>): Diagnostic | undefined {
  const { name, span } = table;
  if ((workspace.table(name)?.length ?? 0) === 0) {
    const message = name === fileProfile.name ? NO_PROFILES : `No events are loaded for the table ${name}`;
    return { code: 'no-events', severity: 'warning', span, message };
  }
  if (coverage === undefined) return undefined;
  const { columns } = coverage;
  const withState = (state: ColumnCoverage['state']) =>
    columns.filter((column) => column.state === state).map(({ column }) => column);
  const [filled, empty, missing] = [withState('filled'), withState('always empty'), withState('missing')];
  if (missing.length + empty.length === 0) return undefined;
  const parts = [
    `${filled.length} filled`,
    ...(empty.length > 0 ? [`${empty.length} always empty (${empty.join(', ')})`] : []),
    ...(missing.length > 0 ? [`${missing.length} missing (${missing.join(', ')})`] : []),
  ];
  const message = `This rule needs ${columns.length} columns of ${name}: ${parts.join(', ')}`;
  return { code: 'columns-without-values', severity: 'warning', span, message };
}
