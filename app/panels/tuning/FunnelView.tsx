import type { ReactNode } from 'react';
import { RowBars } from '../../components/charts/lazy-charts.tsx';
import { Message } from '../../components/Message.tsx';
import { useViewStore } from '../../stores/view/view-store.ts';
import { CountButton } from './CountButton.tsx';
import styles from './FunnelView.module.css';
import { type FunnelStep, funnelSteps } from './funnel.ts';
import type { TuningViewProps } from './tuning-view-props.ts';

/** Pixels, as in the style sheet. */
const rowHeight = 28;

/** The rows that each step of the pipeline lets through. */
export function FunnelView({ result }: TuningViewProps) {
  const { revealSpan } = useViewStore((state) => state.actions);
  const steps = funnelSteps(result);
  const series = [
    {
      name: 'rows out',
      tone: 'accent' as const,
      tones: steps.map(({ isExclusion }) => (isExclusion ? ('excluded' as const) : ('accent' as const))),
      values: steps.map(({ rowsOut }) => rowsOut),
    },
  ];
  if (steps.length === 0) return <Message>The query has no step to count rows at.</Message>;
  return (
    <table className={styles.funnel}>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">
            <span className="visually-hidden">Chart</span>
          </th>
          <th scope="col">Rows out</th>
          <th scope="col">Dropped</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <Step key={step.start} step={step} run={result.evaluation.run}>
            {index === 0 && (
              <td rowSpan={steps.length} className={styles.bars}>
                <RowBars
                  label="Rows out of each step"
                  rows={steps.map(({ title }) => title)}
                  series={series}
                  rowHeight={rowHeight}
                  onChoose={(row) => revealSpan(steps[row])}
                />
              </td>
            )}
          </Step>
        ))}
      </tbody>
    </table>
  );
}

interface StepProps {
  readonly step: FunnelStep;
  readonly run: number;
  /** The chart beside all steps, in the first one's row. */
  readonly children: ReactNode;
}

function Step({ step, run, children }: StepProps) {
  const { text, title, start, length, rowsIn, rowsOut } = step;
  const { revealSpan } = useViewStore((state) => state.actions);
  const span = { start, length };
  return (
    <tr>
      <th scope="row">
        <button type="button" title={text} data-named={title !== text} onClick={() => revealSpan(span)}>
          {title}
        </button>
      </th>
      {children}
      <td>
        <CountButton
          run={run}
          rows={rowsOut}
          none="0"
          count={{ kind: 'step', span, part: 'kept' }}
          title={`Rows that come out of ${title}`}
        />
      </td>
      <td>
        <CountButton
          run={run}
          rows={Math.max(0, rowsIn - rowsOut)}
          sign="− "
          count={{ kind: 'step', span, part: 'dropped' }}
          title={`Rows that ${title} drops`}
        />
      </td>
    </tr>
  );
}
