import type { NearMissGroup, NearMissKind } from '../../../rule-engine/index.ts';
import { countOf, formatCount } from '../../components/format.ts';
import { LabelCountList } from '../../components/LabelCountList.tsx';
import { TickedText } from '../../components/TickedText.tsx';
import { type EvaluatedQuery, lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { useNearMissesStore } from '../../stores/evaluation/near-misses-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { FixButton } from './FixButton.tsx';
import styles from './NearMissList.module.css';

const kinds: Readonly<Record<NearMissKind, { readonly mark: string; readonly title: string }>> = {
  term: { mark: 'ab', title: 'The pattern stands in it, but not as a term of its own' },
  case: { mark: 'Aa', title: 'The pattern stands in it in other case' },
  condition: { mark: '&', title: 'One condition of the rule failed' },
  exclusion: { mark: 'X', title: 'One exclusion alone took it' },
};

/** By what events missed being hits: choose a reason to see its rows, or make the edit that would catch them. */
export function NearMissList() {
  const found = useNearMissesStore((state) => state.found);
  const error = useNearMissesStore((state) => state.error);
  const result = useEvaluationStore(lastResult);
  if (error) return <p className={styles.state}>Near misses are not known: {error.message}.</p>;
  if (!found || !result) return <p className={styles.state}>Looking for near misses…</p>;
  const { groups, rows } = found.report;
  if (groups.length === 0) return null;
  return (
    <section className={styles.list} aria-label="Reasons of near misses">
      <p className={styles.state}>
        {countOf(rows, 'event')} would be a hit but for one thing; an event can stand under several reasons.
      </p>
      <ul className={styles.groups}>
        {groups.map((group, index) => (
          <GroupEntry
            key={`${group.kind} ${group.span.start} ${group.message}`}
            group={group}
            index={index}
            result={found.run === result.evaluation.run ? result : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

interface GroupEntryProps {
  readonly group: NearMissGroup;
  readonly index: number;
  /** The result that it is about; undefined when a newer one is on screen. */
  readonly result: EvaluatedQuery | undefined;
}

function GroupEntry({ group, index, result }: GroupEntryProps) {
  const { kind, message, span, rows, labels, fixes } = group;
  const isShown = useNearMissesStore((state) => state.group === index);
  const { setGroup } = useNearMissesStore((state) => state.actions);
  const { revealSpan } = useViewStore((state) => state.actions);
  const { mark, title } = kinds[kind];
  return (
    <li className={styles.group} data-shown={isShown}>
      <span className={styles.kind} data-kind={kind} title={title}>
        <span aria-hidden>{mark}</span>
        <span className="visually-hidden">{title}: </span>
      </span>
      <button
        type="button"
        className={styles.message}
        aria-pressed={isShown}
        title={`${message.replaceAll('`', '')}\n${isShown ? 'Press to show all near misses' : 'Press to show only these rows'}`}
        onClick={() => setGroup(isShown ? undefined : index)}
      >
        <TickedText text={message} />
      </button>
      <span className={styles.rows}>
        {formatCount(rows)}
        <span className="visually-hidden"> {rows === 1 ? 'row' : 'rows'}, </span>
      </span>
      <span className={styles.labels}>
        <LabelCountList counts={labels} />
      </span>
      <span className={styles.actions}>
        <button type="button" className={styles.show} onClick={() => revealSpan(span)}>
          Show it
        </button>
        {fixes.map((fix) => (
          <FixButton key={fix.title} fix={fix} result={result} />
        ))}
      </span>
    </li>
  );
}
