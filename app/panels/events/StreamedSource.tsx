import type { SourceReport, StreamedRows } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import { countOf, formatCount } from '../../components/format.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { useEventsStore } from '../../stores/events/events-store.ts';
import styles from './EventsPanel.module.css';

/** What was kept of a file that is larger than the memory for events, and a way to read it again after an edit. */
export function StreamedSource({
  source,
  streamed,
}: {
  readonly source: SourceReport;
  readonly streamed: StreamedRows;
}) {
  const evaluation = useEvaluationStore(lastResult)?.evaluation;
  const { readAgain } = useEventsStore((state) => state.actions);
  const isBeingRead = useEventsStore(({ loading }) =>
    loading.some(({ state }) => state.phase === 'streaming' && state.source === source.id),
  );
  const isExact = evaluation?.streamed?.find((one) => one.source === source.id)?.exact ?? true;
  return (
    <p className={styles.left} role="status">
      {keptText(streamed)}
      {!isExact && !isBeingRead && (
        <>
          {' '}
          {streamed.complete
            ? 'The rule has changed since: its counts are of the kept rows alone.'
            : 'It was not read to its end.'}{' '}
          <Button onClick={() => void readAgain(source.id)}>Read the file again</Button>
        </>
      )}
    </p>
  );
}

function keptText({ rows, hits, excluded, nearMisses, nearMissesKept, otherRows, complete }: StreamedRows): string {
  const found = [
    countOf(hits, 'hit'),
    ...(excluded > 0 ? [countOf(excluded, 'excluded row')] : []),
    nearMissesKept < nearMisses
      ? `${formatCount(nearMissesKept)} of ${countOf(nearMisses, 'near miss', 'near misses')}`
      : countOf(nearMisses, 'near miss', 'near misses'),
  ];
  const others = otherRows > 0 ? ` ${countOf(otherRows, 'row')} of other tables were not kept either.` : '';
  return `${countOf(rows, 'row')} read${complete ? '' : ' so far'}; ${found.join(', ')} kept, other rows were not kept.${others}`;
}
