import type { LabelCounts, Ratio, TuningMetrics } from '../../../rule-engine/index.ts';
import { formatCount } from '../../components/format.ts';
import { partText, shareText } from '../../components/ratio.ts';
import styles from './MetricsStrip.module.css';

interface MetricsStripProps {
  readonly metrics: TuningMetrics;
  /** The pinned version's, where it differs from the text. */
  readonly baseline: TuningMetrics | undefined;
  /** False where the query makes its rows anew: what is counted are the events that they are made of. */
  readonly traceable: boolean;
}

/** How well the rule fits the labels, each number with its denominator, and what the baseline had. */
export function MetricsStrip({ metrics, baseline, traceable }: MetricsStripProps) {
  return (
    <section className={styles.strip} aria-label="Metrics">
      <Metric
        name="Precision"
        meaning="True positives among the hits that are labelled TP or FP"
        ratio={metrics.after.precision}
        former={baseline?.after.precision}
      />
      <Metric
        name="Recall"
        meaning="Hits among all rows that are labelled TP"
        ratio={metrics.after.recall}
        former={baseline?.after.recall}
      />
      <Metric
        name="FP removed"
        meaning="Rows labelled FP that exclusions take, of those labelled FP before exclusions"
        ratio={metrics.fpRemoved}
        former={baseline?.fpRemoved}
      />
      <Metric
        name="TP hidden"
        meaning="Rows labelled TP that exclusions take, of those labelled TP before exclusions"
        ratio={metrics.tpHidden}
        former={baseline?.tpHidden}
        isAlarm={metrics.tpHidden.part > 0}
      />
      <p className={styles.labels}>
        <span>
          Without exclusions {formatCount(metrics.before.hits)} {traceable ? 'hits' : 'events found'}, precision{' '}
          {ratioText(metrics.before.precision)}, recall {ratioText(metrics.before.recall)}
        </span>
        <span>Labelled {labelledOf(metrics.all)}</span>
      </p>
    </section>
  );
}

function ratioText(ratio: Ratio): string {
  return `${shareText(ratio)} (${partText(ratio)})`;
}

function labelledOf({ TP, FP, unsure, unlabelled }: LabelCounts): string {
  const labelled = TP + FP + unsure;
  return `${partText({ part: labelled, whole: labelled + unlabelled })} rows`;
}

interface MetricProps {
  readonly name: string;
  readonly meaning: string;
  readonly ratio: Ratio;
  readonly former: Ratio | undefined;
  readonly isAlarm?: boolean;
}

function Metric({ name, meaning, ratio, former, isAlarm = false }: MetricProps) {
  return (
    <div className={styles.metric} data-alarm={isAlarm} title={meaning}>
      <span className={styles.name}>{name}</span>
      <span className={styles.share}>
        {isAlarm && <span aria-hidden>! </span>}
        {shareText(ratio)}
      </span>
      <span className={styles.parts}>{partText(ratio)}</span>
      {former && (
        <span className={styles.former} title={`${meaning}. It was ${ratioText(former)}`}>
          was {ratioText(former)}
        </span>
      )}
    </div>
  );
}
