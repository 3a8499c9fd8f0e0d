import { useMemo } from 'react';
import type { DifferenceRows, RowsWindow } from '../../../rule-engine/index.ts';
import { ChangeTotals } from '../../components/ChangeTotals.tsx';
import { formatMoment } from '../../components/format.ts';
import { useAnswer } from '../../stores/answers/engine-answer.ts';
import { showDifferenceRows } from '../../stores/review/comparison.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './RowsToInspect.module.css';
import type { Review } from './use-review.ts';

/** Rows of each kind. */
const shown = 4;
/** Columns of the result that tell a row. */
const columnsShown = 5;

/** How many rows the change gained and lost, and a few of them to look at; some hits where it changed none. */
export function RowsToInspect({ review }: { readonly review: Review }) {
  const { comparison, facts } = review;
  const difference = comparison.phase === 'done' ? comparison.difference : undefined;
  const isUnchanged = !difference || difference.gained.rows + difference.lost.rows === 0;
  return (
    <>
      {comparison.phase === 'done' && difference && (
        <ChangeTotals
          difference={difference}
          onShow={(rows, title) => showDifferenceRows(comparison, rows, title, facts.against.name)}
        />
      )}
      {comparison.phase === 'failed' && (
        <p className={styles.failed}>The rows can't be compared: {comparison.error.message}.</p>
      )}
      {difference && <Sample review={review} title="Rows gained" sign="+" rows={difference.gained} />}
      {difference && <Sample review={review} title="Rows lost" sign="−" rows={difference.lost} />}
      {isUnchanged && <Sample review={review} title="Hits" sign="" rows={undefined} />}
    </>
  );
}

interface SampleProps {
  readonly review: Review;
  readonly title: string;
  readonly sign: string;
  /** The hits where undefined. */
  readonly rows: DifferenceRows | undefined;
}

function Sample({ review, title, sign, rows }: SampleProps) {
  const { run, columns, counts } = review.result.evaluation;
  const params = useMemo(() => {
    const view = { run, sort: [], filters: [], search: '' };
    const tab = rows === undefined ? ({ tab: 'hits' } as const) : ({ tab: 'all', among: rows.rowSet } as const);
    return { view: { ...view, ...tab }, start: 0, end: shown };
  }, [run, rows]);
  const answer = useAnswer('rows', params, params);
  if ((rows?.rows ?? counts.hits) === 0 || answer.phase !== 'done') return null;
  const names = columns.flatMap(({ name, type }) => (type === 'bool' ? [] : [name])).slice(0, columnsShown);
  return (
    <table className={styles.sample}>
      <caption>
        {title} to look at: {answer.result.rows.length} of {answer.result.total}
      </caption>
      <tbody>
        {answer.result.rows.map((row, index) => (
          <tr key={row.row}>
            <td className={styles.sign}>{sign}</td>
            {cellTexts(answer.result, index, names).map((text, column) => (
              <td key={names[column]} title={text}>
                {column === 0 ? (
                  <button type="button" onClick={() => inspect(review, rows, title, index, row.row)}>
                    {text || '(empty)'}
                  </button>
                ) : (
                  text
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellTexts(window: RowsWindow, index: number, names: readonly string[]): readonly string[] {
  return names.map((wanted) => {
    const at = window.columns.findIndex(({ name }) => name === wanted);
    const text = window.rows[index].cells[at]?.text ?? '';
    return window.columns[at]?.type === 'datetime' ? formatMoment(text) : text;
  });
}

/** Shows the rows in the grid, with the detail of one. */
function inspect(
  { comparison, facts }: Review,
  rows: DifferenceRows | undefined,
  title: string,
  position: number,
  row: number,
): void {
  const { setTab, clearFilters, setCursor, openDetail } = useViewStore.getState().actions;
  clearFilters();
  if (rows === undefined) setTab('hits');
  else if (comparison.phase === 'done') showDifferenceRows(comparison, rows, title, facts.against.name);
  setCursor(position);
  openDetail(row);
}
