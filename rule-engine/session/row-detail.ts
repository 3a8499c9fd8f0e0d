import { NOWHERE } from '../base/span.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { evidenceOf } from '../executor/evidence.ts';
import type { Execution } from '../executor/execution.ts';
import type { Workspace } from '../ingest/workspace.ts';
import type { Relation } from '../operators/relation.ts';
import type { CellPainter } from './cells.ts';
import type { RowDetail } from './protocol/row-detail.ts';
import type { ResultTab } from './protocol/view.ts';
import type { Run } from './run.ts';
import { tabRelation } from './tab-relation.ts';

/** Everything about a row of a tab. A hit that the query made anew (`summarize`) has its own columns alone. */
export async function rowDetail(
  run: Run,
  { tab, row }: { readonly tab: ResultTab; readonly row: number },
  painter: CellPainter,
  execution: Execution,
  workspace: Workspace,
): Promise<RowDetail> {
  const made = tab === 'hits' && run.result.space !== run.base.space;
  const shown = made ? run.result : tabRelation(run, 'all');
  if (!(row >= 0 && row < shown.physicalLength)) {
    throw invalid('no-such-row', `There is no row ${row}`, NOWHERE);
  }
  const table = made ? '' : (run.baseTable ?? '');
  return {
    row,
    table,
    source: table === '' ? '' : (workspace.sourceOf(table, row)?.name ?? ''),
    verdict: made ? { kind: 'hit' } : run.verdict(row),
    columns: detailColumns(shown, made ? undefined : run.base, row, painter),
    evidence: made ? [] : await evidenceOf(row, run.conditions, execution),
  };
}

/** The table's own columns first, then what the query computed. */
function detailColumns(
  shown: Relation,
  base: Relation | undefined,
  row: number,
  painter: CellPainter,
): RowDetail['columns'] {
  const own = new Map(base?.schema.map((column, i) => [column.name, base.columns[i]]));
  const all = shown.schema.map((schema, i) => ({
    ...schema,
    cell: painter.cell(shown.columns[i], row),
    computed: own.get(schema.name) !== shown.columns[i],
  }));
  const order = [...own.keys()];
  const place = (name: string): number => (own.has(name) ? order.indexOf(name) : order.length);
  return all.sort((a, b) => place(a.name) - place(b.name));
}
