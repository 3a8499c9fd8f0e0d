import type { ReactNode } from 'react';
import { Panel } from 'react-resizable-panels';
import { Divider, Splitter } from '../../components/Splitter.tsx';
import { TabPanel } from '../../components/Tabs.tsx';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { useLastingProgress } from '../../stores/evaluation/progress.ts';
import { usePreferencesStore } from '../../stores/preferences/preferences-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { Facets } from './Facets.tsx';
import { FilterBar } from './FilterBar.tsx';
import { GridOrMessage } from './GridOrMessage.tsx';
import { ResultNotices } from './ResultNotices.tsx';
import styles from './ResultsPane.module.css';
import { ResultsToolbar } from './ResultsToolbar.tsx';
import { useStaleReason } from './use-stale-reason.ts';

interface ResultsPaneProps {
  /** What stands above the rows of near misses: by what they missed. */
  readonly nearMisses: ReactNode;
  /** What stands above the hits: the chart that the query asks for. */
  readonly chart: ReactNode;
}

/** What the rule finds: tabs with counts, the grid, facets beside it. */
export function ResultsPane({ nearMisses, chart }: ResultsPaneProps) {
  const tab = useViewStore((state) => state.tab);
  const facetsOpen = usePreferencesStore((state) => state.facetsOpen);
  return (
    <section className={styles.pane} aria-label="Results">
      <ResultsToolbar />
      <FilterBar />
      <TabPanel group="results" selected={tab} className={styles.panel}>
        <Splitter id="results" orientation="horizontal">
          <Panel id="grid" minSize="240px">
            <Answer>
              {tab === 'near-misses' && <div className={styles.above}>{nearMisses}</div>}
              {tab === 'hits' && chart}
              <div className={styles.rows}>
                <GridOrMessage />
              </div>
            </Answer>
          </Panel>
          {facetsOpen && <Divider label="Width of the facets" />}
          {facetsOpen && (
            <Panel id="facets" defaultSize="216px" minSize="160px" maxSize="50%">
              <Facets />
            </Panel>
          )}
        </Splitter>
      </TabPanel>
      <ResultNotices />
    </section>
  );
}

/** Milliseconds after which rows that are about to change are dimmed. */
const longAwaited = 700;

/** Dimmed while it is the answer to an older text. */
function Answer({ children }: { readonly children: ReactNode }) {
  const behind = useLastingProgress(longAwaited) !== undefined;
  const answers = useEvaluationStore((state) => lastResult(state) !== undefined);
  const reason = useStaleReason();
  const stale = answers && (reason?.isOlder || behind);
  return <div className={`${styles.grid} ${stale ? styles.stale : ''}`}>{children}</div>;
}
