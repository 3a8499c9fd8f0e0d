import type { ColumnCoverage, TableCoverage } from '../../../rule-engine/index.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import styles from './RuleCoverage.module.css';

/** How well the loaded files fill the columns that the rule reads, a line for each table: what a zero is worth. */
export function RuleCoverage() {
  const result = useEvaluationStore(lastResult);
  const tables = result?.evaluation.coverage.filter(({ columns }) => columns.length > 0) ?? [];
  if (tables.length === 0) return null;
  return (
    <section className={styles.coverage} aria-label="Columns that the rule needs">
      {tables.map((table) => (
        <TableLine key={table.table} coverage={table} />
      ))}
    </section>
  );
}

function TableLine({ coverage }: { readonly coverage: TableCoverage }) {
  const { columns, summary } = coverage;
  const lacks = columns.some(({ state }) => state !== 'filled');
  return (
    <details>
      <summary className={lacks ? styles.lacking : undefined}>{summary}</summary>
      <dl className={styles.states}>
        <Names title="Missing" columns={columns} state="missing" />
        <Names title="Always empty" columns={columns} state="always empty" />
        <Names title="Filled" columns={columns} state="filled" />
      </dl>
    </details>
  );
}

interface NamesProps {
  readonly title: string;
  readonly columns: readonly ColumnCoverage[];
  readonly state: ColumnCoverage['state'];
}

function Names({ title, columns, state }: NamesProps) {
  const names = columns.filter((column) => column.state === state).map(({ column }) => column);
  if (names.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>{names.join(', ')}</dd>
    </>
  );
}
