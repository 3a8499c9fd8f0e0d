import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ExclusionCandidate } from '../../../rule-engine/index.ts';
import { EffectText } from '../../components/EffectText.tsx';
import styles from './CandidateList.module.css';

interface CandidateListProps {
  readonly candidates: readonly ExclusionCandidate[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly coverText: (candidate: ExclusionCandidate) => string;
}

/** Possible exclusions, best first; arrow keys choose one. */
export function CandidateList({ candidates, chosen, onChoose, coverText }: CandidateListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(`#candidate-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const move = (event: KeyboardEvent): void => {
    const last = candidates.length - 1;
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onChoose(Math.max(0, Math.min(to, last)));
  };
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label="Possible exclusions"
      aria-activedescendant={`candidate-${chosen}`}
      className={styles.list}
      onKeyDown={move}
    >
      {candidates.map((candidate, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys.
        // biome-ignore lint/a11y/useFocusableInteractive: as above, by aria-activedescendant.
        <div
          key={candidate.kql}
          id={`candidate-${index}`}
          role="option"
          aria-selected={index === chosen}
          className={styles.candidate}
          onClick={() => onChoose(index)}
        >
          <code title={candidate.kql}>{conditionOf(candidate.kql)}</code>
          <span className={styles.line}>
            <EffectText effect={candidate.effect} />
            <span className={styles.covers}>{coverText(candidate)}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

/** What stands within `| where not(…)`. */
function conditionOf(kql: string): string {
  return /^\|\s*where\s+not\((.*)\)\s*$/s.exec(kql)?.[1] ?? kql;
}
