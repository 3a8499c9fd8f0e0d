import type { DifferenceRows, RuleDifference } from '../../rule-engine/index.ts';
import styles from './ChangeTotals.module.css';
import { formatCount } from './format.ts';
import { LabelCountList } from './LabelCountList.tsx';

interface ChangeTotalsProps {
  readonly difference: Pick<RuleDifference, 'gained' | 'lost' | 'same'>;
  readonly onShow: (rows: DifferenceRows, title: string) => void;
}

/** The rows that a change gained and lost, and those that stay: press one to see them. */
export function ChangeTotals({ difference: { gained, lost, same }, onShow }: ChangeTotalsProps) {
  return (
    <div className={styles.totals}>
      <RowsButton sign="+" name="gained" rows={gained} onShow={onShow} />
      <RowsButton sign="−" name="lost" rows={lost} onShow={onShow} />
      <RowsButton sign="=" name="same" rows={same} onShow={onShow} />
    </div>
  );
}

interface RowsButtonProps extends Pick<ChangeTotalsProps, 'onShow'> {
  readonly sign: string;
  readonly name: 'gained' | 'lost' | 'same';
  readonly rows: DifferenceRows;
}

function RowsButton({ sign, name, rows, onShow }: RowsButtonProps) {
  return (
    <button
      type="button"
      className={styles.rows}
      data-name={name}
      disabled={rows.rows === 0}
      title={`Show the rows in the grid: ${name}`}
      onClick={() => onShow(rows, `Rows ${name}`)}
    >
      <span className={styles.number}>
        {sign} {formatCount(rows.rows)}
      </span>
      <span>{name}</span>
      <LabelCountList counts={rows.labels} />
    </button>
  );
}
