import type { DifferenceRows, RuleEdit, TuningMetrics } from '../../../rule-engine/index.ts';
import { ChangeTotals } from '../../components/ChangeTotals.tsx';
import { countOf, formatCount } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { TickedText } from '../../components/TickedText.tsx';
import { type Comparison, showDifferenceRows } from '../../stores/review/comparison.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './DifferenceView.module.css';
import { metricLines } from './metric-lines.ts';

interface DifferenceViewProps {
  readonly comparison: Comparison;
  /** The name of the version that the text is compared with. */
  readonly against: string;
}

/** The rows that the text finds and the baseline does not, and the other way round, and the edits that caused them. */
export function DifferenceView({ comparison, against }: DifferenceViewProps) {
  switch (comparison.phase) {
    case 'same':
    case 'loading':
      return <Message kind="loading">Comparing the rows of both versions…</Message>;
    case 'failed':
      return <Message kind="error">The rows can't be compared: {comparison.error.message}.</Message>;
    case 'done':
      return <Difference comparison={comparison} against={against} />;
  }
}

interface DifferenceProps extends DifferenceViewProps {
  readonly comparison: Comparison & { readonly phase: 'done' };
}

function Difference({ comparison, against }: DifferenceProps) {
  const { difference, titles } = comparison;
  const { edits, metrics } = difference;
  const show = (rows: DifferenceRows, title: string): void => showDifferenceRows(comparison, rows, title, against);
  return (
    <>
      <ChangeTotals difference={difference} onShow={show} />
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
            <EditLine key={index} edit={edit} title={titles[index]} onShow={show} />
          ))}
        </tbody>
      </table>
      {edits.length === 0 && <p className={styles.none}>No edit can change which rows are hits.</p>}
      <MetricsTable metrics={metrics} />
    </>
  );
}

interface ShowRows {
  readonly onShow: (rows: DifferenceRows, title: string) => void;
}

const marks = { added: '+', removed: '−', changed: '~' } as const;

interface EditLineProps extends ShowRows {
  readonly edit: RuleEdit;
  readonly title: string;
}

function EditLine({ edit, title, onShow }: EditLineProps) {
  const { kind, span, gained, lost } = edit;
  const { revealSpan } = useViewStore((state) => state.actions);
  return (
    <tr>
      <th scope="row">
        <span className={styles.mark} data-kind={kind} aria-hidden>
          {marks[kind]}
        </span>
        {span ? (
          <button type="button" title={edit.title} onClick={() => revealSpan(span)}>
            <TickedText text={title} />
          </button>
        ) : (
          <span title={edit.title}>
            <TickedText text={title} />
          </span>
        )}
      </th>
      <td>{gained.rows > 0 && <RowsLink rows={gained} title={`Gained by: ${title}`} onShow={onShow} />}</td>
      <td>{lost.rows > 0 && <RowsLink rows={lost} title={`Lost by: ${title}`} onShow={onShow} />}</td>
    </tr>
  );
}

interface RowsLinkProps extends ShowRows {
  readonly rows: DifferenceRows;
  readonly title: string;
}

function RowsLink({ rows, title, onShow }: RowsLinkProps) {
  const { TP, FP } = rows.labels;
  const labelled = [TP > 0 && `${TP} TP`, FP > 0 && `${FP} FP`].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      title={`Show ${countOf(rows.rows, 'row')} in the grid`}
      onClick={() => onShow(rows, title.replaceAll('`', ''))}
    >
      {formatCount(rows.rows)}
      {labelled && <span className={styles.labels}> ({labelled})</span>}
    </button>
  );
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
