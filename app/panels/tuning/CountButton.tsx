import { countOf, formatCount } from '../../components/format.ts';
import { type CountToShow, showCountedRows } from '../../stores/rows/counted-rows.ts';

interface CountButtonProps extends CountToShow {
  readonly rows: number;
  /** What is shown where there are none: nothing, or 0. */
  readonly none?: string;
  readonly sign?: string;
}

/** A number of rows; press it to see them in the grid. */
export function CountButton({ rows, none = '', sign = '', ...toShow }: CountButtonProps) {
  if (rows === 0) return none;
  return (
    <button
      type="button"
      aria-label={`${toShow.title}: show ${countOf(rows, 'row')}`}
      title={`Show in the grid: ${toShow.title}`}
      onClick={() => void showCountedRows(toShow)}
    >
      {sign}
      {formatCount(rows)}
    </button>
  );
}
