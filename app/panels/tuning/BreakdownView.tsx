import type { Breakdown } from '../../../rule-engine/index.ts';
import { countOf, formatCount } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { useViewStore } from '../../stores/view-store.ts';
import styles from './BreakdownView.module.css';
import type { TuningViewProps } from './tuning-view-props.ts';
import { useRunAnswer } from './use-run-answer.ts';

const asked = {
  columns: ['DeviceName', 'Computer', 'InitiatingProcessFileName', 'ParentProcessName', 'AccountName', 'FileName'],
  limit: 8,
};

/** Hits and excluded rows by device, parent, account and file. */
export function BreakdownView({ result }: TuningViewProps) {
  const answer = useRunAnswer('breakdown', result, asked);
  if (answer.phase === 'failed') return <Message kind="error">No breakdown: {answer.error.message}.</Message>;
  if (answer.phase === 'loading') return <Message kind="loading">Counting hits by value…</Message>;
  const filled = answer.result.filter(({ values }) => values.length > 0);
  if (filled.length === 0) return <Message>No hit has a device, a parent or an account to count by.</Message>;
  return (
    <div className={styles.columns}>
      {filled.map((breakdown) => (
        <BreakdownTable key={breakdown.column} breakdown={breakdown} />
      ))}
    </div>
  );
}

function BreakdownTable({ breakdown: { column, values, rest } }: { readonly breakdown: Breakdown }) {
  const { setFilters } = useViewStore((state) => state.actions);
  const most = Math.max(1, ...values.map(({ hits, excluded }) => hits + excluded));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{column}</th>
          <th scope="col">Hits</th>
          <th scope="col">Excluded</th>
          <th scope="col">TP</th>
          <th scope="col">FP</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ text, hits, excluded, TP, FP }) => (
          <tr key={text}>
            <th scope="row">
              <button
                type="button"
                title={`Keep only ${column} ${text || '(empty)'}`}
                onClick={() => setFilters(column, [{ column, kind: 'values', values: [text] }])}
              >
                {text || '(empty)'}
              </button>
              <span className={styles.bar} aria-hidden>
                <i style={{ width: `${(100 * hits) / most}%` }} data-tone="hit" />
                <i style={{ width: `${(100 * excluded) / most}%` }} data-tone="excluded" />
              </span>
            </th>
            <td>{formatCount(hits)}</td>
            <td>{formatCount(excluded)}</td>
            <td className={styles.tp}>{TP > 0 && formatCount(TP)}</td>
            <td className={styles.fp}>{FP > 0 && formatCount(FP)}</td>
          </tr>
        ))}
      </tbody>
      {rest.values > 0 && (
        <tfoot>
          <tr>
            <td colSpan={5}>
              {countOf(rest.values, 'more value')} with {countOf(rest.hits, 'hit')}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
