import type { LabelCounts } from '../../rule-engine/index.ts';
import { formatCount } from './format.ts';
import styles from './LabelCountList.module.css';

/** How many rows of a set carry which label: `2 TP · 41 FP · 7 unlabelled`. Empty sets say so. */
export function LabelCountList({ counts }: { readonly counts: LabelCounts }) {
  const parts = [
    { name: 'TP', rows: counts.TP, style: styles.tp },
    { name: 'FP', rows: counts.FP, style: styles.fp },
    { name: 'unsure', rows: counts.unsure, style: styles.other },
    { name: 'unlabelled', rows: counts.unlabelled, style: styles.other },
  ].filter(({ rows }) => rows > 0);
  if (parts.length === 0) return <span className={styles.other}>no rows</span>;
  return (
    <span className={styles.list}>
      {parts.map(({ name, rows, style }) => (
        <span key={name} className={style}>
          {formatCount(rows)} {name}
        </span>
      ))}
    </span>
  );
}
