import type { Breakdown } from '../../../rule-engine/index.ts';
import { RowBars } from '../../components/charts/lazy-charts.tsx';
import { countOf, formatCount } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './BreakdownView.module.css';
import type { TuningViewProps } from './tuning-view-props.ts';
import { useRunAnswer } from './use-run-answer.ts';

const asked = {
  columns: ['DeviceName', 'Computer', 'InitiatingProcessFileName', 'ParentProcessName', 'AccountName', 'FileName'],
  limit: 8,
};

/** Pixels, as in the style sheet. */
const rowHeight = 24;

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
  const keep = (text: string): void => setFilters(column, [{ column, kind: 'values', values: [text] }]);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{column}</th>
          <th scope="col">
            <span className="visually-hidden">Chart</span>
          </th>
          <th scope="col">Hits</th>
          <th scope="col">Excluded</th>
          <th scope="col">TP</th>
          <th scope="col">FP</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ text, hits, excluded, TP, FP }, index) => (
          <tr key={text}>
            <th scope="row">
              <button type="button" title={`Keep only ${column} ${text || '(empty)'}`} onClick={() => keep(text)}>
                {text || '(empty)'}
              </button>
            </th>
            {index === 0 && (
              <td rowSpan={values.length} className={styles.bars}>
                <RowBars
                  label={`Hits and excluded rows by ${column}`}
                  rows={values.map((value) => value.text || '(empty)')}
                  series={[
                    { name: 'hits', tone: 'hit', values: values.map((value) => value.hits) },
                    { name: 'excluded', tone: 'excluded', values: values.map((value) => value.excluded) },
                  ]}
                  rowHeight={rowHeight}
                  onChoose={(row) => keep(values[row].text)}
                />
              </td>
            )}
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
            <td colSpan={6}>
              {countOf(rest.values, 'more value')} with {countOf(rest.hits, 'hit')}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
