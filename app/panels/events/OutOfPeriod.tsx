import { countOf, formatCount, formatMoment } from '../../components/format.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { useEventsStore } from '../../stores/events/events-store.ts';
import { sourceKey } from '../../stores/events/opened-files.ts';
import { useClockStore } from '../../stores/rule/clock-store.ts';
import { useRuleStore } from '../../stores/rule/rule-store.ts';
import { endsBeforePeriod, newestEvent, periodText } from './out-of-period.ts';
import styles from './RuleCoverage.module.css';

/** The sources of which a rule of the last hours sees no event, each with a way to let `now()` stand at its end. */
export function OutOfPeriod() {
  const sources = useEventsStore((state) => state.sources);
  const { now, readsClock } = useEvaluationStore(lastResult)?.evaluation ?? {};
  const period = useRuleStore(({ rule }) => rule?.metadata.schedule.period);
  const { set } = useClockStore((state) => state.actions);
  // A rule that asks for no time sees the events of all times.
  if (now === undefined || !readsClock || period === undefined) return null;
  const older = sources.filter((source) => endsBeforePeriod(source, now, period));
  if (older.length === 0) return null;
  return (
    <section className={styles.coverage} aria-label="Sources before the rule’s time">
      <details>
        <summary className={styles.lacking}>
          {formatCount(older.length)} of {countOf(sources.length, 'source')} end before the {periodText(period)} up to
          now() that the rule looks at
        </summary>
        <ul className={styles.older}>
          {older.map((source) => {
            const newest = newestEvent(source) ?? now;
            return (
              <li key={sourceKey(source.id)}>
                <span>
                  {source.name} ends on {formatMoment(newest)} UTC
                </span>
                <button type="button" onClick={() => set({ kind: 'at', iso: newest })}>
                  Set now() there
                </button>
              </li>
            );
          })}
        </ul>
      </details>
    </section>
  );
}
