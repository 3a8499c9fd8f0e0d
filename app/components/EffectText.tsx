import type { ExclusionEffect } from '../../rule-engine/index.ts';
import styles from './EffectText.module.css';
import { formatCount } from './format.ts';

/** What an exclusion would take: `12 rows: removes 9 FP · hides 0 TP · 3 unlabelled`. */
export function EffectText({ effect }: { readonly effect: ExclusionEffect }) {
  const { rows, fpRemoved, tpHidden, unsure, unlabelled } = effect;
  return (
    <span className={styles.effect}>
      <span className={styles.rows}>
        {formatCount(rows)} {rows === 1 ? 'row' : 'rows'}
      </span>
      <span className={styles.fp}>removes {formatCount(fpRemoved)} FP</span>
      <span className={tpHidden > 0 ? styles.alarm : styles.none}>
        {tpHidden > 0 && <span aria-hidden>! </span>}hides {formatCount(tpHidden)} TP
      </span>
      <span className={styles.none}>
        {formatCount(unlabelled)} unlabelled{unsure > 0 && ` · ${formatCount(unsure)} unsure`}
      </span>
    </span>
  );
}
