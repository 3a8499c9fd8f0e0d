import { Message } from '../../components/Message.tsx';
import { useViewStore } from '../../stores/view-store.ts';
import { CountButton } from './CountButton.tsx';
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
          <Step key={step.start} step={step} most={most} run={result.evaluation.run} />
        ))}
      </tbody>
    </table>
  );
}

interface StepProps {
  readonly step: FunnelStep;
  /** The most rows of any step: what the bars are measured by. */
  readonly most: number;
  readonly run: number;
}

function Step({ step, most, run }: StepProps) {
  const { text, start, length, rowsIn, rowsOut, isExclusion } = step;
  const { revealSpan } = useViewStore((state) => state.actions);
  const span = { start, length };
  return (
    <tr data-exclusion={isExclusion}>
      <th scope="row">
        <button type="button" title={text} onClick={() => revealSpan(span)}>
          {text}
        </button>
        <span className={styles.bar} aria-hidden>
          <i style={{ width: `${(100 * rowsOut) / most}%` }} />
        </span>
      </th>
      <td>
        <CountButton
          run={run}
          rows={rowsOut}
          none="0"
          count={{ kind: 'step', span, part: 'kept' }}
          title={`Rows that come out of ${text}`}
        />
      </td>
      <td>
        <CountButton
          run={run}
          rows={Math.max(0, rowsIn - rowsOut)}
          sign="− "
          count={{ kind: 'step', span, part: 'dropped' }}
          title={`Rows that ${text} drops`}
        />
      </td>
    </tr>
  );
}
