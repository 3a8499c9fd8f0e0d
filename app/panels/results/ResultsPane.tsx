import { memo, type ReactNode } from 'react';
import { Panel } from 'react-resizable-panels';
import type { Diagnostic, WorkerError } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import { countOf, withoutFullStop } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { pickFiles } from '../../components/pick-files.ts';
import { Divider, Splitter } from '../../components/Splitter.tsx';
import { TabPanel } from '../../components/Tabs.tsx';
import { lastResult, useEvaluationStore } from '../../stores/evaluation-store.ts';
import { isLoading, loadedRows, useEventsStore } from '../../stores/events-store.ts';
import { useNearMissesStore } from '../../stores/near-misses-store.ts';
import { openFiles } from '../../stores/open-files.ts';
import { usePreferencesStore } from '../../stores/preferences-store.ts';
import { useLastingProgress } from '../../stores/progress.ts';
import { restartLanguage } from '../../stores/restart-language.ts';
import type { LoadedRows } from '../../stores/row-windows.ts';
import { useRows } from '../../stores/rows.ts';
import { isUnchecked, useRuleStore } from '../../stores/rule-store.ts';
import { openShippedSamples } from '../../stores/shipped-samples.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { Facets } from './Facets.tsx';
import { FilterBar } from './FilterBar.tsx';
import { Grid } from './Grid.tsx';
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

const GridOrMessage = memo(function GridOrMessage() {
  const rows = useRows(allOfThem);
  const result = useEvaluationStore(lastResult);
  const failure = useEvaluationStore(({ state }) => (state.phase === 'failed' ? state.error : undefined));
  const ruleError = useRuleStore(({ diagnostics }) => diagnostics.find(isError));
  const loaded = useEventsStore(loadedRows);
  const loading = useEventsStore(isLoading);
  const tab = useViewStore((state) => state.tab);
  const nearMisses = useNearMissesStore((state) => state.found?.report);
  if (!result) {
    if (failure) return <Failure error={failure} />;
    if (ruleError) return <RuleError error={ruleError} />;
    return <Message kind="loading">Starting the engine and evaluating the rule…</Message>;
  }
  if (tab === 'near-misses' && !nearMisses) return null;
  if (rows.total > 0) return <Grid rows={rows} result={result} label={tabTitles[tab]} />;
  if (loading && loaded === 0)
    return <Message kind="loading">Reading the events; rows appear here as they are in.</Message>;
  if (loaded === 0) return <NoEvents />;
  if (rows.stale || !rows.view) return <Message kind="loading">Fetching the rows…</Message>;
  return <NoRows total={tab === 'near-misses' ? (nearMisses?.rows ?? 0) : result.evaluation.counts[tab]} />;
});

function allOfThem(rows: LoadedRows): LoadedRows {
  return rows;
}

const tabTitles = { hits: 'Hits', excluded: 'Excluded rows', all: 'All events', 'near-misses': 'Near misses' } as const;

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** What fails before there is any result, other than by the rule, is the engine's start. */
function Failure({ error: { code, message } }: { readonly error: WorkerError }) {
  const text = `The rule could not be evaluated: ${withoutFullStop(message)}.`;
  if (code !== 'worker-lost' && code !== 'internal') return <Message kind="error">{text}</Message>;
  return (
    <Message kind="error" actions={<Button onClick={() => location.reload()}>Load the page again</Button>}>
      {text} Reload the page to try again.
    </Message>
  );
}

function RuleError({ error }: { readonly error: Diagnostic }) {
  if (!isUnchecked(error)) {
    return <Message kind="error">The rule has an error, so it is not evaluated: {error.message}</Message>;
  }
  const again = <Button onClick={() => void restartLanguage()}>Start the language service again</Button>;
  return (
    <Message kind="error" actions={again}>
      {withoutFullStop(error.message)}. Without that it is not evaluated.
    </Message>
  );
}

function NoEvents() {
  return (
    <Message
      actions={
        <>
          <Button onClick={() => void pickFiles().then(openFiles)}>Open files</Button>
          <Button onClick={() => void openShippedSamples()}>Load the rule’s samples</Button>
        </>
      }
    >
      No events are loaded: drop files anywhere on this window, or open some.
    </Message>
  );
}

function NoRows({ total }: { readonly total: number }) {
  const tab = useViewStore((state) => state.tab);
  const { clearFilters, setTab } = useViewStore((state) => state.actions);
  if (total > 0) {
    return (
      <Message actions={<Button onClick={clearFilters}>Clear filters</Button>}>
        The filters leave none of {countOf(total, 'row')}: clear or change them.
      </Message>
    );
  }
  if (tab === 'hits') {
    return (
      <Message actions={<Button onClick={() => setTab('all')}>Show all events</Button>}>
        No event matches the rule: widen a pattern, or look at all events to see what they hold.
      </Message>
    );
  }
  if (tab === 'near-misses') return <Message>No event nearly matches the rule.</Message>;
  if (tab === 'excluded') return <Message>No exclusion takes a row: every match of the rule is a hit.</Message>;
  return <Message>The tables that the rule reads have no rows: load events of that kind.</Message>;
}
