import type { DifferenceRows, RuleDifference, RuleEdit, TuningMetrics } from '../../../rule-engine/index.ts';
import { countOf, formatCount } from '../../components/format.ts';
import { LabelCountList } from '../../components/LabelCountList.tsx';
import { Message } from '../../components/Message.tsx';
import type { Comparison } from '../../stores/comparison.ts';
import { useViewStore } from '../../stores/view-store.ts';
import styles from './DifferenceView.module.css';
import { metricLines } from './metric-lines.ts';

/** The rows that the text finds and the baseline does not, and the other way round, and the edits that caused them. */
export function DifferenceView({ comparison }: { readonly comparison: Comparison }) {
  switch (comparison.phase) {
    case 'same':
    case 'loading':
      return <Message kind="loading">Comparing the rows of both versions…</Message>;
    case 'failed':
      return <Message kind="error">The rows can't be compared: {comparison.error.message}.</Message>;
    case 'done':
      return <Difference run={comparison.run} difference={comparison.difference} />;
  }
}

interface DifferenceProps {
  readonly run: number;
  readonly difference: RuleDifference;
}

function Difference({ run, difference }: DifferenceProps) {
  const { gained, lost, same, edits, metrics } = difference;
  return (
    <>
      <div className={styles.totals}>
        <RowsButton run={run} sign="+" name="gained" rows={gained} />
        <RowsButton run={run} sign="−" name="lost" rows={lost} />
        <RowsButton run={run} sign="=" name="same" rows={same} />
      </div>
      <table className={styles.edits}>
        <caption>What each edit does: rows whose verdict hangs on it</caption>
        <thead>
          <tr>
            <th scope="col">Edit</th>
            <th scope="col">Gained</th>
            <th scope="col">Lost</th>
          </tr>
        </thead>
        <tbody>
          {edits.map((edit, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an edit is known by its place.
            <EditLine key={index} run={run} edit={edit} />
          ))}
        </tbody>
      </table>
      {edits.length === 0 && <p className={styles.none}>No edit can change which rows are hits.</p>}
      <MetricsTable metrics={metrics} />
    </>
  );
}

interface RowsButtonProps {
  readonly run: number;
  readonly sign: string;
  readonly name: 'gained' | 'lost' | 'same';
  readonly rows: DifferenceRows;
}

function RowsButton({ run, sign, name, rows }: RowsButtonProps) {
  return (
    <button
      type="button"
      className={styles.rows}
      data-name={name}
      disabled={rows.rows === 0}
      title={`Show the rows in the grid: ${name}`}
      onClick={() => show(run, rows, `Rows ${name}`)}
    >
      <span className={styles.number}>
        {sign} {formatCount(rows.rows)}
      </span>
      <span>{name}</span>
      <LabelCountList counts={rows.labels} />
    </button>
  );
}

const marks = { added: '+', removed: '−', changed: '~' } as const;

function EditLine({ run, edit }: { readonly run: number; readonly edit: RuleEdit }) {
  const { kind, title, span, gained, lost } = edit;
  const { revealSpan } = useViewStore((state) => state.actions);
  return (
    <tr>
      <th scope="row">
        <span className={styles.mark} data-kind={kind} aria-hidden>
          {marks[kind]}
        </span>
        {span ? (
          <button type="button" title={title} onClick={() => revealSpan(span)}>
            {title}
          </button>
        ) : (
          <span title={title}>{title}</span>
        )}
      </th>
      <td>{gained.rows > 0 && <RowsLink run={run} rows={gained} title={`Gained by: ${title}`} />}</td>
      <td>{lost.rows > 0 && <RowsLink run={run} rows={lost} title={`Lost by: ${title}`} />}</td>
    </tr>
  );
}

function RowsLink({
  run,
  rows,
  title,
}: {
  readonly run: number;
  readonly rows: DifferenceRows;
  readonly title: string;
}) {
  const { TP, FP } = rows.labels;
  const labelled = [TP > 0 && `${TP} TP`, FP > 0 && `${FP} FP`].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      title={`Show ${countOf(rows.rows, 'row')} in the grid`}
      onClick={() => show(run, rows, title)}
    >
      {formatCount(rows.rows)}
      {labelled && <span className={styles.labels}> ({labelled})</span>}
    </button>
  );
}

function show(run: number, { rowSet }: DifferenceRows, title: string): void {
  useViewStore.getState().actions.showAmong({ run, rowSet, tab: 'all', title });
}

function MetricsTable({
  metrics,
}: {
  readonly metrics: { readonly run: TuningMetrics; readonly other: TuningMetrics };
}) {
  return (
    <table className={styles.metrics}>
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col">Baseline</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {metricLines(metrics.other, metrics.run).map(({ name, before, after, tone }) => (
          <tr key={name} data-tone={tone}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
