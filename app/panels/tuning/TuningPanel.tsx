import { Tags } from 'lucide-react';
import { useState } from 'react';
import { MenuButton } from '../../components/Menu.tsx';
import { Message } from '../../components/Message.tsx';
import { pickFiles } from '../../components/pick-files.ts';
import { TabPanel, Tabs } from '../../components/Tabs.tsx';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { exportLabels, importLabels } from '../../stores/labels/label-files.ts';
import { useComparison } from '../../stores/review/comparison.ts';
import { type TuningTab, useTuningTab } from '../../stores/tuning/tuning-tab.ts';
import { BreakdownView } from './BreakdownView.tsx';
import { FunnelView } from './FunnelView.tsx';
import { ImpactView } from './ImpactView.tsx';
import { MetricsStrip } from './MetricsStrip.tsx';
import { OverlapView } from './OverlapView.tsx';
import { SuggestionsView } from './SuggestionsView.tsx';
import { TrendView } from './TrendView.tsx';
import styles from './TuningPanel.module.css';
import type { TrendChoice, TuningViewProps } from './tuning-view-props.ts';
import { useRunAnswer } from './use-run-answer.ts';

const tabs: readonly { readonly id: TuningTab; readonly title: string }[] = [
  { id: 'impact', title: 'Impact' },
  { id: 'overlap', title: 'Overlap' },
  { id: 'trend', title: 'Over time' },
  { id: 'breakdown', title: 'Breakdown' },
  { id: 'funnel', title: 'Funnel' },
  { id: 'suggestions', title: 'Suggestions' },
];

const views: Readonly<Record<TuningTab, (props: TuningViewProps) => React.JSX.Element>> = {
  impact: ImpactView,
  overlap: OverlapView,
  trend: TrendView,
  breakdown: BreakdownView,
  funnel: FunnelView,
  suggestions: SuggestionsView,
};

const setTab = (tab: TuningTab): void => useTuningTab.setState({ tab });

/** What each part of the rule does, held against the labels. */
export function TuningPanel() {
  const { tab } = useTuningTab();
  const [trend, setTrend] = useState<TrendChoice>('verdict');
  const result = useEvaluationStore(lastResult);
  if (!result) return <Message kind="loading">The rule is being evaluated; what its parts do comes with it.</Message>;
  const ShownView = views[tab];
  const showTrend = (choice: TrendChoice): void => {
    setTrend(choice);
    setTab('trend');
  };
  return (
    <section className={styles.panel} aria-label="Tuning">
      <Metrics result={result} />
      <div className={styles.bar}>
        <Tabs label="Tuning" group="tuning" items={tabs} selected={tab} onSelect={setTab} />
        <LabelsMenu />
      </div>
      <TabPanel group="tuning" selected={tab} className={styles.view}>
        <ShownView result={result} trend={trend} onTrend={showTrend} />
      </TabPanel>
    </section>
  );
}

const nothingMore = {};

function Metrics({ result }: Pick<TuningViewProps, 'result'>) {
  const answer = useRunAnswer('metrics', result, nothingMore);
  const comparison = useComparison();
  if (answer.phase === 'failed') return <p className={styles.failed}>No metrics: {answer.error.message}.</p>;
  if (answer.phase === 'loading') return <p className={styles.failed}>Counting labels…</p>;
  const baseline = comparison.phase === 'done' ? comparison.difference.metrics.other : undefined;
  return <MetricsStrip metrics={answer.result} baseline={baseline} traceable={result.evaluation.traceable} />;
}

function LabelsMenu() {
  return (
    <MenuButton
      label="Labels: import, export"
      items={[
        {
          kind: 'action',
          title: 'Import labels (NDJSON)',
          run: () => void pickFiles().then(importLabels),
        },
        { kind: 'action', title: 'Export labels (NDJSON)', run: () => void exportLabels() },
      ]}
    >
      <Tags size={15} aria-hidden />
    </MenuButton>
  );
}
