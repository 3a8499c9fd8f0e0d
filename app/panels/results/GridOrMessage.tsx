import { memo } from 'react';
import type { Diagnostic, WorkerError } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import { countOf, withoutFullStop } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { pickFiles } from '../../components/pick-files.ts';
import { type LostWorker, startAnew } from '../../stores/answers/lost-worker.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { useNearMissesStore } from '../../stores/evaluation/near-misses-store.ts';
import { isLoading, loadedRows, useEventsStore } from '../../stores/events/events-store.ts';
import { openShippedSamples } from '../../stores/events/shipped-samples.ts';
import { openFiles } from '../../stores/files/open-files.ts';
import type { LoadedRows } from '../../stores/rows/row-windows.ts';
import { useRows } from '../../stores/rows/rows.ts';
import { isUnchecked, useRuleStore } from '../../stores/rule/rule-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { Grid } from './Grid.tsx';
import { BrowserWords } from './LostEngine.tsx';

/** The rows of the tab, or why there are none. */
export const GridOrMessage = memo(function GridOrMessage() {
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

function StartAnew({ lost }: { readonly lost: LostWorker }) {
  const { title, run } = startAnew[lost];
  return <Button onClick={run}>{title}</Button>;
}

/** What fails before there is any result, other than by the rule, is the engine's start. */
function Failure({ error: { code, message } }: { readonly error: WorkerError }) {
  const text = `The rule could not be evaluated: ${withoutFullStop(message)}.`;
  if (code !== 'worker-lost' && code !== 'internal') return <Message kind="error">{text}</Message>;
  return (
    <Message kind="error" actions={<StartAnew lost="engine" />} details={<BrowserWords />}>
      {text} Reload the page to try again.
    </Message>
  );
}

function RuleError({ error }: { readonly error: Diagnostic }) {
  if (!isUnchecked(error)) {
    return <Message kind="error">The rule has an error, so it is not evaluated: {error.message}</Message>;
  }
  return (
    <Message kind="error" actions={<StartAnew lost="language" />}>
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
