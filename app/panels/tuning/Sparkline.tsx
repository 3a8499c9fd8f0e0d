import styles from './Sparkline.module.css';
import { barsPath, joinedBins } from './spark-bars.ts';

const mostBars = 24;
const height = 14;

interface SparklineProps {
  /** Rows in each bin of the time; undefined while they are not known. */
  readonly values: readonly number[] | undefined;
  readonly tone: 'accent' | 'excluded';
  readonly label: string;
  readonly onShow: () => void;
}

/** Rows over time, small; press it for the chart. */
export function Sparkline({ values, tone, label, onShow }: SparklineProps) {
  const bars = joinedBins(values ?? [], mostBars);
  if (bars.every((rows) => rows === 0)) return null;
  return (
    <button type="button" className={styles.spark} data-tone={tone} aria-label={label} title={label} onClick={onShow}>
      <svg viewBox={`0 0 ${bars.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={barsPath(bars, height)} />
      </svg>
    </button>
  );
}
