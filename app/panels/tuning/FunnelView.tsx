import { formatCount } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { useViewStore } from '../../stores/view-store.ts';
import styles from './FunnelView.module.css';
import { type FunnelStep, funnelSteps } from './funnel.ts';
import type { TuningViewProps } from './tuning-view-props.ts';

/** The rows that each step of the pipeline lets through. */
export function FunnelView({ result }: TuningViewProps) {
  const steps = funnelSteps(result);
  if (steps.length === 0) return <Message>The query has no step to count rows at.</Message>;
  const most = Math.max(1, ...steps.map(({ rowsIn, rowsOut }) => Math.max(rowsIn, rowsOut)));
  return (
    <table className={styles.funnel}>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Rows out</th>
          <th scope="col">Dropped</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <Step key={step.start} step={step} most={most} />
        ))}
      </tbody>
    </table>
  );
}

function Step({ step, most }: { readonly step: FunnelStep; readonly most: number }) {
  const { text, start, length, rowsIn, rowsOut, isExclusion } = step;
  const { revealSpan } = useViewStore((state) => state.actions);
  const dropped = rowsIn - rowsOut;
  return (
    <tr data-exclusion={isExclusion}>
      <th scope="row">
        <button type="button" title={text} onClick={() => revealSpan({ start, length })}>
          {text}
        </button>
        <span className={styles.bar} aria-hidden>
          <i style={{ width: `${(100 * rowsOut) / most}%` }} />
        </span>
      </th>
      <td>{formatCount(rowsOut)}</td>
      <td>{dropped > 0 && `− ${formatCount(dropped)}`}</td>
    </tr>
  );
}
