import { useMemo } from 'react';
import { type ReviewCheck, type ReviewFacts, reviewChecks } from '../../../rule-engine/index.ts';
import styles from './CheckList.module.css';

const marks: Readonly<Record<ReviewCheck['state'], { readonly sign: string; readonly name: string }>> = {
  good: { sign: '✓', name: 'Good' },
  notable: { sign: '!', name: 'Worth a look' },
  bad: { sign: '✗', name: 'Bad' },
};

/** What speaks for the text and what against it. */
export function CheckList({ facts }: { readonly facts: ReviewFacts }) {
  const checks = useMemo(() => reviewChecks(facts), [facts]);
  return (
    <ul className={styles.checks} aria-label="Checks">
      {checks.map(({ state, text, items }) => (
        <li key={text} className={styles.check} data-state={state}>
          <span className={styles.mark} title={marks[state].name}>
            <span aria-hidden>{marks[state].sign}</span>
            <span className="visually-hidden">{marks[state].name}: </span>
          </span>
          <span className={styles.text}>{text}</span>
          {items.length > 0 && (
            <span className={styles.items} title={items.join('\n')}>
              {items.join(' · ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
